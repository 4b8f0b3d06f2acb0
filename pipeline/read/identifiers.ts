import { z } from 'zod';
import {
  bilingualKinds,
  type EditionId,
  isLanguage,
  languages,
  otherLanguage,
  type PublicationNumbers,
  type Settings,
} from '../model/index.ts';
import { mapMessage, text } from './schema.ts';

const formats = ['pdf', 'epub', 'html'] as const;
const kinds = ['isbn', 'catalogue'] as const;
const editions: readonly EditionId[] = [...languages, ...bilingualKinds];

const isbn = text.refine(hasCheckDigit, { error: 'isbn' });

const numbers = z.strictObject({ isbn: isbn.optional(), catalogue: text.optional() }, { error: mapMessage });
const perFormat = z.strictObject(
  { pdf: numbers.optional(), epub: numbers.optional(), html: numbers.optional() },
  { error: mapMessage },
);

/**
 * `identifiers:`: what agencies gave to each language and format, and to books in both. Each has its own, and both languages
 * have the same kinds.
 */
export const identifiers = z
  .strictObject(
    {
      en: perFormat,
      fr: perFormat,
      columns: perFormat.optional(),
      stacked: perFormat.optional(),
      facing: perFormat.optional(),
      tumble: perFormat.optional(),
    },
    { error: mapMessage },
  )
  .superRefine((written, context) => {
    const all = editions.flatMap((edition) => formats.map((format) => ({ edition, format })));
    const seen = new Set<string>();
    for (const { edition, format } of all) {
      for (const kind of kinds) {
        const value = written[edition]?.[format]?.[kind];
        const path = [edition, format, kind];
        const counterpart = isLanguage(edition) ? written[otherLanguage(edition)][format]?.[kind] : undefined;
        if (value === undefined && counterpart !== undefined) {
          context.addIssue({ code: 'custom', path, message: 'missing' });
        }
        const plain = value && `${kind} ${value.replace(/[\s-]/g, '')}`;
        if (plain && seen.has(plain)) context.addIssue({ code: 'custom', path, message: 'identifier-twice' });
        if (plain) seen.add(plain);
      }
    }
  });

export const identifierKeys = ['identifiers', ...formats, ...kinds, ...bilingualKinds];

/** As `Settings` has them: without what was left out. */
export function identifiersOf(written: z.output<typeof identifiers>): NonNullable<Settings['identifiers']> {
  const of = (edition: EditionId) =>
    Object.fromEntries(
      formats.flatMap((format): [string, PublicationNumbers][] => {
        const { isbn: number, catalogue } = written[edition]?.[format] ?? {};
        return number || catalogue
          ? [[format, { ...(number && { isbn: number }), ...(catalogue && { catalogue }) }]]
          : [];
      }),
    );
  const both = bilingualKinds.filter((kind) => written[kind]).map((kind) => [kind, of(kind)]);
  return { en: of('en'), fr: of('fr'), ...Object.fromEntries(both) };
}

/**
 * Whether the last digit of an ISBN is what the others ask for. ISO 2108: thirteen digits, weighted 1 and 3, are a multiple
 * of 10; ten, weighted 10 to 1, of 11, where X is 10.
 */
function hasCheckDigit(value: string): boolean {
  const signs = [...value.replace(/[\s-]/g, '').toUpperCase()];
  const digits = signs.map((sign) => (sign === 'X' ? 10 : Number(sign)));
  if (signs.slice(0, -1).includes('X')) return false;
  const sum = (weight: (at: number) => number) => digits.reduce((total, digit, at) => total + digit * weight(at), 0);
  if (digits.length === 13) {
    return !signs.includes('X') && /^97[89]/.test(signs.join('')) && sum((at) => (at % 2 === 0 ? 1 : 3)) % 10 === 0;
  }
  return digits.length === 10 && sum((at) => 10 - at) % 11 === 0;
}
