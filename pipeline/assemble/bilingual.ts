import type {
  BilingualDocument,
  BilingualEdition,
  BilingualEntry,
  BilingualKind,
  ContentsEntry,
  Edition,
  Language,
  LanguageMap,
} from '../model/index.ts';
import { type Anchors, anchoredNote, anchoredRows, anchorsOf, targetIn } from './anchors.ts';
import { noteRowsOf, rowsOf } from './rows.ts';

/**
 * Two editions held level: what a reader gets who wants both languages at once.
 *
 * @param sides - The editions in one language, of the same publication; not changed.
 */
export function assembleBilingual(sides: LanguageMap<Edition>, kind: BilingualKind): BilingualEdition {
  const { settings } = sides.en;
  const { order } = settings;
  const drafts = sides[order[0]].documents.map(({ id, kind }) => {
    const pair = { en: documentIn(sides.en, id), fr: documentIn(sides.fr, id) };
    return { id, kind, slug: id, sides: pair, rows: rowsOf(pair, order), notes: noteRowsOf(pair, order) };
  });
  const anchors = anchorsOf(drafts);
  const documents = drafts.map(
    (draft): BilingualDocument => ({
      ...draft,
      rows: anchoredRows(draft.rows, anchors),
      notes: draft.notes.map(({ halves: { en, fr } }) => ({
        halves: {
          ...(en && { en: anchoredNote(en, 'en', anchors) }),
          ...(fr && { fr: anchoredNote(fr, 'fr', anchors) }),
        },
      })),
    }),
  );
  return {
    id: kind,
    order,
    sides,
    settings,
    documents,
    contents: entriesOf([sides[order[0]].contents, sides[order[1]].contents], order, anchors),
    assets: new Map([...sides.en.assets, ...sides.fr.assets]),
    ...((sides.en.draft || sides.fr.draft) && { draft: true }),
  };
}

function documentIn(edition: Edition, id: string) {
  const document = edition.documents.find((each) => each.id === id);
  if (!document) throw new Error(`No document “${id}” in the edition “${edition.id}”`);
  return document;
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
