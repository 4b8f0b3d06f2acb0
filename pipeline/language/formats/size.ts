import type { LanguageTag } from '../../model/index.ts';
import { NB } from '../spaces.ts';
import { languageOf } from '../tags.ts';
import { formatNumber } from './number.ts';

/** Symbols of the SI, for thousands, as file managers count; French counts octets. */
const units = { en: ['B', 'kB', 'MB', 'GB'], fr: ['o', 'ko', 'Mo', 'Go'] } as const;

/** A file's size: `113 kB` / `113 ko`, `1.2 MB` / `1,2 Mo`; to the nearest unit, from ten units up without a fraction. */
export function formatSize(bytes: number, tag: LanguageTag): string {
  const names = units[languageOf(tag)];
  let value = bytes;
  let power = 0;
  while (Math.round(value) >= 1000 && power < names.length - 1) {
    value /= 1000;
    power++;
  }
  const rounded = power > 0 && value < 9.95 ? Number(value.toFixed(1)) : Math.round(value);
  return `${formatNumber(String(rounded), tag)}${NB}${names[power]}`;
}
