import type { Nodes, Term } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { pluralOf } from '../language/index.ts';
import { addTo, type Concept, type Language, type Related, type RuleId } from '../model/index.ts';
import { type Assembly, type Draft, report } from './assembly.ts';

/** What an acronym stands for, in words, and which of the two stands first. */
export interface Expansion {
  readonly words: string;
  readonly order: 'words-first' | 'acronym-first';
}

/** A use of a concept that has an acronym, by the acronym or by its term. */
interface Use {
  readonly term: Term;
  readonly path: string;
  /** Of the block, from its beginning. */
  readonly before: string;
  readonly block: number;
  /** In a table, a caption, a note …: no place for an explanation. */
  readonly aside: boolean;
  /** The author has written both, one in brackets after the other. */
  byHand: boolean;
}

/**
 * Decides where an edition says what an acronym stands for: at its first use in running text, unless the author has.
 * Tells of an acronym that is used before it is expanded, expanded twice, or expanded and never used again.
 */
export function expandAcronyms(drafts: readonly Draft[], assembly: Assembly): ReadonlyMap<Term, Expansion> {
  const expansions = new Map<Term, Expansion>();
  const policy = assembly.publication.settings.glossary.acronyms ?? 'expand';
  if (policy === 'none') return expansions;
  const uses = usesIn(drafts);
  for (const concept of assembly.publication.concepts) {
    const acronyms = (uses.get(concept.id) ?? []).filter(({ term }) => term.abbreviation);
    const first = settle(acronyms, concept, { assembly, isExpanding: policy === 'expand' });
    if (first) expansions.set(first.term, expansionOf(first, concept, assembly.language));
  }
  return expansions;
}

/** By concept, in the order of the edition. */
function usesIn(drafts: readonly Draft[]): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  let block = 0;
  let before = '';
  let last: { use: Use; end: number } | undefined;
  const read = (node: Nodes, path: string, aside: boolean): void => {
    if (node.type === 'term') {
      const use: Use = { term: node, path, before, block, aside, byHand: false };
      if (last?.use.block === block) joinByHand(last.use, use, before.slice(last.end));
      addTo(uses, node.concept, use);
      before += textOf(node);
      last = { use, end: before.length };
    } else if ('children' in node) {
      if (blocks.has(node.type)) {
        block += 1;
        before = '';
      }
      for (const child of node.children) read(child, path, aside || asides.has(node.type));
    } else before += node.type === 'break' ? ' ' : 'value' in node ? node.value : '';
  };
  for (const { tree, notes, source } of drafts) {
    read(tree, source?.path ?? '', false);
    for (const note of notes) read(note, source?.path ?? '', true);
  }
  return uses;
}

const blocks: ReadonlySet<string> = new Set([
  ...['paragraph', 'heading', 'tableCell', 'caption', 'definitionTerm', 'listItem', 'blockquote'],
]);
const asides: ReadonlySet<string> = new Set([
  ...['table', 'figure', 'caption', 'heading', 'footnoteDefinition', 'link', 'reference', 'abbreviation'],
]);

/** "Integrated Border Enforcement Team (IBET)", or the other way round. */
function joinByHand(one: Use, other: Use, between: string): void {
  if (one.term.concept !== other.term.concept || !/^\s*\(\s*(?:the\s|les?\s|la\s|l’)?$/i.test(between)) return;
  if (one.term.abbreviation !== other.term.abbreviation) (one.term.abbreviation ? one : other).byHand = true;
}

interface Settling {
  readonly assembly: Assembly;
  readonly isExpanding: boolean;
}

/** Reports what is wrong with the uses of one acronym; returns the one to expand, if any. */
function settle(uses: readonly Use[], concept: Concept, { assembly, isExpanding }: Settling): Use | undefined {
  const { abbr = '', term } = concept[assembly.language];
  const tell = (rule: RuleId, use: Use, beside?: Use): void => {
    const details = { acronym: abbr, term, id: concept.id };
    report(assembly, rule, { ...placeOf(use), details, ...(beside && { related: placeOf(beside) }) });
  };
  const running = uses.filter(({ aside }) => !aside);
  const byHand = running.filter((use) => use.byHand);
  const first = byHand[0] ?? (isExpanding ? running[0] : undefined);
  const [earliest] = running;
  if (earliest && !earliest.byHand && !isExpanding) tell('acronym-is-expanded', earliest, first);
  if (earliest && byHand[0] && earliest !== byHand[0] && isExpanding) tell('acronym-is-expanded', earliest, byHand[0]);
  for (const [index, again] of byHand.entries()) {
    const before = byHand.slice(0, index).find(({ path }) => path === again.path); // a chapter may say it again
    if (before) tell('acronym-is-expanded-once', again, before);
  }
  if (byHand[0] && uses.at(-1) === byHand[0]) tell('acronym-is-used', byHand[0]);
  return first?.byHand ? undefined : first;
}

function placeOf({ path, term: { position } }: Use): Related {
  return { path, ...(position && { position }) };
}

/** Where a word before it does not go with the long form ("an IBET", « l’EIPF »), the acronym stands first. */
function expansionOf({ term, before }: Use, concept: Concept, language: Language): Expansion {
  const { abbr, ...designation } = concept[language];
  const isPlural = language === 'en' ? textOf(term) !== abbr : frenchPlurals.test(before);
  const words = isPlural ? pluralOf(designation, language) : designation.term;
  const fits = language === 'en' ? fitsEnglish(before, words) : fitsFrench(before, words);
  return { words, order: fits ? 'words-first' : 'acronym-first' };
}

const frenchPlurals =
  /(?:^|[^\p{L}])(?:[ld]es|aux|[cmts]es|[nv]os|leurs|plusieurs|quelques|certaine?s|tou(?:te)?s|autres|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+)\s+$/iu;

function fitsEnglish(before: string, words: string): boolean {
  const [, article] = /(?:^|[^\p{L}])(an?)\s+$/iu.exec(before) ?? [];
  if (article === undefined) return true;
  const vowel = /^(?:[aeiou]|hour|hono|heir)/i.test(words) && !/^(?:uni|eu|one\b|ut)/i.test(words);
  return vowel === (article.length === 2);
}

function fitsFrench(before: string, words: string): boolean {
  const vowel = /^[aeiouyâàéèêëîïôûœæ]/i.test(words);
  if (/[’']$/.test(before)) return vowel;
  return !(vowel || /^h/i.test(words)) || !/(?:^|[^\p{L}])(?:le|la|de|que|du|au|ce|jusque)\s+$/iu.test(before);
}
