import { readFileSync } from 'node:fs';
import type { Templates } from '../../pipeline/model/index.ts';
import { strings } from './strings.ts';

/** The shipped templates. */
export function templates(): Templates {
  const bytes = (path: string): Uint8Array => readFileSync(new URL(`../../templates/${path}`, import.meta.url));
  return {
    bytes,
    text: (path) => new TextDecoder().decode(bytes(path)),
    strings: { en: strings('en'), fr: strings('fr') },
  };
}
