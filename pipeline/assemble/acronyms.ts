import type { Nodes, Term } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { beginsSentence, capitalised, pluralOf } from '../language/index.ts';
import { addTo, type Concept, type Language, type Related, type RuleId } from '../model/index.ts';
import { type Assembly, type Draft, report } from './assembly.ts';

/** What an acronym stands for, in words, and which of the two stands first. */
export interface Expansion {
  readonly words: string;
  readonly order: 'words-first' | 'acronym-first';
  /** Inside round brackets. */
  readonly brackets: 'round' | 'square';
  /** That follows the acronym in the text and belongs to the words: “the Bureau’s (FBI) agents”. */
  readonly possessive?: { readonly written: string; readonly own: string };
}

/** A use of a concept that has an acronym, by the acronym or by its term. */
export interface AcronymUse {
  readonly term: Term;
  /** Its number among the candidates of its document, in the order of reading. */
  readonly order: number;
  readonly path: string;
  readonly block: Block;
  /** Where it stands in the block's text. */
  readonly start: number;
  readonly end: number;
  /** Text that follows it directly, beside it in the tree. */
  readonly beside: string;
  /** In a table, a caption, a note …: no place for an explanation. */
  readonly aside: boolean;
  /** In words that lead to its explanation, or are explained themselves. */
  readonly led: boolean;
  /** The author has written both, one in brackets after the other. */
  byHand: boolean;
}

/** A run of words; its text grows while it is read. */
interface Block {
  text: string;
}

/**
 * Decides where an edition says what an acronym stands for: at its first use in running text, unless the author has.
 * Tells of an acronym that is used before it is expanded, expanded twice, or expanded and never used again.
 */
export function expandAcronyms(drafts: readonly Draft[], assembly: Assembly): ReadonlyMap<Term, Expansion> {
  const expansions = new Map<Term, Expansion>();
  for (const { use, concept } of expandedUses(drafts.flatMap(acronymsIn), assembly))
    expansions.set(use.term, expansionOf(use, concept, assembly.language));
  return expansions;
}

/**
 * The use of each acronym at which the edition says what it stands for; none where nothing is to be expanded.
 *
 * @param uses - In the order of the edition.
 */
export function expandedUses(uses: readonly AcronymUse[], assembly: Assembly): readonly Expanded[] {
  const policy = assembly.publication.settings.glossary.acronyms ?? 'expand';
  if (policy === 'none') return [];
  const byConcept = new Map<string, AcronymUse[]>();
  for (const use of uses) addTo(byConcept, use.term.concept, use);
  return assembly.publication.concepts.flatMap((concept) => {
    const use = settle(byConcept.get(concept.id) ?? [], concept, { assembly, isExpanding: policy === 'expand' });
    return use ? [{ use, concept }] : [];
  });
}

export interface Expanded {
  readonly use: AcronymUse;
  readonly concept: Concept;
}

/** What decides among the uses of an acronym, without the text around them. */
export function factsOf(use: AcronymUse, concept: Concept | undefined, language: Language): object {
  const { term, order, path, aside, led, byHand } = use;
  const fits = concept !== undefined && !aside && isPlain(use, concept, language);
  return { concept: term.concept, position: term.position, order, path, aside, led, byHand, fits };
}

/** The uses of acronyms in a document, in the order of reading. */
export function acronymsIn(draft: Draft): readonly AcronymUse[] {
  const uses: AcronymUse[] = [];
  let block: Block = { text: '' };
  let last: AcronymUse | undefined;
  const read = (
    node: Nodes,
    place: Pick<AcronymUse, 'path' | 'aside' | 'led'> & { next?: Nodes | undefined },
  ): void => {
    if (node.type === 'term') {
      const { path, aside, led, next } = place;
      const [start, end] = [block.text.length, block.text.length + textOf(node).length];
      const beside = next?.type === 'text' ? next.value : '';
      const order = uses.length;
      const use: AcronymUse = { term: node, order, path, block, start, end, beside, aside, led, byHand: false };
      if (last?.block === block) joinByHand(last, use, block.text.slice(last.end));
      uses.push(use);
      block.text += textOf(node);
      last = use;
    } else if ('children' in node) {
      if (blocks.has(node.type)) block = { text: '' };
      const led = place.led || leading.has(node.type);
      const aside = place.aside || led || asides.has(node.type);
      const children: readonly Nodes[] = node.children;
      for (const [index, child] of children.entries()) read(child, { ...place, aside, led, next: children[index + 1] });
    } else block.text += node.type === 'break' ? ' ' : 'value' in node ? node.value : '';
  };
  const path = draft.source?.path ?? '';
  read(draft.tree, { path, aside: false, led: false });
  for (const note of draft.notes) read(note, { path, aside: true, led: false });
  return uses.filter(({ term }) => term.abbreviation);
}

const blocks: ReadonlySet<string> = new Set([
  ...['paragraph', 'heading', 'tableCell', 'caption', 'definitionTerm', 'listItem', 'blockquote'],
]);
const asides: ReadonlySet<string> = new Set([...['table', 'figure', 'caption', 'heading', 'footnoteDefinition']]);
const leading: ReadonlySet<string> = new Set(['link', 'reference', 'abbreviation']);

/** "Integrated Border Enforcement Team (IBET)", "the Bureau’s (FBI)", or the other way round. */
function joinByHand(one: AcronymUse, other: AcronymUse, between: string): void {
  if (one.term.concept !== other.term.concept || !byHandShape.test(between)) return;
  if (one.term.abbreviation !== other.term.abbreviation) (one.term.abbreviation ? one : other).byHand = true;
}

const byHandShape =
  /^(?:[’']s?)?,?\s*[([]\s*(?:(?:or|hereafter|ou|ci-après|dite?)[,\s]\s*)?(?:the\s|les?\s|la\s|l[’'])?[“«"]?\s*$/i;

interface Settling {
  readonly assembly: Assembly;
  readonly isExpanding: boolean;
}

/** Reports what is wrong with the uses of one acronym; returns the one to expand, if any. */
function settle(
  uses: readonly AcronymUse[],
  concept: Concept,
  { assembly, isExpanding }: Settling,
): AcronymUse | undefined {
  const { abbr = '', term } = concept[assembly.language];
  const tell = (rule: RuleId, use: AcronymUse, beside?: AcronymUse): void => {
    const details = { acronym: abbr, term, id: concept.id };
    report(assembly, rule, { ...placeOf(use), details, ...(beside && { related: placeOf(beside) }) });
  };
  const running = uses.filter(({ aside }) => !aside);
  const byHand = running.filter((use) => use.byHand);
  const first =
    byHand[0] ??
    (isExpanding ? (running.find((use) => isPlain(use, concept, assembly.language)) ?? running[0]) : undefined);
  const [earliest] = running;
  const nowhere = earliest ? undefined : uses.find(({ led }) => !led); // there is no place to say what it stands for
  if (nowhere) tell('acronym-is-expanded', nowhere);
  if (earliest && !earliest.byHand && !isExpanding) tell('acronym-is-expanded', earliest, first);
  if (earliest && byHand[0] && earliest !== byHand[0] && isExpanding) tell('acronym-is-expanded', earliest, byHand[0]);
  for (const [index, again] of byHand.entries()) {
    const before = byHand.slice(0, index).find(({ path }) => path === again.path); // a chapter may say it again
    if (before) tell('acronym-is-expanded-once', again, before);
  }
  if (byHand[0] && uses.at(-1) === byHand[0]) tell('acronym-is-used', byHand[0]);
  return first?.byHand ? undefined : first;
}

function placeOf({ path, term: { position } }: AcronymUse): Related {
  return { path, ...(position && { position }) };
}

/** A long form can stand there: no possessive follows that is out of reach, or that an acronym in first place would lose. */
function isPlain(use: AcronymUse, concept: Concept, language: Language): boolean {
  const possessive = language === 'en' ? possessiveAfter(use) : undefined;
  if (possessive === undefined) return true;
  return (
    use.beside.startsWith(possessive) && orderOf(use, longForm(use, concept, language), language) === 'words-first'
  );
}

/** `’s`, or `’` after a plural, unless it closes a quotation. */
function possessiveAfter({ block, term, start, end }: AcronymUse): string | undefined {
  const after = block.text.slice(end);
  if (/^[’']s(?![\p{L}\p{N}])/u.test(after)) return after.slice(0, 2);
  const isQuoted = /[‘'][^’']*$/u.test(block.text.slice(0, start));
  return textOf(term).endsWith('s') && /^[’'](?![\p{L}\p{N}])/u.test(after) && !isQuoted
    ? after.slice(0, 1)
    : undefined;
}

/**
 * The long form as the sentence asks: in the plural, with the possessive, with a capital at its beginning. Where a word
 * before it does not go with that ("an IBET", « cet EBN »), the acronym stands first.
 */
export function expansionOf(use: AcronymUse, concept: Concept, language: Language): Expansion {
  const before = use.block.text.slice(0, use.start);
  const words = longForm(use, concept, language);
  const order = orderOf(use, words, language);
  const isFirst = order === 'words-first' && beginsSentence(before);
  const written = language === 'en' && order === 'words-first' ? possessiveAfter(use) : undefined;
  const possessive = written !== undefined &&
    use.beside.startsWith(written) && { possessive: { written, own: words.endsWith('s') ? '’' : '’s' } };
  const brackets = before.lastIndexOf('(') > before.lastIndexOf(')') ? 'square' : 'round';
  return { words: isFirst ? capitalised(words) : words, order, brackets, ...possessive };
}

function longForm({ term, block, start }: AcronymUse, concept: Concept, language: Language): string {
  const { abbr, ...designation } = concept[language];
  const isPlural = language === 'en' ? textOf(term) !== abbr : frenchPlurals.test(block.text.slice(0, start));
  return isPlural ? pluralOf(designation, language) : designation.term;
}

function orderOf({ block, start }: AcronymUse, words: string, language: Language): Expansion['order'] {
  const before = block.text.slice(0, start);
  const fits = language === 'en' ? fitsEnglish(before, words) : fitsFrench(before, words);
  return fits ? 'words-first' : 'acronym-first';
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
  if (/(?:^|[^\p{L}])(?:de\s+|d[’'])$/iu.test(before)) return false; // singular or plural: nothing tells
  const vowel = /^[aeiouyâàéèêëîïôûœæ]/i.test(words);
  if (/(?:[’']|(?:^|[^\p{L}])(?:cet|nouvel|bel|vieil)\s+)$/iu.test(before)) return vowel;
  return !(vowel || /^h/i.test(words)) || !beforeConsonant.test(before);
}

const beforeConsonant = /(?:^|[^\p{L}])(?:le|la|que|du|au|ce|jusque|ma|ta|sa|nouveau|beau|vieux)\s+$/iu;
