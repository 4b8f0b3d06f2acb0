/** Rows of a bilingual document → blocks that are set, each half in its column. */
import type { List, RootContent } from 'mdast';
import {
  type Edition,
  fill,
  type Halves,
  inHalf,
  type Language,
  type PairedRow,
  type Row,
  type SharedRow,
  visit,
} from '../../model/index.ts';
import { isListing } from '../blocks/index.ts';
import { setItems } from '../blocks/list.ts';
import { joined } from '../bothLanguages.ts';
import type { Points } from '../display.ts';
import { anchored, type SetBlock } from '../flow.ts';
import { type Draft, openElement, relate } from '../structure.ts';
import type { Sheet } from '../style.ts';
import { anchorsOf, type Setting, type Tools } from '../tools.ts';
import type { ArrangedKind } from './arrangement.ts';
import type { Column, SetRow } from './flow.ts';
import { mirrored } from './mirror.ts';
import { setPictures, setWideTables, tableIn } from './pictures.ts';
import { levelRows } from './tables.ts';

/** One language of a chapter. */
export interface Side {
  readonly language: Language;
  readonly column: Column;
  /** From the left of the text to its column. */
  readonly dx: Points;
  /** Its part of the structure tree. */
  readonly part: Draft;
  readonly tools: Tools;
}

export interface RowSetting {
  /** In their order. */
  readonly sides: readonly [Side, Side];
  /** Of what stands across both columns. */
  readonly across: Sheet;
  /** The document's. */
  readonly document: string;
  readonly kind: ArrangedKind;
}

export function setRows(rows: readonly Row[], setting: RowSetting): SetRow[] {
  return rows.flatMap((row) => setRow(row, setting));
}

function setRow(row: Row, setting: RowSetting): SetRow[] {
  if (row.type === 'shared') return related(setting, () => [setShared(row, setting)]);
  const rows = row.type === 'group' ? setRows(row.rows, setting) : related(setting, () => setPair(row, setting));
  return row.id === undefined ? rows : named(rows, `${setting.document}#${row.id}`);
}

/** What is set comes into both parts of the tree: each element names its other half, or all of that where it has more. */
function related({ sides }: RowSetting, set: () => SetRow[]): SetRow[] {
  const before = sides.map(({ part }) => part.parts.length);
  const rows = set();
  const [left = [], right = []] = sides.map(({ part }, index) =>
    part.parts.slice(before[index]).flatMap((each) => ('element' in each ? [each.element] : [])),
  );
  for (const [at, one] of left.entries()) {
    const halves = left.length === right.length ? right.slice(at, at + 1) : right;
    for (const other of halves) relate(one, other);
  }
  return rows;
}

function named(rows: readonly SetRow[], anchor: string): SetRow[] {
  const [first = { tracks: [], anchors: [] }, ...rest] = rows;
  return [{ ...first, anchors: [anchor, ...first.anchors] }, ...rest];
}

/** Across both columns, and to be heard in both languages; on both of two facing pages. */
function setShared({ block }: SharedRow, { sides, across, kind }: RowSetting): SetRow {
  const [first, second] = sides;
  if (kind === 'facing') {
    const tracks = sides.map((side) => {
      const own = inHalf(block, side.language);
      return trackOf(side, side.tools.setBlocks([own], settingOf(side)));
    });
    return { tracks, anchors: [] };
  }
  const drawn = openElement('Div');
  const [one, other] = sides.map(({ tools }): Tools => ({ ...tools, sheet: across })) as [Tools, Tools];
  const halves = first.language === 'en' ? { en: one, fr: other } : { en: other, fr: one };
  const tools: Tools = { ...one, edition: sayingInBoth(first, second), halves };
  const blocks = tools.setBlocks([block], { ...settingOf({ ...first, tools }), parent: drawn });
  first.part.parts.push(...drawn.parts);
  const both = mirrored(blocks, drawn, {
    into: second.part,
    language: second.language,
    words: wordsOfFormulae(block, first, second),
  });
  return { tracks: [{ blocks: both, dx: 0, column: 0, across: true }], anchors: [] };
}

/** What the book says of a block that both languages share. */
function sayingInBoth({ tools: { edition } }: Side, second: Side): Edition {
  const key = 'edition.print.turned';
  const words = [edition, second.tools.edition].map(({ strings }) => fill(strings, key));
  return { ...edition, strings: { ...edition.strings, [key]: joined(words) } };
}

/** What the formulae of a block are in the second language, by what they are in the first. */
function wordsOfFormulae(block: RootContent, first: Side, second: Side): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  visit(block, (node) => {
    if (node.type !== 'math' && node.type !== 'inlineMath') return;
    const said = ({ tools }: Side): string | undefined =>
      tools.formulae(node.value, { display: node.type === 'math', lang: tools.edition.tag })?.words;
    const [one, other] = [said(first), said(second)];
    if (one !== undefined && other !== undefined) words.set(one, other);
  });
  return words;
}

export function settingOf({ part, tools }: Pick<Side, 'part' | 'tools'>): Setting {
  const { halfLine, measure, styles } = tools.sheet;
  const place = { x: 0, width: measure, style: styles.text, snap: true, gap: halfLine, listDepth: 0 };
  return { tools, parent: part, lang: tools.edition.tag, ...place };
}

function setPair({ halves }: PairedRow, setting: RowSetting): SetRow[] {
  const lists = setting.kind === 'stacked' ? undefined : listsIn(halves, setting); // there nothing is level
  if (lists) return setLists(lists, setting);
  const wide = setting.kind === 'facing' ? undefined : (setPictures(halves, setting) ?? setWideTables(halves, setting));
  if (wide) return wide;
  const tracks = setting.sides.flatMap((side) => {
    const blocks = halves[side.language];
    return blocks ? [trackOf(side, side.tools.setBlocks(blocks, settingOf(side)))] : [];
  });
  const tables = setting.sides.flatMap(({ language }, index) =>
    tableIn(only(halves[language])) ? (tracks[index]?.blocks ?? []) : [],
  );
  const level = setting.kind !== 'stacked' && tables.length === 2 && tables.every(({ turned }) => !turned);
  return (level && levelRows(tables, setting.sides)) || [{ tracks, anchors: [] }];
}

function trackOf({ dx, column }: Side, blocks: readonly SetBlock[]): SetRow['tracks'][number] {
  return { blocks, dx, column, across: false };
}

/** The list that is all there is in each half, where both have as many items in the same way. */
function listsIn(halves: Halves, { sides }: RowSetting): readonly [List, List] | undefined {
  const [one, other] = sides.map(({ language }) => only(halves[language]));
  if (one?.type !== 'list' || other?.type !== 'list') return undefined;
  if (isListing(one) || isListing(other)) return undefined;
  const alike = one.children.length === other.children.length && Boolean(one.ordered) === Boolean(other.ordered);
  return alike ? [one, other] : undefined;
}

export function only(blocks: readonly RootContent[] | undefined): RootContent | undefined {
  return blocks?.length === 1 ? blocks[0] : undefined;
}

/** Each item level with its counterpart; a list stands clear of what is above and below it. */
function setLists(lists: readonly [List, List], { sides }: RowSetting): SetRow[] {
  const halves = sides.map((side, index) => {
    const list = lists[index] as List;
    const setting = settingOf(side);
    const [first, ...rest] = setItems(list, setting);
    const items = first ? [{ ...first, boxes: anchored(first.boxes, anchorsOf(list, side.tools)) }, ...rest] : [];
    const { halfLine } = side.tools.sheet;
    return items.map((item, at) => ({
      ...item,
      before: at === 0 ? Math.max(halfLine, item.before) : item.before,
      after: at === items.length - 1 ? Math.max(halfLine, item.after) : item.after,
    }));
  });
  return lists[0].children.map((_, at) => ({
    tracks: sides.map((side, index) => trackOf(side, [halves[index]?.[at] as SetBlock])),
    anchors: [],
  }));
}
