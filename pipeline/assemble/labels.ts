import type { Heading, Nodes } from 'mdast';
import type { Destination, Table } from '../model/index.ts';
import { titleOf } from './assembly.ts';
import { type DraftPlaces, find, type Place, type Places } from './places.ts';
import { plainCopy } from './words.ts';

/**
 * All that a link can say of a place in a document, by the place's id; of the document itself, under `''`. Nobody reads a
 * label: they are compared, and links whose labels say the same as before need not get their words again. So a label must
 * hold whatever `links.ts` and `references.ts` take from a place.
 */
export type Labels = ReadonlyMap<string, object>;

export function labelsIn({ draft, ids }: DraftPlaces): Labels {
  const labels = new Map<string, object>([['', { document: draft.id, ...sectionWords(titleOf(draft)) }]]);
  for (const place of ids.values()) labels.set(place.id, labelOf(place));
  return labels;
}

function labelOf({ draft, id, node, section }: Place): object {
  return { document: draft.id, id, ...namedWords(node), section: sectionWords(section) };
}

function sectionWords(heading: Heading): object {
  return { words: plainCopy(heading.children), depth: heading.depth, number: heading.data?.section };
}

/** Of figures and entries of the glossary, which links call by their own names. */
function namedWords(node: Nodes): object {
  if (node.type === 'definitionTerm') return { type: node.type, words: plainCopy(node.children) };
  if (node.type !== 'figure') return {};
  const caption = node.children.find((child) => child.type === 'caption');
  return { kind: node.kind, number: node.number, caption: caption && structuredClone(caption) };
}

/** Key of what a link leads to, in the table of labels. */
export function keyOf(destination: Destination): string {
  return JSON.stringify([destination.path, destination.id ?? null, destination.anywhere ?? false]);
}

/** The label of what each key leads to: undefined where there is no such place. Found when it is first asked for. */
export function labelTable(places: Places, labels: ReadonlyMap<string, Labels>): Table {
  const known = new Map<string, object | undefined>();
  return {
    get(key) {
      if (known.has(key)) return known.get(key);
      const [path, id, anywhere] = JSON.parse(key) as [string, string | null, boolean];
      const found = find({ path, ...(id !== null && { id }), ...(anywhere && { anywhere }) }, places);
      const label = found && labels.get(found.draft.id)?.get(found.place?.id ?? '');
      known.set(key, label);
      return label;
    },
  };
}
