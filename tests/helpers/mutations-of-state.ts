import type { Diagnostic, RuleId, Severity } from '../../pipeline/model/index.ts';
import { parseDocument } from '../../pipeline/read/index.ts';
import { assembled, type PublicationParts } from './assembled.ts';
import { fenced } from './corpora.ts';
import { type Chance, figuresOf, type Generator, sides, type Way, withSentence } from './mutations.ts';
import { approved, reviewOf } from './review.ts';

/** Passages that are not there: reading alone finds them. */
const inFences: Way = {
  texts: ({ clean, broken }, around) => ({ clean: around(fenced(clean)), broken: around(fenced(broken)) }),
  findings: (markdown) => parseDocument(markdown, 'page.md').diagnostics,
};

/** A neighbour's half would stand for the one that is gone: breaks keep the pairs apart. */
const apart = '***\n\n';

const dropped: Way = {
  ...inFences,
  texts: ({ clean, side }, around) => {
    const set = (block: string): string => around(`${apart}${block}\n${apart}`);
    return { clean: set(fenced(clean)), broken: set(`:::${side}\n${clean[side]}\n:::\n`) };
  },
  line: (broken) => broken.slice(0, broken.indexOf(apart) + apart.length).split('\n').length,
};

const asked: PublicationParts = { settings: { policy: { approval: 'required' } } };

const inPage = (markdown: string): readonly Diagnostic[] =>
  reviewOf({ documents: { page: markdown } }, asked).diagnostics.filter(({ path }) => path === 'source/page.md');

const approvedPage = (page: string): string => approved({ documents: { page } }, asked).documents.page ?? '';

/** All is approved, and then the words that were approved change. */
function changed(severity: Severity): Way {
  return {
    texts: ({ clean, broken, side }, around) => {
      const text = approvedPage(around(fenced(clean)));
      const half = ({ [side]: words }: typeof clean): string => `\n${words}\n:::`;
      return { clean: text, broken: text.replace(half(clean), () => half(broken)) };
    },
    findings: inPage,
    says: (found) => found.severity === severity,
  };
}

/** All is approved, and then the approval of the pair in the middle is taken away. */
const unapproved: Way = {
  texts: ({ clean }, around) => {
    const text = approvedPage(around(fenced(clean)));
    const [, second] = text.matchAll(/\{rev=[^}]*\}/g);
    if (!second) throw new Error('Three pairs carry three approvals');
    return { clean: text, broken: text.slice(0, second.index) + text.slice(second.index + second[0].length) };
  },
  findings: inPage,
};

/** The heading that both halves link to goes by another name. */
const renamed: Way = {
  texts: ({ clean }, around) => {
    const page = (id: string): string => around(`${fenced(clean)}\n## :en[Part]:fr[Partie] {#${id}}\n`);
    return { clean: page('the-part'), broken: page('that-part') };
  },
  findings: (markdown) => assembled({ page: markdown }).diagnostics.filter(({ rule }) => rule === 'link-target-exists'),
};

function generator(name: string, rule: RuleId, trial: Pick<Generator, 'make' | 'way'>): Generator {
  return { name, rules: [rule], ...trial };
}

/** A word in running text, no part of a mark, an address or a name. */
function wordIn(text: string, chance: Chance): { readonly word: string; readonly start: number } | undefined {
  const found = [...text.matchAll(/(?<=^|\p{Ll} )\p{Ll}{4,}(?= \p{Ll})/gu)];
  if (found.length === 0) return undefined;
  const { 0: word, index: start } = chance.pick(found);
  return { word, start };
}

/** What rules say of how a passage stands, where the words themselves may be right. The English side was written first. */
export const generatorsOfState: readonly Generator[] = [
  generator('a side that is gone', 'variant-present', {
    make: ([one], chance) => ({ clean: one, broken: one, side: chance.pick(sides) }),
    way: dropped,
  }),
  generator('a side without words', 'variant-present', {
    make: ([one], chance) => {
      const side = chance.pick(sides);
      return { clean: one, broken: { ...one, [side]: '' }, side };
    },
    way: inFences,
  }),
  generator('a note to self', 'variant-present', {
    make: ([one], chance) => {
      const side = chance.pick(sides);
      const note = chance.pick(['TODO', 'TBD', 'XXX', 'TODO: translate', 'À VENIR']);
      return { clean: one, broken: { ...one, [side]: note }, side, at: note };
    },
    way: inFences,
  }),
  generator('other words on the approved side', 'translation-is-fresh', {
    make: ([one], chance) => {
      const { word, start } = wordIn(one.en, chance) ?? {};
      if (word === undefined || start === undefined) return undefined;
      const en = `${one.en.slice(0, start)}otherwise${one.en.slice(start + word.length)}`;
      return { clean: one, broken: { ...one, en }, side: 'en' };
    },
    way: changed('warning'),
  }),
  generator('another figure on the approved side', 'translation-is-fresh', {
    make: ([one], chance) => {
      const number = 13 + chance.below(900);
      const clean = withSentence(one, { en: `It has ${number} parts.`, fr: `On y compte ${number} parties.` });
      // what stands in a code such as AC-20(3) is of its name, which is no figure
      const found = chance.pick(figuresOf(clean.en).filter(({ start }) => clean.en[start - 1] !== '('));
      const figure = String(Number(found.words) + 1 + chance.below(50));
      const en = clean.en.slice(0, found.start) + figure + clean.en.slice(found.start + found.words.length);
      return { clean, broken: { ...clean, en }, side: 'en' };
    },
    way: changed('error'),
  }),
  generator('other signs on the approved side', 'translation-is-fresh', {
    make: ([one], chance) => {
      const { word, start } = wordIn(one.en, chance) ?? {};
      if (word === undefined || start === undefined) return undefined;
      const en = `${one.en.slice(0, start)}${chance.pick(['– ', '… ', '“'])}${one.en.slice(start)}`;
      return { clean: one, broken: { ...one, en }, side: 'en' };
    },
    way: changed('info'),
  }),
  generator('an approval that is taken away', 'translation-is-approved', {
    make: ([one]) => ({ clean: one, broken: one, side: 'fr' }),
    way: unapproved,
  }),
  generator('another name of what a link leads to', 'link-target-exists', {
    make: ([one], chance) => {
      const clean = withSentence(one, { en: 'See [the part](#the-part).', fr: 'Voir [la partie](#the-part).' });
      return { clean, broken: clean, side: chance.pick(sides), at: '#the-part' };
    },
    way: renamed,
  }),
];
