import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../about.ts';
import { formatSize } from '../language/index.ts';
import { fill, fillCount, isLanguage, type Language, type Strings } from '../model/index.ts';

/** How a command speaks to its reader: one language, sentences from its table only. */
export interface Speech {
  readonly language: Language;
  readonly strings: Strings;
  /** The sentence `tool.<key>`. */
  say(key: string, details?: Readonly<Record<string, string | number>>): string;
  /** The sentence `tool.<key>.one` or `.other`. */
  count(key: string, count: number): string;
  /** `182 kB`, « 182 ko ». */
  size(bytes: number): string;
  /** `3.4 s`, « 3,4 s ». */
  duration(milliseconds: number): string;
}

export function speechIn(language: Language): Speech {
  const strings = tableOf(language);
  const say: Speech['say'] = (key, details) => fill(strings, `tool.${key}`, details);
  return {
    language,
    strings,
    say,
    count: (key, count) => fillCount(strings, `tool.${key}`, count, language),
    size: (bytes) => formatSize(bytes, `${language}-CA`),
    duration: (milliseconds) => {
      const seconds = milliseconds / 1000;
      const format = new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: seconds < 1 ? 2 : 1 });
      return say('unit.seconds', { number: format.format(seconds) });
    },
  };
}

/** `--ui`, else the environment's language for messages, as POSIX orders its variables; English when neither says French. */
export function languageFor(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = args.findIndex((argument) => argument === '--ui' || argument.startsWith('--ui='));
  const asked = args[at]?.includes('=') ? args[at]?.slice('--ui='.length) : args[at + 1];
  if (at >= 0 && asked && isLanguage(asked)) return asked;
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').startsWith('fr') ? 'fr' : 'en';
}

/** The shipped table, flattened; read here, not by `read`, so that `--help` and `--version` load nothing else. */
export function tableOf(language: Language): Strings {
  const table: unknown = JSON.parse(readFileSync(join(packageFolder, `templates/strings/${language}.json`), 'utf8'));
  const flat: Record<string, string> = {};
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') flat[key] = value;
    else for (const [name, child] of Object.entries(value as object)) walk(child, key ? `${key}.${name}` : name);
  };
  walk(table, '');
  return flat;
}
