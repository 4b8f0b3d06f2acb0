import {
  type Language,
  type LanguageMap,
  languages,
  otherLanguage,
  type Position,
  type Severity,
} from '../../model/index.ts';
import type { PassageFinding } from '../finding.ts';
import { blank, type Link, type Part, type Side } from '../passages/index.ts';
import { type LeftOver, leavingRule, type Stated, shownSide, wordsOf } from './statements.ts';

type Kind = 'code' | 'variable' | 'email' | 'telephone' | 'isbn' | 'statute' | 'identifier';

interface Placeholder extends Stated {
  readonly kind: Kind;
  /** The same in both languages. */
  readonly key: string;
  /** Of what stands in no text: the address of a link. */
  readonly position?: Position;
}

/**
 * `placeholders-match`: what a program, a reader's telephone or a court reads letter by letter. Code is a warning:
 * names in examples are often translated, and rightly.
 */
export const placeholdersMatch = leavingRule<Placeholder>({
  leftIn,
  agree: same,
  tell: (left) => [
    ...findingOf(left, ({ kind }) => kind !== 'code'),
    ...findingOf(left, ({ kind }) => kind === 'code'),
  ],
});

/** What stands once or more on one side, and nowhere on the other, marked up or not. */
function leftIn(part: Part): LanguageMap<readonly Placeholder[]> {
  const [en, fr] = unmatched(placeholdersIn(part.en), placeholdersIn(part.fr));
  return {
    en: en.filter((each) => !standsIn(part.fr, each, part.en)),
    fr: fr.filter((each) => !standsIn(part.en, each, part.fr)),
  };
}

function standsIn(other: Side, { kind, start, end }: Placeholder, own: Side): boolean {
  if (kind !== 'code' && kind !== 'identifier') return false;
  const plain = (text: string): string =>
    kind === 'code' ? text.toLowerCase() : text.toLowerCase().replace(/[ \u00a0‑-]/g, '');
  const words = plain(own.text.slice(start, end)).trim();
  return words !== '' && plain(other.text).includes(words);
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
    // in an address or an attribute, it is a site generator's
    kind: 'variable',
    pattern:
      /(?<!["'(=])\{\{\s*[\w.-]{1,60}\s*\}\}(?![/"'])|\$\{[^{}]{1,80}\}|%(?:\d+\$)?[sd](?![\p{L}\d])|%\(\w+\)[sd]/gu,
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
    kind: 'telephone', // 1-800-O-Canada
    pattern: /(?<![\d-])1[ .\u00a0-]8\d\d[ .\u00a0-](?=[\d-]*[A-Z])[A-Z\d][A-Za-z\d-]{3,12}(?![\p{L}\d])/gu,
    key: ([words]) => words.replace(/[^A-Za-z\d]/g, '').toUpperCase(),
  },
  {
    kind: 'isbn',
    pattern: /(?<=ISBN(?:-1[03])?[ :\u00a0]{1,3})(?:97[89][ -]?)?\d{1,5}[ -]?\d{1,7}[ -]?\d{1,7}[ -]?[\dXx](?!\d)/g,
    key: ([words]) => digits(words),
  },
  {
    // of a control or a document: `AC-2(11)`, `SC-7`, `ITSP.50.104`
    kind: 'identifier',
    pattern:
      /(?<![\p{L}\d./@_-])\p{Lu}{2,6}(?:[-‑]?\d{1,4}(?:\.\d+)*(?:\(\d{1,3}\)|\([a-z]\))*|(?:\.\d{1,4}){2,})(?![\p{L}\d_-]|[./]\d)/gu,
    key: ([words]) => words.replaceAll('‑', '-'),
  },
];

const patterns: Readonly<Record<Language, readonly Pattern[]>> = {
  en: [...anywhere, ...statutes('en')],
  fr: [...anywhere, ...statutes('fr')],
};

/** The text without what this rule reads: figures in it are no statements. */
export function withoutPlaceholders(text: string, language: Language): string {
  return patterns[language].reduce(
    (rest, { pattern }) => rest.replace(pattern, (words) => blank.repeat(words.length)),
    text,
  );
}

function placeholdersIn(side: Side): readonly Placeholder[] {
  const found: Placeholder[] = side.pieces.flatMap(({ kind, value, start }) => {
    if (kind !== 'code' || value.trim() === '') return [];
    return [{ kind: 'code' as const, key: `code ${codeKey(value)}`, start, end: start + value.length }];
  });
  const hide = (words: string): string => blank.repeat(words.length);
  const text = side.pieces
    .map(({ kind, value }) => (kind === 'code' || kind === 'untranslated' ? hide(value) : value))
    .join('')
    .replace(/\]\([^()\s]*[ ]?[^()\s]*\)/g, hide); // an address that was not read as one
  for (const { kind, pattern, key } of patterns[side.language]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      found.push({ kind, key: `${kind} ${key(match)}`, start: match.index, end });
    }
  }
  return [...found, ...side.links.flatMap(mailOf)];
}

function mailOf({ url, position }: Link): readonly Placeholder[] {
  const [, address] = /^mailto:([^?]+)/i.exec(url) ?? [];
  if (address === undefined) return [];
  return [{ kind: 'email', key: `email ${address.trim().toLowerCase()}`, start: 0, end: 0, position }];
}

/** Quotes that an editor curled and spaces around signs do not make other code. */
function codeKey(code: string): string {
  return code
    .trim()
    .replace(/[“”«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s*=\s*/g, '=')
    .replace(/\s+/g, ' ');
}

/** Each once: a side may well name the same thing again where the other says “it”. */
function unmatched(en: readonly Placeholder[], fr: readonly Placeholder[]): [en: Placeholder[], fr: Placeholder[]] {
  const [one, two] = [en, fr].map((each) => new Map(each.toReversed().map((found) => [found.key, found])));
  const left = new Map([...(one ?? [])].filter(([key]) => !two?.has(key)));
  const free = new Map([...(two ?? [])].filter(([key]) => !one?.has(key)));
  for (const mine of left.values()) {
    const other = [...free.values()].find((each) => sameOffice(mine, each) || sameNumber(mine, each));
    if (!other) continue;
    left.delete(mine.key);
    free.delete(other.key);
  }
  const inOrder = (each: Map<string, Placeholder>): Placeholder[] =>
    [...each.values()].sort((a, b) => a.start - b.start);
  return [inOrder(left), inOrder(free)];
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

/** `FY2025` ↔ `AF2025`: the letters are each language's, the figures are not. */
function sameNumber(one: Placeholder, other: Placeholder): boolean {
  const figures = ({ key }: Placeholder): string => key.replace(/^\D+/, '');
  return one.kind === 'identifier' && other.kind === 'identifier' && figures(one) === figures(other);
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

/**
 * Code is a warning, since names in examples are rightly translated; where the two are alike but for their letters,
 * `my_key` ↔ `ma_clé`, that is what was most likely done. The rule's own severity for all else.
 */
function severityOf(found: LanguageMap<readonly Placeholder[]>, part: Part): Severity | undefined {
  if (![...found.en, ...found.fr].every(({ kind }) => kind === 'code')) return undefined;
  const [en, fr] = languages.map((language) =>
    found[language].map(({ start, end }) => part[language].text.slice(start, end).replace(/\p{L}+/gu, 'a')).join(),
  );
  return en === fr ? 'info' : 'warning';
}

function findingOf(left: LeftOver<Placeholder>, counts: (each: Placeholder) => boolean): readonly PassageFinding[] {
  const { part, passage } = left;
  const found: LanguageMap<readonly Placeholder[]> = { en: left.en.filter(counts), fr: left.fr.filter(counts) };
  if (found.en.length + found.fr.length === 0) return [];
  const { variant, shown } = shownSide(found, passage.first);
  const spotOf = (language: Language) => {
    const [one] = found[language];
    return one?.position ?? (one ? passage.context.spot(part[language], one.start, one.end) : part[language].position);
  };
  const said = (language: Language): string =>
    wordsOf(
      part[language],
      found[language].filter(({ position }) => !position),
    ) || found[language].map(({ key }) => key.replace(/^\w+ /, '')).join(', ');
  const details = {
    variant,
    ...(found.en.length > 0 && { en: said('en') }),
    ...(found.fr.length > 0 && { fr: said('fr') }),
  };
  const severity = severityOf(found, part);
  return [
    {
      rule: 'placeholders-match',
      passage,
      ...(severity && { severity }),
      at: spotOf(shown),
      beside: spotOf(otherLanguage(shown)),
      details,
    },
  ];
}
