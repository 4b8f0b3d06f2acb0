import type { Abbreviation, Heading, Nodes, Term, Text } from 'mdast';
import { typeset } from '../language/index.ts';
import { type Concept, visit } from '../model/index.ts';
import type { Expansion } from './acronyms.ts';
import { type Assembly, type Draft, titleOf } from './assembly.ts';
import { noteSections } from './noteSections.ts';
import { setChildren } from './rewrite.ts';
import { wordsOf } from './words.ts';

/** A use of a concept, linked to the glossary or not; it can be led back to. */
export interface Use {
  readonly concept: string;
  readonly draft: Draft;
  /** `use-<concept>-<n>`, n counting the document's uses from 1, apart from ids that the author took. */
  readonly id: string;
  readonly section: Heading;
}

interface Reader {
  readonly assembly: Assembly;
  readonly concepts: { get(id: string): Concept | undefined };
  readonly draft: Draft;
  readonly expansions: ReadonlyMap<Term, Expansion>;
  readonly uses: Use[];
  /** Concepts that the section or document has linked already. */
  readonly seen: Set<string>;
  /** Ids that the document has. */
  readonly taken: ReadonlySet<string>;
  /** Uses of each concept so far. */
  readonly counts: Map<string, number>;
  section: Heading;
}

/**
 * Chooses, among the candidates, the uses that lead to the glossary, by the publication's policy; the others become
 * plain words with an anchor. An acronym says what it stands for wherever it is used, and in words where it is expanded.
 */
export function linkTerms(
  drafts: readonly Draft[],
  expansions: ReadonlyMap<Term, Expansion>,
  assembly: Assembly,
): Use[] {
  const concepts = new Map(assembly.publication.concepts.map((concept) => [concept.id, concept]));
  return drafts.flatMap((draft) => linkTermsIn(draft, expansions, { assembly, concepts }));
}

/** Likewise in one document. */
export function linkTermsIn(
  draft: Draft,
  expansions: ReadonlyMap<Term, Expansion>,
  known: Pick<Reader, 'assembly' | 'concepts'>,
): Use[] {
  const section = titleOf(draft);
  const sections = noteSections(draft);
  const taken = idsOf(draft);
  const counts = new Map<string, number>();
  const reader: Reader = { ...known, draft, expansions, uses: [], seen: new Set(), taken, counts, section };
  readChildren(draft.tree, reader, false);
  for (const note of draft.notes) {
    reader.section = sections.get(note.identifier) ?? section;
    readChildren(note, reader, false);
  }
  return reader.uses;
}

function readChildren(parent: Nodes, reader: Reader, inLink: boolean): void {
  if (!('children' in parent)) return;
  const children: readonly Nodes[] = parent.children;
  for (const [index, child] of children.entries()) takePossessive(child, children[index + 1], reader);
  if (children.length > 0)
    setChildren(
      parent,
      children.flatMap((child) => read(child, reader, inLink)),
    );
}

/** A possessive goes from behind an acronym that is expanded to its long form. */
function takePossessive(child: Nodes, next: Nodes | undefined, { expansions }: Reader): void {
  const possessive = child.type === 'term' ? expansions.get(child)?.possessive : undefined;
  if (possessive && next?.type === 'text') next.value = next.value.slice(possessive.written.length);
}

function read(node: Nodes, reader: Reader, inLink: boolean): readonly Nodes[] {
  if (node.type === 'heading') {
    reader.section = node;
    if (reader.assembly.publication.settings.glossary.link === 'first-in-section') reader.seen.clear();
  }
  // What the author explains is not explained again.
  if (node.type === 'abbreviation') visit(node, 'term', (term) => void delete term.abbreviation);
  readChildren(node, reader, inLink || node.type === 'link' || node.type === 'reference');
  return node.type === 'term' ? settle(node, reader, inLink) : [node];
}

function settle(term: Term, reader: Reader, inLink: boolean): readonly Nodes[] {
  const concept = reader.concepts.get(term.concept);
  if (!concept) return term.children;
  if (term.abbreviation) term.children = acronymOf(term, concept, reader);
  const id = anchorOf(concept, reader);
  reader.uses.push({ concept: concept.id, draft: reader.draft, id, section: reader.section });
  if (inLink || !isChosen(term, reader)) return [{ type: 'span', data: { id }, children: term.children }];
  reader.seen.add(concept.id);
  term.data = { ...term.data, id, target: { document: 'glossary', id: `term-${concept.id}` } };
  return [term];
}

function anchorOf({ id }: Concept, { taken, counts }: Reader): string {
  let count = counts.get(id) ?? 0;
  let anchor: string;
  do anchor = `use-${id}-${++count}`;
  while (taken.has(anchor));
  counts.set(id, count);
  return anchor;
}

/** Ids that the document has. */
export function idsOf({ tree, notes }: Draft): Set<string> {
  const ids = new Set<string>();
  for (const node of [tree, ...notes]) visit(node, ({ data }) => void (data?.id !== undefined && ids.add(data.id)));
  return ids;
}

function isChosen(term: Term, { assembly, seen }: Reader): boolean {
  const { link } = assembly.publication.settings.glossary;
  return term.forced === true || link === 'all' || (link !== 'none' && !seen.has(term.concept));
}

/** The acronym, and where it is expanded its long form before it, or after it, in brackets. */
function acronymOf(term: Term, concept: Concept, { assembly, expansions }: Reader): Term['children'] {
  const { language, tag, typography } = assembly;
  const expansion = typeset(concept[language].term, tag, typography);
  const acronym: Abbreviation = { type: 'abbreviation', expansion, children: term.children };
  const expanded = expansions.get(term);
  if (!expanded) return [acronym];
  const text = (value: string): Text => ({ type: 'text', value });
  const words = wordsOf(expanded.words, tag, typography);
  const [open, close] = expanded.brackets === 'square' ? [' [', ']'] : [' (', ')'];
  return expanded.order === 'words-first'
    ? [...words, text(`${expanded.possessive?.own ?? ''}${open}`), acronym, text(close)]
    : [acronym, text(open), ...words, text(close)];
}
