import type { DefinitionList, Nodes, PageReference, Paragraph } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { collator, typeset } from '../language/index.ts';
import { addTo, fill, visit } from '../model/index.ts';
import { type Assembly, type Draft, titleOf } from './assembly.ts';
import { noteSections } from './noteSections.ts';
import { linksToSections, type SectionPlace } from './sectionLinks.ts';
import { idsOf, type Use } from './terms.ts';
import { paragraphOf, wordsOf } from './words.ts';

/** A place that the author marked, and the words that it is found under. */
export interface IndexMark extends SectionPlace {
  readonly entry: string;
}

/** Gives each place that is marked for the index an anchor: `index-<n>`, apart from ids that the author took. */
export function takeIndexMarks(drafts: readonly Draft[], { tag, typography }: Assembly): readonly IndexMark[] {
  return drafts.flatMap((draft) => {
    const taken = idsOf(draft);
    const marks: IndexMark[] = [];
    const sections = noteSections(draft);
    let section = titleOf(draft);
    const read = (node: Nodes): void => {
      if (node.type === 'heading') section = node;
      const { index, ...data } = node.data ?? {};
      if (node.type !== 'span' || !index) return;
      const entry = index.entry === undefined ? textOf(node) : typeset(index.entry, tag, typography);
      const id = data.id ?? freeId(marks.length + 1, taken);
      node.data = { ...data, id };
      marks.push({ entry: entry.replace(/\s+/g, ' ').trim(), draft, id, section });
    };
    visit(draft.tree, read);
    for (const note of draft.notes) {
      section = sections.get(note.identifier) ?? titleOf(draft);
      visit(note, read);
    }
    return marks;
  });
}

function freeId(number: number, taken: Set<string>): string {
  let id = `index-${number}`;
  while (taken.has(id)) id += 'x';
  taken.add(id);
  return id;
}

interface Sources {
  readonly marks: readonly IndexMark[];
  /** Uses of terms, where the index is to have them. */
  readonly uses: readonly Use[];
}

/**
 * The index: entries by their first letter, in the order of the language, each with its pages where there are pages and
 * with links to its sections where there are none. Nothing when there are no entries.
 */
export function indexOf({ marks, uses }: Sources, assembly: Assembly): DefinitionList[] {
  const entries = entriesOf({ marks, uses }, assembly);
  const compare = collator(assembly.tag);
  const sorted = [...entries.keys()].sort(compare);
  const letters = new Map<string, Paragraph[]>();
  for (const entry of sorted) {
    const letter = letterOf(entry, assembly);
    const paragraph = entryOf(entry, entries.get(entry) ?? [], assembly);
    addTo(letters, letter, paragraph);
  }
  if (letters.size === 0) return [];
  const children = [...letters].flatMap(([letter, paragraphs]): DefinitionList['children'] => [
    { type: 'definitionTerm', children: [{ type: 'text', value: letter }] },
    { type: 'definitionDescription', children: paragraphs },
  ]);
  return [{ type: 'definitionList', data: { role: 'index' }, children }];
}

/** By their words; what differs in capitals at its beginning alone is one entry. */
function entriesOf(
  { marks, uses }: Sources,
  { publication, language, tag, typography }: Assembly,
): Map<string, SectionPlace[]> {
  const terms = new Map(
    publication.concepts.map((concept) => [concept.id, typeset(concept[language].term, tag, typography)]),
  );
  const places = [...marks, ...uses.flatMap((use) => ({ ...use, entry: terms.get(use.concept) ?? '' }))];
  const names = new Map<string, string>();
  const entries = new Map<string, SectionPlace[]>();
  for (const { entry, ...place } of places) {
    if (entry === '') continue;
    const key = entry.charAt(0).toLowerCase() + entry.slice(1);
    const name = names.get(key) ?? entry;
    names.set(key, name);
    addTo(entries, name, place);
  }
  return entries;
}

/** Its first letter without its accent; for figures and signs, one heading of their own. */
function letterOf(entry: string, { tag, strings }: Assembly): string {
  const [letter] =
    /\p{L}/u.exec(
      entry
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/^[^\p{L}\p{N}]+/u, '')
        .charAt(0),
    ) ?? [];
  return letter?.toLocaleUpperCase(tag) ?? fill(strings, 'edition.index.signs');
}

function entryOf(entry: string, places: readonly SectionPlace[], assembly: Assembly): Paragraph {
  const { strings, tag, typography } = assembly;
  const page = fill(strings, 'edition.index.page', { page: '{page}' });
  const pages: PageReference = {
    type: 'pageReference',
    targets: places.map(({ draft, id }) => ({ document: draft.id, id })),
    print: page,
    several: page,
    children: [{ type: 'text', value: fill(strings, 'edition.index.leads') }, ...linksToSections(places, { strings })],
  };
  return paragraphOf([...wordsOf(entry, tag, typography), pages]);
}
