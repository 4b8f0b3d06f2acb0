import type { Heading, Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { slugOf } from '../language/index.ts';
import { addTo, type Destination, visit } from '../model/index.ts';
import { type Draft, once, titleOf } from './assembly.ts';

/** Something with an id, and the section it stands in. */
export interface Place {
  readonly draft: Draft;
  /** The id that the edition has for it. */
  readonly id: string;
  readonly node: Nodes;
  readonly section: Heading;
}

export interface Places {
  /** By `Draft.id`. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** By the path of each file that the document was read from. */
  readonly paths: ReadonlyMap<string, Draft>;
  /** By `Draft.id`, then by the element's. */
  readonly ids: ReadonlyMap<string, ReadonlyMap<string, Place>>;
  /** Of all documents together, by the element's id; made when it is first asked for. */
  readonly anywhere: () => ReadonlyMap<string, readonly Place[]>;
}

/** Where every id of the edition is. */
export function indexPlaces(drafts: readonly Draft[]): Places {
  return joinPlaces(drafts.map(placesIn));
}

/** What one document adds to the places of its edition. */
export interface DraftPlaces {
  readonly draft: Draft;
  readonly common: readonly Led[];
  readonly parts: readonly Led[];
  readonly own: readonly Led[];
  readonly ids: ReadonlyMap<string, Place>;
}

export function placesIn(draft: Draft): DraftPlaces {
  return { draft, common: commonPaths(draft), parts: partsOf(draft), own: ownPath(draft), ids: idsOf(draft) };
}

export function joinPlaces(all: readonly DraftPlaces[]): Places {
  return {
    drafts: new Map(all.map(({ draft }) => [draft.id, draft])),
    paths: new Map([
      ...all.flatMap(({ common }) => common),
      ...all.flatMap(({ parts }) => parts),
      ...all.flatMap(({ own }) => own),
    ]),
    ids: new Map(all.map(({ draft, ids }) => [draft.id, ids])),
    anywhere: once(() => {
      const found = new Map<string, Place[]>();
      for (const { ids } of new Map(all.map((each) => [each.draft.id, each])).values())
        for (const [id, place] of ids) addTo(found, id, place);
      return found;
    }),
  };
}

/**
 * The document that a file became, also where its name is written as web pages are called: `border`, `border.html`.
 * The glossary's is its YAML, or `glossary.md` where there is no such document.
 */
export function draftAt(path: string, { paths, drafts }: Places): Draft | undefined {
  const named = paths.get(path) ?? paths.get(path.replace(/(?:\.html)?$/, '.md'));
  return named ?? (/(?:^|\/)glossary\.(?:md|yaml)$/.test(path) ? drafts.get('glossary') : undefined);
}

/** Where a link leads: a document, or a place in it. */
export interface Found {
  readonly draft: Draft;
  readonly place?: Place;
}

export function find({ path, id, anywhere }: Destination, places: Places): Found | undefined {
  const draft = draftAt(path, places);
  if (!draft || id === undefined) return draft && { draft };
  const place = places.ids.get(draft.id)?.get(id);
  return place ? { draft, place } : anywhere ? findAnywhere(id, places) : undefined;
}

/** A document of that name; else the one document that has the id; else the glossary's entry for the concept. */
function findAnywhere(id: string, { drafts, ids, anywhere }: Places): Found | undefined {
  const document = drafts.get(id);
  if (document) return { draft: document };
  const [place, another] = anywhere().get(id) ?? [];
  const entry = ids.get('glossary')?.get(`term-${id}`);
  const found = place ? (another ? undefined : place) : entry;
  return found && { draft: found.draft, place: found };
}

type Led = readonly [path: string, draft: Draft];

function ownPath(draft: Draft): Led[] {
  return draft.source ? [[draft.source.path, draft]] : [];
}

/** `plan.md` leads to the document that is in `plan.en.md` and `plan.fr.md`. */
function commonPaths(draft: Draft): Led[] {
  const paths = [...partsOf(draft), ...ownPath(draft)].map(([path]) => path);
  const plain = paths.map((path) => path.replace(/\.(?:en|fr)(?:-[a-z]{2})?\.md$/i, '.md'));
  return plain.filter((path, index) => path !== paths[index]).map((path): Led => [path, draft]);
}

/** The other language's file, and those that are included; one that is a document by itself leads there. */
function partsOf(draft: Draft): Led[] {
  return (draft.source?.files ?? []).map(({ path }): Led => [path, draft]);
}

function idsOf(draft: Draft): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let section = titleOf(draft);
  const look = (node: Nodes): void => {
    if (node.type === 'heading') section = node;
    const id = node.data?.id;
    if (id !== undefined && !places.has(id))
      places.set(id, { draft, id, node, section: firstHeading(node) ?? section });
    if ('children' in node) for (const child of node.children) look(child);
  };
  look(draft.tree);
  if (draft.source?.files) addOwnSlugs(draft, places);
  section = titleOf(draft);
  for (const note of draft.notes) look(note);
  for (const [alias, id] of draft.aliases) {
    const place = places.get(id);
    if (place) places.set(alias, place);
  }
  return places;
}

/**
 * In a file of one language, links lead to headings by that language's words: as code hosts make addresses of them, or
 * as we do. An id that exists comes first.
 */
function addOwnSlugs(draft: Draft, places: Map<string, Place>): void {
  visit(draft.tree, 'heading', (node) => {
    const place = places.get(node.data?.id ?? '');
    const words = textOf(node);
    for (const slug of [hostSlug(words), slugOf(words)]) if (place && !places.has(slug)) places.set(slug, place);
  });
}

/** Lower case, without punctuation, a hyphen for each space; accents stay. */
function hostSlug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}

/** A group that begins with a heading is that section. */
function firstHeading(node: Nodes): Heading | undefined {
  if (node.type === 'heading') return node;
  return node.type === 'group' && node.children[0] ? firstHeading(node.children[0]) : undefined;
}
