import { readFileSync } from 'node:fs';
import type { Language, Strings } from '../../pipeline/model/index.ts';

/** The shipped string table of a language, flattened. */
export function strings(language: Language): Strings {
  const file = new URL(`../../templates/strings/${language}.json`, import.meta.url);
  const flat: Record<string, string> = {};
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') flat[key] = value;
    else for (const [name, child] of Object.entries(value as object)) walk(child, key ? `${key}.${name}` : name);
  };
  walk(JSON.parse(readFileSync(file, 'utf8')), '');
  return flat;
}
