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

type Entries = readonly ContentsEntry[];

/** Entries with one target are one; those of one language alone stand where that language has them. */
function entriesOf(
  [one, other]: readonly [Entries, Entries],
  order: readonly [Language, Language],
  anchors: Anchors,
): BilingualEntry[] {
  const made: BilingualEntry[] = [];
  let next = 0;
  const add = (left: ContentsEntry | undefined, right: ContentsEntry | undefined): void => {
    const entry = left ?? right;
    if (!entry) return;
    const language = left && right ? undefined : order[left ? 0 : 1];
    made.push({
      target: targetIn(entry.target, language, anchors),
      depth: entry.depth,
      titles: { ...(left && { [order[0]]: titleOf(left) }), ...(right && { [order[1]]: titleOf(right) }) },
      children: entriesOf([left?.children ?? [], right?.children ?? []], order, anchors),
    });
  };
  for (const entry of one) {
    const at = other.findIndex((each, index) => index >= next && isSamePlace(each, entry));
    for (; at !== -1 && next < at; next += 1) add(undefined, other[next]);
    add(entry, at === -1 ? undefined : other[at]);
    if (at !== -1) next = at + 1;
  }
  for (; next < other.length; next += 1) add(undefined, other[next]);
  return made;
}

function titleOf({ title, text }: ContentsEntry): Pick<ContentsEntry, 'title' | 'text'> {
  return { title, text };
}

function isSamePlace({ target: one }: ContentsEntry, { target: other }: ContentsEntry): boolean {
  return one.document === other.document && one.id === other.id;
}
