/**
 * Pieces that the schemas of `publication.yaml`, `glossary.yaml` and front matter share.
 *
 * The message of each is not a sentence but names one: `rules.<rule>.<message>` in the string tables.
 */
import { z } from 'zod';
import type { LanguageMap } from '../model/index.ts';
import { isPlaceholder } from './placeholders.ts';

/** Words. A bare number or truth value is what was typed. */
export const text = z.preprocess(
  (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
  z
    .string({ error: 'text' })
    .transform((value) => value.trim())
    .refine((value) => value !== '', { error: 'text' }),
);

const side = text.refine((value) => !isPlaceholder(value), { error: 'placeholder' });

/** `{en: …, fr: …}`, or one value where both languages have the same. */
export function languageMap<Value extends z.ZodType>(value: Value) {
  return z.preprocess(
    (written) =>
      isPlainObject(written) || written === undefined || written === null ? written : { en: written, fr: written },
    z.strictObject({ en: value, fr: value }, { error: mapMessage }),
  );
}

export const textMap = languageMap(side);

/** A day of the calendar, `2001-12-12`. */
export const isoDate = z.string({ error: 'date' }).refine(isCalendarDay, { error: 'date' });

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Defined<Type> = { [Key in keyof Type]?: Exclude<Type[Key], undefined> };

/** Without the keys whose value is undefined, which an optional field of ours may not hold. */
export function defined<Type extends object>(value: Type): Defined<Type> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<Type>;
}

/** One where a list may stand. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (value) => (Array.isArray(value) || value === undefined || value === null ? value : [value]),
    z.array(item, { error: 'list' }),
  );
}

export function mapMessage(issue: { code?: string | undefined }): string | undefined {
  return issue.code === 'unrecognized_keys' ? undefined : 'map';
}

/** The same in both languages turned inside out: lists of maps → map of lists. */
export function transposed<Value>(items: readonly LanguageMap<Value>[]): LanguageMap<readonly Value[]> {
  return { en: items.map(({ en }) => en), fr: items.map(({ fr }) => fr) };
}

function isCalendarDay(value: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year > 0 && day >= 1 && day <= (days[month - 1] ?? 0);
}
