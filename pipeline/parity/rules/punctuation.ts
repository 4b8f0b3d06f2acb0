import { type Language, languages, otherLanguage } from '../../model/index.ts';
import type { PassageFinding } from '../finding.ts';
import { blank, type Part, type Passage, type Side } from '../passages/index.ts';

/** `punctuation-matches`: closing marks of one class, brackets and quotes that balance, and nothing left behind. */
export function punctuationMatches(passage: Passage): readonly PassageFinding[] {
  return passage.parts.flatMap((part) => [
    ...closing(part, passage),
    ...balance(part, passage),
    ...debris(part, passage),
    ...doubledSpaces(part, passage),
  ]);
}

type Closing = 'question' | 'exclamation' | 'colon' | 'stop';

/** Only what asks, calls out or announces must agree everywhere; a full stop must in paragraphs. */
function closing(part: Part, passage: Passage): readonly PassageFinding[] {
  if (part.role === 'unit' || part.role === 'name' || part.role === 'alt') return [];
  const [en, fr] = [closingsOf(part.en), closingsOf(part.fr)];
  if (!en || !fr || [...en].some((each) => fr.has(each)) || en.size + fr.size === 0) return [];
  const weighs = [...en, ...fr].some((each) => each !== 'stop');
  const paragraph = (part.role === 'paragraph' || part.role === 'text') && part.en.text.length >= 60;
  if (!weighs && !paragraph) return [];
  const { first } = passage;
  return [
    {
      rule: 'punctuation-matches',
      passage,
      at: part[first].position,
      beside: part[otherLanguage(first)].position,
      details: { variant: 'closing', en: lastOf(part.en), fr: lastOf(part.fr) },
    },
  ];
}

const classes: Readonly<Record<string, Closing>> = {
  '?': 'question',
  '!': 'exclamation',
  ':': 'colon',
  '.': 'stop',
  '…': 'stop',
};

/**
 * The classes of all marks at the end, since languages put quotes and brackets inside or outside: `?”` and « ? »; ». A
 * remark in brackets at the end does not count. Undefined when the text ends in code or the like.
 */
function closingsOf({ words }: Side): ReadonlySet<Closing> | undefined {
  const text = words.trimEnd();
  const unremarked = text.replace(/\s*\([^()]*\)(?=[\s.;,]*$)/u, '');
  if (text.endsWith(blank) || unremarked.endsWith(blank)) return undefined;
  const marks = [text, unremarked].map((each) => /[.…?!:;,\s"'”’»)\]*_]*$/u.exec(each)?.[0] ?? '').join('');
  return new Set([...marks].flatMap((mark) => classes[mark] ?? []));
}

function lastOf({ text }: Side): string {
  const words = text.trim().replace(/\s+/g, ' ');
  return words.length > 24 ? `…${words.slice(-23)}` : words;
}

const brackets: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['«', '»'],
  ['“', '”'],
];

/** A side whose marks do not balance, while the other's do. */
function balance(part: Part, passage: Passage): readonly PassageFinding[] {
  const off = { en: unbalanced(part.en), fr: unbalanced(part.fr) };
  return languages.flatMap((language) => {
    const [mark, at] = off[language] ?? [];
    if (mark === undefined || at === undefined || off[otherLanguage(language)]) return [];
    const details = { variant: `unbalanced-${language}`, mark };
    return [
      {
        rule: 'punctuation-matches' as const,
        passage,
        at: passage.context.spot(part[language], at, at + 1),
        beside: part[otherLanguage(language)].position,
        details,
      },
    ];
  });
}

/** The first mark that has no partner, and where it stands. */
function unbalanced({ words }: Side): [mark: string, at: number] | undefined {
  for (const [open, close] of brackets) {
    const stack: number[] = [];
    for (const { 0: mark, index } of words.matchAll(new RegExp(`[\\${open}\\${close}]`, 'g'))) {
      if (mark === open) stack.push(index);
      else if (stack.pop() === undefined && !enumerates(words.slice(0, index))) return [mark, index];
    }
    const [lone] = stack;
    if (lone !== undefined) return [open, lone];
  }
  return oddQuote(words);
}

/** A straight quote that has no partner. Inches, 12", open none. */
function oddQuote(words: string): [mark: string, at: number] | undefined {
  let open: number | undefined;
  for (const { index } of words.matchAll(/"/g)) {
    if (open !== undefined) open = undefined;
    else if (!/\d$/.test(words.slice(0, index))) open = index;
  }
  return open === undefined ? undefined : ['"', open];
}

/** `a)`, `1)`, `iv)`, and `5(1)a)` of a statute: a bracket that never had a partner. Smileys have none either. */
function enumerates(before: string): boolean {
  return /(?:^|[\s(\uFFFC]|(?<=[\d)]))(?:\p{L}|\d{1,3}|[ivx]{1,4}|[;:]-?)$/u.test(before);
}

const leftovers: readonly { variant: string; pattern: RegExp; only?: Language }[] = [
  { variant: 'zero-width', pattern: /\u200B/u },
  { variant: 'fence', pattern: /:{3,}/u },
  {
    variant: 'doubled',
    pattern:
      /(?<![\p{L}\d'’-])(a|an|and|are|as|at|be|by|for|from|in|is|of|on|or|the|this|to|with|will)\s+\1(?![\p{L}\d'’-])/iu,
    only: 'en',
  },
  {
    variant: 'doubled',
    pattern:
      /(?<![\p{L}\d'’-])(à|au|aux|avec|ce|cette|dans|de|des|du|en|est|et|la|le|les|leur|ou|par|pour|que|qui|sont|sur|un|une)\s+\1(?![\p{L}\d'’-])/iu,
    only: 'fr',
  },
];

/** Two spaces where one belongs; after a full stop they are a typist's habit. */
const doubleSpace = /(?<=[\p{L}\d,])[ \u00a0]{2,}(?=[\p{L}\d])/u;

/** In one piece of the text, as the source has it; between pieces a space may be of our making. */
function doubledSpaces(part: Part, passage: Passage): readonly PassageFinding[] {
  return languages.flatMap((language) => {
    const side = part[language];
    for (const { kind, value, start } of side.pieces) {
      const found = kind === 'text' || kind === 'linked' ? doubleSpace.exec(value) : null;
      if (!found) continue;
      const at = start + found.index;
      return [
        {
          rule: 'punctuation-matches' as const,
          passage,
          severity: 'info' as const,
          at: passage.context.spot(side, at, at + found[0].length),
          beside: part[otherLanguage(language)].position,
          details: { variant: 'spaces' },
        },
      ];
    }
    return [];
  });
}

/** What an editor's hand leaves behind: one finding of each kind for a side. */
function debris(part: Part, passage: Passage): readonly PassageFinding[] {
  return languages.flatMap((language) =>
    leftovers.flatMap(({ variant, pattern, only }): readonly PassageFinding[] => {
      if (only !== undefined && only !== language) return [];
      const side = part[language];
      const found = pattern.exec(side.words);
      if (!found) return [];
      const at = passage.context.spot(side, found.index, found.index + found[0].length);
      const details = { variant, words: found[0].trim().replace(/\s+/g, ' ') };
      return [
        {
          rule: 'punctuation-matches',
          passage,
          at,
          beside: part[otherLanguage(language)].position,
          details,
        },
      ];
    }),
  );
}
