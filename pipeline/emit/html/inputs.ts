import type { Nodes } from 'mdast';
import {
  type BilingualDocument,
  type BilingualEdition,
  type BilingualEntry,
  type ContentsEntry,
  type Edition,
  type EditionDocument,
  kept,
  type Language,
  type Memory,
  otherLanguage,
  visit,
} from '../../model/index.ts';
import { type Definitions, rootsOfHalf } from './definitions.ts';
import { hasFeed } from './feed.ts';
import { titlesOf } from './headings.ts';
import { nearby } from './nearby.ts';
import { rowIds } from './rows.ts';
import { definitionsOf, idsIn, type Site } from './site.ts';

/** What other pages say of a document. */
interface Card {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

/** What the page of the same document in another language says of it. */
interface Face {
  readonly card: Card;
  readonly ids: ReadonlySet<string>;
  readonly titles: ReadonlyMap<string, string>;
}

/** An edition as its pages see it. */
interface Shelf {
  readonly memory: Memory;
  readonly cards: readonly Card[];
  readonly faces: ReadonlyMap<string, Face>;
  readonly entries: ReadonlyMap<string, readonly (ContentsEntry | BilingualEntry)[]>;
  readonly definitions: Definitions;
}

/** All that each page depends on, besides the document that it shows. */
export interface Inputs {
  /** What every page depends on. */
  readonly base: readonly unknown[];
  of(edition: Edition, document: EditionDocument): readonly unknown[];
  ofBoth(edition: BilingualEdition, document: BilingualDocument): readonly unknown[];
  /** Titles and addresses of all documents. */
  cards(edition: Edition | BilingualEdition): readonly unknown[];
}

export function inputsOf(site: Site, memory: Memory): Inputs {
  const shelves = new Map<string, Shelf>();
  const { bilingual } = site;
  const leaves = allLeaves(site);
  for (const edition of leaves) shelves.set(edition.id, shelfOf(site, edition, memory.part(`shelf ${edition.id}`)));
  if (bilingual) shelves.set(bilingual.id, bilingualShelf(site, bilingual, memory.part(`shelf ${bilingual.id}`)));
  const shelf = (id: string): Shelf | undefined => shelves.get(id);
  const base = baseOf(site);
  return {
    base,
    cards: ({ id }) => shelf(id)?.cards ?? [],
    of(edition, document) {
      const own = shelf(edition.id);
      if (!own) return [];
      const other = shelf(otherLanguage(edition.language));
      const both = bilingual && shelf(bilingual.id);
      const part = own.memory.part(document.id);
      return [
        ...base,
        document,
        part.recall('window', [own.cards], () => part.same('window', windowOf(own, document))),
        linkedCards(document, [own, other], part),
        usedDefinitions([document.tree, ...document.notes], own, part),
        own.entries.get(document.id),
        other?.faces.get(document.id),
        both?.faces.get(document.id),
        ...picturesIn(document, edition, part),
      ];
    },
    ofBoth(edition, document) {
      const own = shelf(edition.id);
      if (!own) return [];
      const part = own.memory.part(document.id);
      return [
        ...base,
        document,
        part.recall('window', [own.cards], () => part.same('window', windowOf(own, document))),
        ...edition.order.flatMap((language, at) => {
          const side = shelf(language);
          const half = part.part(language);
          return side ? [...halfInputs(document, { edition, side, language, isFirst: at === 0 }, half)] : [];
        }),
        own.entries.get(document.id),
      ];
    },
  };
}

/** What every page depends on. */
export function baseOf(site: Site): readonly unknown[] {
  const { bilingual, editions, options, templates } = site;
  const leaves = [...allLeaves(site)];
  return [
    templates,
    leaves[0]?.settings,
    ...leaves.flatMap(({ tag, title, strings, draft }) => [tag, title, strings, draft]),
    ...leaves.map(hasFeed),
    ...editions.map(({ id }) => id),
    bilingual?.id,
    options.generator,
    options.formats?.join(),
  ];
}

/** Editions whose words stand on pages. */
function allLeaves({ editions, bilingual }: Site): ReadonlySet<Edition> {
  return new Set([...editions, ...Object.values(bilingual?.sides ?? {})]);
}

interface Half {
  readonly edition: BilingualEdition;
  readonly side: Shelf;
  readonly language: Language;
  readonly isFirst: boolean;
}

function halfInputs(document: BilingualDocument, half: Half, memory: Memory): readonly unknown[] {
  const { edition, side, language, isFirst } = half;
  const roots = memory.recall('roots', [document], () => rootsOfHalf(document, language, isFirst));
  const own = edition.sides[language];
  return [
    usedDefinitions(roots, side, memory),
    side.faces.get(document.id),
    document.sides[language].modified?.iso,
    document.sides[language].description,
    ...picturesIn(document.sides[language], own, memory),
  ];
}

function shelfOf(site: Site, edition: Edition, memory: Memory): Shelf {
  const faces = edition.documents.map((document) => {
    const own = memory.part(document.id);
    return own.recall('face', [document], () => own.same('face', faceOf(document)));
  });
  for (const [at, document] of edition.documents.entries()) site.ids.set(document, faces[at]?.ids ?? new Set());
  return {
    memory,
    ...cardsOf(faces, memory),
    entries: entriesOf(edition, memory),
    definitions: definitionsOf(site, edition),
  };
}

function bilingualShelf(site: Site, edition: BilingualEdition, memory: Memory): Shelf {
  const faces = edition.documents.map((document) => {
    const own = memory.part(document.id);
    return own.recall('face', [document], () => own.same('face', bilingualFace(document)));
  });
  for (const [at, document] of edition.documents.entries()) site.ids.set(document, faces[at]?.ids ?? new Set());
  return { memory, ...cardsOf(faces, memory), entries: entriesOf(edition, memory), definitions: new Map() };
}

function cardsOf(faces: readonly Face[], memory: Memory): Pick<Shelf, 'cards' | 'faces'> {
  const cards = faces.map(({ card }) => card);
  return {
    cards: memory.recall('cards', cards, () => cards),
    faces: memory.recall('faces', faces, () => new Map(faces.map((face) => [face.card.id, face]))),
  };
}

function entriesOf({ contents }: Edition | BilingualEdition, memory: Memory): Shelf['entries'] {
  return memory.recall('entries', [contents], (before?: Shelf['entries']) => {
    const entries = new Map<string, (ContentsEntry | BilingualEntry)[]>();
    for (const entry of contents)
      entries.set(entry.target.document, [...(entries.get(entry.target.document) ?? []), entry]);
    return kept(entries, before);
  });
}

function faceOf(document: EditionDocument): Face {
  const { id, slug, title } = document;
  return { card: { id, slug, title }, ids: idsIn(document), titles: titlesOf(document) };
}

function bilingualFace(document: BilingualDocument): Face {
  const { id, slug, sides } = document;
  const title = JSON.stringify([sides.en.title, sides.fr.title]);
  return { card: { id, slug, title }, ids: rowIds(document), titles: new Map() };
}

/** The documents that the page's menu lists, and where it stands among them. */
function windowOf({ cards }: Shelf, { id }: { readonly id: string }): readonly unknown[] {
  const own = cards.find((card) => card.id === id);
  if (!own) return [];
  const at = cards.indexOf(own);
  return [cards[at - 1], cards[at + 1], ...nearby(cards, own)];
}

/** Of the documents that this one leads to, in either edition. */
function linkedCards(document: EditionDocument, shelves: readonly (Shelf | undefined)[], memory: Memory): unknown {
  const linked = memory.recall('linked', [document], () => linkedIn(document));
  return memory.recall('linked cards', [linked, ...shelves.map((shelf) => shelf?.faces)], () =>
    memory.same(
      'linked cards',
      linked.flatMap((id) => shelves.map((shelf) => shelf?.faces.get(id)?.card)),
    ),
  );
}

function linkedIn({ tree, notes }: EditionDocument): readonly string[] {
  const found = new Set<string>();
  for (const root of [tree, ...notes]) {
    visit(root, (node) => {
      const target = node.data?.target;
      if (target) found.add(target.document);
    });
  }
  return [...found];
}

function usedDefinitions(roots: readonly Nodes[], { definitions }: Shelf, memory: Memory): unknown {
  const used = memory.recall('terms', [...roots], () => termsIn(roots));
  return memory.recall('used definitions', [used, definitions], () =>
    memory.same(
      'used definitions',
      used.map((id) => definitions.get(id) ?? definitions.get(id.replace(/--(?:en|fr)$/, ''))), // a half's ids end in its language
    ),
  );
}

function termsIn(roots: readonly Nodes[]): readonly string[] {
  const used = new Set<string>();
  for (const root of roots) {
    visit(root, 'term', ({ data }) => {
      if (data?.target?.id !== undefined) used.add(data.target.id);
    });
  }
  return [...used];
}

/** The pictures that a document shows: their pages state how large they are. */
function picturesIn({ tree, notes }: EditionDocument, { assets }: Edition, memory: Memory): readonly unknown[] {
  const paths = memory.recall('pictures', [tree, ...notes], () => {
    const found = new Set<string>();
    for (const root of [tree, ...notes]) {
      visit(root, 'image', ({ data }) => {
        if (data?.asset !== undefined) found.add(data.asset);
      });
    }
    return [...found];
  });
  return paths.map((path) => assets.get(path));
}
