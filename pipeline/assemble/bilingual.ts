import type {
  BilingualDocument,
  BilingualEdition,
  BilingualEntry,
  BilingualKind,
  ContentsEntry,
  Edition,
  EditionDocument,
  Language,
  LanguageMap,
  Memory,
} from '../model/index.ts';
import { noMemory } from '../model/index.ts';
import { type Anchors, anchoredNote, anchoredRows, anchorsOf, targetIn } from './anchors.ts';
import { noteRowsOf, rowsOf } from './rows.ts';
import type { Tagged } from './sharedTables.ts';

/**
 * Two editions held level: what a reader gets who wants both languages at once.
 *
 * @param sides - The editions in one language, of the same publication; not changed.
 * @param memory - Of the build before: documents that have not changed are held level already.
 */
export function assembleBilingual(
  sides: LanguageMap<Edition>,
  kind: BilingualKind,
  memory: Memory = noMemory,
): BilingualEdition {
  const own = memory.part(`assemble ${kind}`);
  const { settings } = sides.en;
  const { order } = settings;
  const tagged = [sides[order[0]], sides[order[1]]] as const;
  const others = new Map(sides[order[1]].documents.map((document) => [document.id, document]));
  const drafts = sides[order[0]].documents.map((first) => {
    const second = others.get(first.id);
    if (!second) throw new Error(`No document “${first.id}” in the edition “${order[1]}”`);
    return own
      .part(first.id)
      .recall('rows', [first, second, ...tagged.map(({ tag }) => tag)], () => levelled([first, second], tagged));
  });
  const anchors = new Map(
    drafts.map((draft) => {
      const part = own.part(draft.id);
      return [draft.id, part.recall('anchors', [draft], () => part.same('anchors', anchorsOf(draft)))];
    }),
  );
  const documents = drafts.map((draft) =>
    own.part(draft.id).recallReading('document', { inputs: [draft], tables: { anchors } }, (read) =>
      anchored(draft, {
        get: (id) => {
          read('anchors', id);
          return anchors.get(id);
        },
      }),
    ),
  );
  const contents = entriesByDocument([sides[order[0]].contents, sides[order[1]].contents], order, {
    anchors,
    memory: own,
  });
  return own.recall('edition', [sides.en, sides.fr, ...documents, ...contents], () => ({
    id: kind,
    order,
    sides,
    settings,
    documents,
    contents,
    assets: new Map([...sides.en.assets, ...sides.fr.assets]),
    ...((sides.en.draft || sides.fr.draft) && { draft: true }),
  }));
}

type Levelled = BilingualDocument;

function levelled([first, second]: readonly [EditionDocument, EditionDocument], tagged: Tagged): Levelled {
  const { id, kind } = first;
  const order = [tagged[0].language, tagged[1].language] as const;
  const sides = order[0] === 'en' ? { en: first, fr: second } : { en: second, fr: first };
  return { id, kind, slug: id, sides, rows: rowsOf(sides, tagged), notes: noteRowsOf(sides, order) };
}

/** With the ids and targets of the bilingual edition. */
function anchored(draft: Levelled, anchors: Anchors): BilingualDocument {
  return {
    ...draft,
    rows: anchoredRows(draft.rows, anchors),
    notes: draft.notes.map(({ halves: { en, fr } }) => ({
      halves: {
        ...(en && { en: anchoredNote(en, 'en', anchors) }),
        ...(fr && { fr: anchoredNote(fr, 'fr', anchors) }),
      },
    })),
  };
}

/** Documents stand in one order in both languages, so that each has its entries by itself. */
function entriesByDocument(
  [one, other]: readonly [readonly ContentsEntry[], readonly ContentsEntry[]],
  order: readonly [Language, Language],
  { anchors, memory }: { readonly anchors: Anchors; readonly memory: Memory },
): BilingualEntry[] {
  const isLevel = one.length === other.length && one.every((left, at) => isSameDocument(left, other[at]));
  if (!isLevel) return entriesOf([one, other], order, anchors);
  return one.flatMap((left, at) => {
    const right = other[at] ?? left;
    const { document } = left.target; // what is below it leads there too
    const inputs = [left, right, anchors.get(document), ...order];
    return memory.part(document).recall('entries', inputs, () => entriesOf([[left], [right]], order, anchors));
  });
}

function isSameDocument({ target }: ContentsEntry, other: ContentsEntry | undefined): boolean {
  return target.id === undefined && other?.target.id === undefined && other?.target.document === target.document;
}

/**
 * Contents of both languages in one list. Entries with one target are one, whatever their depths, and stand as deep as
 * the first language has them; those of one language alone stand where that language has them.
 */
function entriesOf(
  [one, other]: readonly [readonly ContentsEntry[], readonly ContentsEntry[]],
  order: readonly [Language, Language],
  anchors: Anchors,
): BilingualEntry[] {
  const rights = other.flatMap(withInner);
  const places = new Map(rights.map((right, at) => [placeOf(right), at]));
  const made: BilingualEntry[] = [];
  const open: { readonly depth: number; readonly children: BilingualEntry[] }[] = [{ depth: 0, children: made }];
  const add = (entry: ContentsEntry, language: Language | undefined, titles: BilingualEntry['titles']): void => {
    const { depth } = entry;
    const children: BilingualEntry[] = [];
    const level = entry.target.id === undefined ? 1 : Math.max(depth, 2); // a document holds all its headings
    while ((open.at(-1)?.depth ?? 0) >= level) open.pop();
    open.at(-1)?.children.push({ target: targetIn(entry.target, language, anchors), depth, titles, children });
    open.push({ depth: level, children });
  };
  const addRights = (from: number, to: number): void => {
    for (const right of rights.slice(from, to)) add(right, order[1], { [order[1]]: titleOf(right) });
  };
  let next = 0;
  for (const left of one.flatMap(withInner)) {
    const at = places.get(placeOf(left)) ?? -1;
    const right = at < next ? undefined : rights[at];
    if (right) addRights(next, at);
    if (right) add(left, undefined, { [order[0]]: titleOf(left), [order[1]]: titleOf(right) });
    else add(left, order[0], { [order[0]]: titleOf(left) });
    if (right) next = at + 1;
  }
  addRights(next, rights.length);
  return made;
}

function withInner(entry: ContentsEntry): ContentsEntry[] {
  return [entry, ...entry.children.flatMap(withInner)];
}

function titleOf({ title, text }: ContentsEntry): Pick<ContentsEntry, 'title' | 'text'> {
  return { title, text };
}

function placeOf({ target }: ContentsEntry): string {
  return `${target.document}#${target.id ?? ''}`;
}
