import {
  type Diagnostic,
  type Language,
  type LanguageMap,
  otherLanguage,
  type RuleId,
} from '../../pipeline/model/index.ts';
import { concept } from './assembled.ts';
import { fenced, findingsIn, type PairText } from './corpora.ts';

/** A clean pair, and the same pair broken in one way. */
interface Mutation {
  readonly clean: PairText;
  readonly broken: PairText;
  /** The half that was changed, or that stands alone where the other is gone. */
  readonly side: Language;
  /** What stands at the finding's place on that half, where it can be told. */
  readonly at?: string;
}

export interface Chance {
  /** From 0 up to, not including, `count`. */
  below(count: number): number;
  pick<Each>(from: readonly Each[]): Each;
}

/** Breaks what a rule holds. Undefined where the pairs give nothing to break. */
export interface Generator {
  readonly name: string;
  /** The rule that must speak; any of several where one stands for another. */
  readonly rules: readonly RuleId[];
  /** @param pairs - Three different clean paragraphs. */
  make(pairs: readonly [PairText, PairText, PairText], chance: Chance): Mutation | undefined;
  /** How a document is made of it and judged, where that is not as most rules are tried. */
  readonly way?: Way;
}

/** How a mutation becomes two documents, and who judges them. */
export interface Way {
  /** @param around - Puts a block between two clean pairs. */
  texts(mutation: Mutation, around: (block: string) => string): { readonly clean: string; readonly broken: string };
  findings(markdown: string): readonly Diagnostic[];
  /** Whether a finding of the rule says what it should; its place is looked at besides. */
  says?(found: Diagnostic): boolean;
  /** The line on which a finding must begin, where the pair has not two halves. */
  line?(broken: string): number;
}

const asFences: Way = {
  texts: ({ clean, broken }, around) => ({ clean: around(fenced(clean)), broken: around(fenced(broken)) }),
  findings: (markdown) => findingsIn(markdown, glossary),
};

/** The same numbers for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { below, pick: (from) => from[below(from.length)] as (typeof from)[number] };
}

export const sides: readonly Language[] = ['en', 'fr'];

function both(make: (language: Language) => string): PairText {
  return { en: make('en'), fr: make('fr') };
}

/** The clean pair with one half replaced. */
function breakSide(clean: PairText, side: Language, text: string, at?: string): Mutation | undefined {
  if (text === clean[side]) return undefined;
  return { clean, broken: { ...clean, [side]: text }, side, ...(at !== undefined && { at }) };
}

/** Both halves with a sentence added that says the same. */
export function withSentence(pair: PairText, sentence: LanguageMap): PairText {
  return both((language) => `${pair[language]} ${sentence[language]}`);
}

function generator(name: string, rules: RuleId | readonly RuleId[], make: Generator['make']): Generator {
  return { name, rules: typeof rules === 'string' ? [rules] : rules, make };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Plain figures of a text, no part of an address, a name or a longer figure. */
export function figuresOf(text: string): readonly { readonly words: string; readonly start: number }[] {
  return [...text.matchAll(/(?<![\p{L}\d.,:/#_-])\d{1,4}(?![\p{L}\d,:/_-]|\.\d)/gu)].map(({ 0: words, index }) => ({
    words,
    start: index,
  }));
}

const rows = (cells: readonly string[]): string =>
  ['| a | b |', '| --- | --- |', ...cells.map((cell) => `| x | ${cell} |`)].join('\n');

/** Words without marks, as fit for a cell or a heading. */
function plainWords(text: string, count: number): string {
  return (text.match(/\p{L}{2,}/gu) ?? []).slice(0, count).join(' ');
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** Of which the clean pairs say nothing. */
const glossary = [
  concept(
    'charter',
    { term: 'quality charter', abbr: 'QCX', admitted: ['charter of quality'], forbidden: ['quality chart'] },
    { term: 'charte de qualité', abbr: 'CQX', admitted: ['charte qualité'], forbidden: ['chartre de qualité'] },
  ),
];
const charter = { en: 'It follows the quality charter.', fr: 'Il suit la charte de qualité.' };

/** One for each way in which a pair is broken. */
export const generators: readonly Generator[] = [
  generator('a paragraph more', 'structure-matches', ([one, two], chance) => {
    const side = chance.pick(sides);
    return breakSide(one, side, `${one[side]}\n\n${two[side]}`);
  }),
  generator('a heading more', 'structure-matches', ([one, two], chance) => {
    const side = chance.pick(sides);
    return breakSide(one, side, `${one[side]}\n\n## ${plainWords(two[side], 4)}`);
  }),
  generator('another depth', 'structure-matches', ([one], chance) => {
    const side = chance.pick(sides);
    const clean = both((language) => `## ${plainWords(one[language], 5)}`);
    return breakSide(clean, side, `#${clean[side]}`);
  }),
  generator('an item less', 'list-shape-matches', (pairs, chance) => {
    const side = chance.pick(sides);
    const list = (language: Language): string[] => pairs.map((pair) => `- ${pair[language]}`);
    const gone = chance.below(3);
    return breakSide(
      both((each) => list(each).join('\n')),
      side,
      list(side)
        .filter((_, index) => index !== gone)
        .join('\n'),
    );
  }),
  generator('another start', 'list-shape-matches', ([one, two], chance) => {
    const side = chance.pick(sides);
    const list = (language: Language, start: number): string =>
      `${start}. ${one[language]}\n${start + 1}. ${two[language]}`;
    return breakSide(
      both((each) => list(each, 1)),
      side,
      list(side, 2 + chance.below(7)),
    );
  }),
  generator('an item a level deeper', 'list-shape-matches', (pairs, chance) => {
    const side = chance.pick(sides);
    const list = both((language) => pairs.map((pair) => `- ${pair[language]}`).join('\n'));
    const lines = list[side].split('\n');
    return breakSide(list, side, [lines[0], lines[1], `  ${lines[2]}`].join('\n'));
  }),
  generator('a task done', 'list-shape-matches', (pairs, chance) => {
    const side = chance.pick(sides);
    const list = both((language) => pairs.map((pair) => `- [ ] ${pair[language]}`).join('\n'));
    return breakSide(list, side, list[side].replace('[ ]', '[x]'));
  }),
  generator('a row less', 'table-shape-matches', (pairs, chance) => {
    const side = chance.pick(sides);
    const cells = (language: Language): string[] => pairs.map((pair) => plainWords(pair[language], 6));
    const gone = chance.below(3);
    return breakSide(
      both((each) => rows(cells(each))),
      side,
      rows(cells(side).filter((_, index) => index !== gone)),
    );
  }),
  generator('a column less', 'table-shape-matches', (pairs, chance) => {
    const side = chance.pick(sides);
    const table = both((language) => rows(pairs.map((pair) => plainWords(pair[language], 6))));
    return breakSide(table, side, table[side].replace(/^\|[^|]*/gm, ''));
  }),
  generator('another address', 'link-targets-match', ([one], chance) => {
    const side = chance.pick(sides);
    const [, url] = /\]\((https?:[^)\s]+)\)/.exec(one[side]) ?? [];
    if (url !== undefined) {
      const other = `https://www.example.org/${chance.below(1000)}`;
      return breakSide(one, side, one[side].replace(url, other));
    }
    const page = `https://www.example.ca/page-${chance.below(1000)}`;
    const clean = withSentence(one, {
      en: `See [the page](${page}-eng.html).`,
      fr: `Voir [la page](${page}-fra.html).`,
    });
    return breakSide(clean, side, clean[side].replace(page, `${page}7`));
  }),
  generator('a link less', 'link-targets-match', ([one], chance) => {
    const side = chance.pick(sides);
    const page = `https://www.example.ca/page-${chance.below(1000)}`;
    const clean = withSentence(one, { en: `See [the page](${page}).`, fr: `Voir [la page](${page}).` });
    return breakSide(clean, side, clean[side].replace(/\[([^\]]*)\]\(https:\/\/www\.example\.ca[^)]*\)/, '$1'));
  }),
  generator('another digit', 'numbers-match', ([one], chance) => {
    const side = chance.pick(sides);
    const number = 13 + chance.below(900);
    const clean = withSentence(one, { en: `It has ${number} parts.`, fr: `On y compte ${number} parties.` });
    const other = String(number + 1 + chance.below(50));
    return breakSide(clean, side, clean[side].replace(new RegExp(`${number}(?= part)`), other), other);
  }),
  generator('another day', 'numbers-match', ([one], chance) => {
    const side = chance.pick(sides);
    const [day, other] = [1 + chance.below(14), 15 + chance.below(14)];
    const say = (n: number): LanguageMap => ({
      en: `It began on May ${n}, 2004.`,
      fr: `Il a commencé le ${n} mai 2004.`,
    });
    const clean = withSentence(one, say(day));
    return breakSide(clean, side, `${one[side]} ${say(other)[side]}`);
  }),
  generator('another amount', 'numbers-match', ([one], chance) => {
    const side = chance.pick(sides);
    const whole = 2 + chance.below(90);
    const say = (n: number): LanguageMap => ({
      en: `It cost $${n}.5 million.`,
      fr: `Il a coûté ${n},5 millions de dollars.`,
    });
    return breakSide(withSentence(one, say(whole)), side, `${one[side]} ${say(whole + 1)[side]}`);
  }),
  generator('another digit of the text’s own', ['numbers-match', 'placeholders-match'], ([one], chance) => {
    const side = chance.pick(sides);
    const found = figuresOf(one[side]).filter(({ words }) =>
      figuresOf(one[otherLanguage(side)]).some((each) => each.words === words),
    );
    if (found.length === 0) return undefined;
    const { start, words } = chance.pick(found);
    const digit = Number(words.at(-1));
    const other = `${words.slice(0, -1)}${(digit + 1 + chance.below(8)) % 10}`;
    if (one.en.includes(other) || one.fr.includes(other)) return undefined;
    return breakSide(one, side, one[side].slice(0, start) + other + one[side].slice(start + words.length), other);
  }),
  ...(
    [
      ['another percentage', (n) => ({ en: `It rose by ${n}.5%.`, fr: `Il a augmenté de ${n},5 %.` })],
      ['another hour', (n) => ({ en: `It opens at ${(n % 9) + 1}:30 p.m.`, fr: `On ouvre à ${(n % 9) + 13} h 30.` })],
      [
        'another year of a range',
        (n) => ({
          en: `It ran in ${1950 + (n % 40)}–${two((n % 40) + 51)}.`,
          fr: `Il a duré en ${1950 + (n % 40)}-${1951 + (n % 40)}.`,
        }),
      ],
      [
        'another amount in a range',
        (n) => ({ en: `It costs $${n} to $${n + 500}.`, fr: `Il coûte de ${n} à ${n + 500} $.` }),
      ],
    ] as readonly (readonly [string, (n: number) => LanguageMap])[]
  ).map(([name, say]) =>
    generator(name, 'numbers-match', ([one], chance) => {
      const side = chance.pick(sides);
      const number = 13 + chance.below(80);
      return breakSide(withSentence(one, say(number)), side, `${one[side]} ${say(number + 1 + chance.below(7))[side]}`);
    }),
  ),
  generator('another currency', 'numbers-match', ([one], chance) => {
    const number = 13 + chance.below(900);
    const clean = withSentence(one, { en: `It cost $${number}.`, fr: `Il a coûté ${number} $.` });
    return breakSide(clean, 'fr', clean.fr.replace(/\$\.$/, '€.'));
  }),
  generator('another month', 'numbers-match', ([one], chance) => {
    const clean = withSentence(one, { en: 'It ends in August.', fr: 'Il prend fin en août.' });
    return breakSide(clean, 'fr', clean.fr.replace(/août\.$/, `${chance.pick(['juin', 'juillet', 'octobre'])}.`));
  }),
  generator('a figure less', 'numbers-match', ([one], chance) => {
    const side = chance.pick(sides);
    const number = 20 + chance.below(900);
    const clean = withSentence(one, { en: `It has ${number} parts.`, fr: `On y compte ${number} parties.` });
    return breakSide(clean, side, clean[side].replace(new RegExp(`${number} (?=part)`), ''));
  }),
  generator('a wrong scale', 'billion-is-milliard', ([one], chance) => {
    const number = 2 + chance.below(90);
    const clean = withSentence(one, {
      en: `It cost $${number} billion.`,
      fr: `Il a coûté ${number} milliards de dollars.`,
    });
    return breakSide(clean, 'fr', clean.fr.replace('milliards', 'billions'), 'billions');
  }),
  generator('a picture less', 'images-match', ([one], chance) => {
    const side = chance.pick(sides);
    const clean = withSentence(one, { en: '![A map](map.png)', fr: '![Une carte](map.png)' });
    return breakSide(clean, side, one[side]);
  }),
  generator('a description less', 'images-match', ([one], chance) => {
    const side = chance.pick(sides);
    const clean = withSentence(one, { en: '![A map](map.png)', fr: '![Une carte](map.png)' });
    return breakSide(clean, side, clean[side].replace(/!\[[^\]]*\]/, '![]'));
  }),
  generator('another picture', 'images-match', ([one], chance) => {
    const side = chance.pick(sides);
    const clean = withSentence(one, { en: '![A map](map.png)', fr: '![Une carte](map.png)' });
    return breakSide(clean, side, clean[side].replace('map.png', 'chart.png'));
  }),
  generator('a call less', 'footnotes-match', ([one, two], chance) => {
    const side = chance.pick(sides);
    const make = (language: Language, call: string): string =>
      `${two[language]}[^n]\n\n${one[language]}${call}\n\n[^n]: ${language === 'en' ? 'See the act.' : 'Voir la loi.'}`;
    return breakSide(
      both((language) => make(language, '[^n]')),
      side,
      make(side, ''),
    );
  }),
  generator('a note that one side alone has', 'footnotes-match', ([one, two], chance) => {
    const side = chance.pick(sides);
    const noted = both((language) => `${one[language]}[^n]\n\n[^n]: ${two[language]}`);
    return breakSide(noted, side, one[side]);
  }),
  generator('another control', 'placeholders-match', ([one], chance) => {
    const side = chance.pick(sides);
    const [part, other] = [1 + chance.below(9), 11 + chance.below(9)];
    const clean = withSentence(one, { en: `It is in AC-2(${part}).`, fr: `Il figure à AC-2(${part}).` });
    return breakSide(clean, side, clean[side].replace(`AC-2(${part})`, `AC-2(${other})`), `AC-2(${other})`);
  }),
  ...(
    [
      ['telephone', () => '613-555-0123', (kept) => kept.replace('0123', '0132')],
      ['e-mail', () => 'help@example.ca', (kept) => kept.replace('help', 'halp')],
      ['variable', () => '{{first_name}}', (kept) => kept.replace('first', 'last')],
      ['code', () => '`make all`', (kept) => kept.replace('all', 'all -j2')],
    ] as readonly (readonly [string, () => string, (kept: string) => string])[]
  ).map(([name, keep, slip]) =>
    generator(`another ${name}`, 'placeholders-match', ([one], chance) => {
      const side = chance.pick(sides);
      const kept = keep();
      const clean = withSentence(one, { en: `Use ${kept} for it.`, fr: `Utilisez ${kept} pour cela.` });
      return breakSide(clean, side, clean[side].replace(kept, slip(kept)), slip(kept).replaceAll('`', ''));
    }),
  ),
  generator('another chapter of a statute', 'placeholders-match', ([one], chance) => {
    const side = chance.pick(sides);
    const clean = withSentence(one, { en: 'See S.C. 2001, c. 41.', fr: 'Voir L.C. 2001, ch. 41.' });
    return breakSide(clean, side, clean[side].replace('. 41.', '. 14.'));
  }),
  generator('English left in place', ['text-is-translated', 'language-is-right'], ([one]) => {
    return letters(one.en) < 40 ? undefined : { clean: one, broken: { en: one.en, fr: one.en }, side: 'fr' };
  }),
  generator('French left in place', ['text-is-translated', 'language-is-right'], ([one]) => {
    return letters(one.fr) < 40 ? undefined : { clean: one, broken: { en: one.fr, fr: one.fr }, side: 'en' };
  }),
  generator('a sentence left in place', ['text-is-translated', 'language-is-right'], ([one]) => {
    const sentence = 'It was set up to share what is known of them.';
    const clean = withSentence(one, { en: sentence, fr: 'Il a été créé pour mettre en commun ce que l’on en sait.' });
    return breakSide(clean, 'fr', `${one.fr} ${sentence}`);
  }),
  generator('swapped sides', 'language-is-right', ([one]) => {
    if (letters(one.en) < 80) return undefined;
    return { clean: one, broken: { en: one.fr, fr: one.en }, side: 'en' };
  }),
  generator('another language', 'language-is-right', ([one, two], chance) => {
    const side = chance.pick(sides);
    const wrong = two[otherLanguage(side)];
    return letters(wrong) < 80 || letters(one[side]) < 80 ? undefined : breakSide(one, side, wrong);
  }),
  generator('half of it gone', 'length-is-plausible', ([one, two, three], chance) => {
    const side = chance.pick(sides);
    const clean = both((language) => [one, two, three].map((pair) => pair[language]).join(' '));
    const least = Math.min(...[one, two, three].map((pair) => pair[side].length));
    const kept = [one, two, three].find((pair) => pair[side].length === least);
    return kept && clean[side].length > 200 ? breakSide(clean, side, kept[side]) : undefined;
  }),
  generator('a question', 'punctuation-matches', ([one], chance) => {
    const side = chance.pick(sides);
    return /\p{L}\.$/u.test(one.en) && /\p{L}\.$/u.test(one.fr)
      ? breakSide(one, side, one[side].replace(/\.$/, '?'))
      : undefined;
  }),
  generator('an open bracket', 'punctuation-matches', ([one], chance) => {
    const side = chance.pick(sides);
    const clean = withSentence(one, { en: 'It is open (see below).', fr: 'Il est ouvert (voir plus loin).' });
    return breakSide(clean, side, clean[side].replace(/\)\.$/, '.'));
  }),
  generator('a lone quote', 'punctuation-matches', ([one], chance) => {
    const side = chance.pick(sides);
    const clean = withSentence(one, { en: 'It is called “the plan”.', fr: 'On l’appelle « le plan ».' });
    return breakSide(clean, side, clean[side].replace(/”\.$|»\.$/, '.'));
  }),
  generator('a doubled word', 'punctuation-matches', ([one], chance) => {
    const side = chance.pick(sides);
    const clean = withSentence(one, { en: 'It is in the plan.', fr: 'C’est dans le plan.' });
    return breakSide(clean, side, clean[side].replace(/(the|le) plan\.$/, '$1 $1 plan.'));
  }),
  generator('a term by other words', 'term-is-translated', ([one], chance) => {
    const side = chance.pick(sides);
    const clean = withSentence(one, charter);
    return breakSide(clean, side, clean[side].replace(/quality charter|charte de qualité/, 'document'));
  }),
  generator('a forbidden form', 'term-is-translated', ([one], chance) => {
    const side = chance.pick(sides);
    const clean = withSentence(one, charter);
    const wrong = { en: 'quality charts', fr: 'chartres de qualité' }[side];
    return breakSide(clean, side, clean[side].replace(/quality charter|charte de qualité/, wrong), wrong);
  }),
  generator('the other language’s acronym', 'term-is-translated', ([one], chance) => {
    const side = chance.pick(sides);
    const clean = withSentence(one, { en: 'It follows the QCX.', fr: 'Il suit la CQX.' });
    const wrong = { en: 'CQX', fr: 'QCX' }[side];
    return breakSide(clean, side, clean[side].replace(/QCX|CQX/, wrong), wrong);
  }),
  generator('another form', 'term-is-consistent', ([one], chance) => {
    const side = chance.pick(sides);
    const again = { en: 'The quality charter is public.', fr: 'La charte de qualité est publique.' };
    const clean = withSentence(withSentence(one, charter), again);
    const other = { en: 'The charter of quality', fr: 'La charte qualité' }[side];
    return breakSide(
      clean,
      side,
      clean[side].replace(/The quality charter|La charte de qualité/, other),
      other.slice(4),
    );
  }),
];

export interface Tried {
  readonly generator: string;
  readonly tries: number;
  /** Broken pairs in which no rule spoke at the right place. */
  readonly missed: readonly string[];
}

/**
 * Break pairs in one way, as often as is asked, each between two clean ones.
 *
 * @param pairs - Clean paragraphs; a mutation whose undamaged pair is not clean is not counted.
 */
export function tryOut(
  generator: Generator,
  pairs: readonly PairText[],
  options: { tries: number; seed: number },
): Tried {
  const chance = chanceOf(options.seed);
  const missed: string[] = [];
  let tries = 0;
  for (let attempt = 0; tries < options.tries && attempt < options.tries * 20; attempt++) {
    const three = [chance.pick(pairs), chance.pick(pairs), chance.pick(pairs)] as const;
    if (new Set(three).size < 3) continue;
    const mutation = generator.make(three, chance);
    if (!mutation) continue;
    const [before, after] = [chance.pick(pairs), chance.pick(pairs)];
    if (three.some(({ en }) => en === before.en || en === after.en)) continue; // its place could not be told
    const way = generator.way ?? asFences;
    const around = (block: string): string => [fenced(before), block, fenced(after)].join('\n');
    const { clean, broken: text } = way.texts(mutation, around);
    if (way.findings(clean).length > 0) continue;
    tries++;
    if (!way.findings(text).some((found) => isRight(found, { generator, mutation, text, before }))) missed.push(text);
  }
  return { generator: generator.name, tries, missed };
}

interface Trial {
  readonly generator: Generator;
  readonly mutation: Mutation;
  readonly text: string;
  readonly before: PairText;
}

/** Of the rule, in the broken pair, and on the changed half first or as the other side; at the very words, where known. */
function isRight(found: Diagnostic, { generator, mutation, text, before }: Trial): boolean {
  if (!generator.rules.includes(found.rule) || generator.way?.says?.(found) === false) return false;
  if (generator.way?.line) return found.position?.start.line === generator.way.line(text);
  const lines = text.split('\n');
  const start = fenced(before).split('\n').length;
  const length = fenced(mutation.broken).split('\n').length;
  const { en } = mutation.broken;
  const middle = start + 1 + en.split('\n').length + 1;
  const spots = [found.position, found.related?.position].filter((position) => position !== undefined);
  if (spots.length === 0 || spots.some(({ start: point }) => point.line <= start || point.line >= start + length))
    return false;
  const own = spots.find(({ start: point }) => point.line <= middle === (mutation.side === 'en'));
  if (!own) return false;
  if (mutation.at === undefined) return true;
  const line = lines[own.start.line - 1] ?? '';
  return line.slice(own.start.column - 1, own.end.column - 1).includes(mutation.at);
}
