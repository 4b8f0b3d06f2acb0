import type { Language } from '../../model/index.ts';
import type { ParityFinding } from '../finding.ts';
import type { Passage, Side } from '../passages/index.ts';
import { type LeftOver, pairUp, type Stated } from './statements.ts';

type Kind = 'code' | 'variable' | 'email' | 'telephone' | 'isbn' | 'statute';

interface Placeholder extends Stated {
  readonly kind: Kind;
  /** The same in both languages. */
  readonly key: string;
  readonly words: string;
}

/** `placeholders-match`: what a program, a reader's telephone or a court reads letter by letter. */
export function placeholdersMatch(passage: Passage): readonly ParityFinding[] {
  const left = passage.parts.map((part) => {
    const [en, fr] = unmatched(placeholdersIn(part.en), placeholdersIn(part.fr));
    return { part, en, fr };
  });
  return pairUp(left, (one, other) => one.key === other.key).flatMap((each) => findingOf(each, passage));
}

interface Pattern {
  readonly kind: Kind;
  readonly pattern: RegExp;
  key(match: RegExpExecArray): string;
}

const digits = (text: string): string => text.replace(/[^\dXx]/g, '').toUpperCase();

/** Series of statutes by what each language calls them; `2001, c. 41` is `2001, ch. 41`. */
const series: readonly (readonly [name: string, en: string, fr: string])[] = [
  ['revised', 'R\\.?S\\.?C\\.?', 'L\\.?R\\.?C?\\.?'],
  ['annual', 'S\\.?C\\.?', 'L\\.?C\\.?'],
  ['regulation', 'SOR', 'DORS'],
  ['instrument', 'SI', 'TR'],
];

function statutes(language: Language): readonly Pattern[] {
  return series.flatMap(([name, en, fr], index): Pattern[] => {
    const head = `(?<![\\p{L}.])(?:${language === 'en' ? en : fr})`;
    if (index > 1) {
      return [
        {
          kind: 'statute',
          pattern: new RegExp(`${head}[ \\u00a0/]+(?<number>\\d{2,4}-\\d+)`, 'gu'),
          key: ({ groups }) => `${name} ${groups?.number}`,
        },
      ];
    }
    return [
      {
        kind: 'statute',
        pattern: new RegExp(
          `${head},?[ \\u00a0]+\\(?(?<year>\\d{4})\\)?,?[ \\u00a0]+(?:c|ch)\\.[ \\u00a0]*(?<chapter>[A-Z]-\\d+(?:\\.\\d+)*|\\d+)`,
          'gu',
        ),
        key: ({ groups }) => `${name} ${groups?.year} ${groups?.chapter}`,
      },
    ];
  });
}

const anywhere: readonly Pattern[] = [
  {
    kind: 'variable',
    pattern: /\{\{[^{}]{1,80}\}\}|\$\{[^{}]{1,80}\}|%(?:\d+\$)?[sd](?![\p{L}\d])|%\(\w+\)[sd]/gu,
    key: ([words]) => words.replace(/\s+/g, ''),
  },
  {
    kind: 'email',
    pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
    key: ([words]) => words.toLowerCase(),
  },
  {
    kind: 'telephone',
    pattern: /(?<![\d-])(?:\+?1[ .\u00a0-])?\(?\d{3}\)?[ .\u00a0-]\d{3}[ .\u00a0-]\d{4}(?![\d-])/g,
    key: ([words]) => digits(words).slice(-10),
  },
  {
    kind: 'isbn',
    pattern: /(?<=ISBN(?:-1[03])?[ :\u00a0]{1,3})(?:97[89][ -]?)?\d{1,5}[ -]?\d{1,7}[ -]?\d{1,7}[ -]?[\dXx](?!\d)/g,
    key: ([words]) => digits(words),
  },
];

const patterns: Readonly<Record<Language, readonly Pattern[]>> = {
  en: [...anywhere, ...statutes('en')],
  fr: [...anywhere, ...statutes('fr')],
};

function placeholdersIn(side: Side): readonly Placeholder[] {
  const found: Placeholder[] = side.pieces.flatMap(({ kind, value, start }) =>
    kind === 'code'
      ? [{ kind: 'code' as const, key: `code ${value.trim()}`, words: value, start, end: start + value.length }]
      : [],
  );
  const text = side.pieces.map(({ kind, value }) => (kind === 'code' ? '\uFFFC'.repeat(value.length) : value)).join('');
  for (const { kind, pattern, key } of patterns[side.language]) {
    for (const match of text.matchAll(pattern)) {
      const [words] = match;
      found.push({ kind, key: `${kind} ${key(match)}`, words, start: match.index, end: match.index + words.length });
    }
  }
  return found;
}

function unmatched(en: readonly Placeholder[], fr: readonly Placeholder[]): [en: Placeholder[], fr: Placeholder[]] {
  const left: Placeholder[] = [];
  const free = new Set(fr);
  for (const agree of [same, sameOffice]) {
    for (const one of agree === same ? en : left.splice(0)) {
      const other = [...free].find((each) => agree(one, each));
      if (other) free.delete(other);
      else left.push(one);
    }
  }
  return [left, [...free]];
}

function same(one: Placeholder, other: Placeholder): boolean {
  return one.key === other.key;
}

/** `information@example.ca` ↔ `renseignements@example.ca`: an office answers in each language at its own address. */
function sameOffice(one: Placeholder, other: Placeholder): boolean {
  if (one.kind !== 'email' || other.kind !== 'email') return false;
  const [name = '', host] = one.key.split('@');
  const [otherName = '', otherHost] = other.key.split('@');
  return host === otherHost && (neutralName(name) === neutralName(otherName) || !isSlip(name, otherName));
}

function neutralName(name: string): string {
  return name.replace(/(?<=^|[-_.])(?:eng?|fra?|e|f)(?=$|[-_.])/g, '*');
}

/** One letter added, left out or changed. */
function isSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return Math.max(one.length, other.length) - start - end <= 1;
}

function findingOf({ part, en, fr }: LeftOver<Placeholder>, { first, context }: Passage): readonly ParityFinding[] {
  if (en.length + fr.length === 0) return [];
  const variant = fr.length === 0 ? 'en-only' : en.length === 0 ? 'fr-only' : 'differ';
  const shown: Language = variant === 'differ' ? first : variant === 'en-only' ? 'en' : 'fr';
  const left = { en, fr };
  const spotOf = (language: Language) => {
    const [found] = left[language];
    return found ? context.spot(part[language], found.start, found.end) : part[language].position;
  };
  const words = (each: readonly Placeholder[]): string => [...new Set(each.map((one) => one.words))].join(', ');
  const details = { variant, ...(en.length > 0 && { en: words(en) }), ...(fr.length > 0 && { fr: words(fr) }) };
  const other = shown === 'en' ? 'fr' : 'en';
  return [{ rule: 'placeholders-match', at: spotOf(shown), beside: spotOf(other), details }];
}
