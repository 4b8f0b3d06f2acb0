/** The contents in both columns, each entry level with its counterpart. */
import { type BilingualEntry, type ContentsEntry, fill } from '../../model/index.ts';
import { setHeading } from '../blocks/paragraph.ts';
import { contentsAnchor, deepest, type LabelOf, setEntry, styleOf } from '../contents.ts';
import type { FlowBox } from '../flow.ts';
import { never, type SetBlock } from '../flow.ts';
import { type Draft, openElement } from '../structure.ts';
import type { SetRow } from './flow.ts';
import { type Side, settingOf } from './rows.ts';

export function contentsRows(
  entries: readonly BilingualEntry[],
  sides: readonly [Side, Side],
  labelOf: LabelOf,
): SetRow[] {
  if (entries.length === 0) return [];
  const headings = sides.map((side) => {
    const value = fill(side.tools.edition.strings, 'edition.contents');
    const block = setHeading({ type: 'heading', depth: 1, children: [{ type: 'text', value }] }, settingOf(side));
    return { ...trackAt(side), blocks: [block] };
  });
  const tocs = sides.map(({ part }) => openElement('TOC', part)) as [Draft, Draft];
  return [{ tracks: headings, anchors: [contentsAnchor] }, ...entryRows(entries, tocs, { sides, labelOf })];
}

interface EntrySetting {
  readonly sides: readonly [Side, Side];
  readonly labelOf: LabelOf;
}

function entryRows(entries: readonly BilingualEntry[], tocs: readonly [Draft, Draft], setting: EntrySetting): SetRow[] {
  return entries.flatMap((entry) => {
    const items = tocs.map((toc) => openElement('TOCI', toc)) as [Draft, Draft];
    const children = entry.children.filter(({ depth }) => depth <= deepest);
    const tracks = setting.sides.flatMap((side, index) => {
      const title = entry.titles[side.language];
      if (!title) return [];
      const own: ContentsEntry = { ...title, target: entry.target, depth: entry.depth, children: [] };
      const boxes = setEntry(own, {
        tools: side.tools,
        toc: items[index] as Draft,
        labelOf: setting.labelOf,
        styleOf,
        x: 0,
        right: side.tools.sheet.measure,
      });
      return [{ ...trackAt(side), blocks: [blockOf(boxes, entry)] }];
    });
    const row: SetRow = { tracks, anchors: [] };
    if (children.length === 0) return [row];
    const nested = items.map((item) => openElement('TOC', item)) as [Draft, Draft];
    return [keptWithNext(row), ...entryRows(children, nested, setting)];
  });
}

function trackAt({ dx, column }: Side) {
  return { dx, column, across: false };
}

function blockOf(boxes: readonly FlowBox[], { depth }: BilingualEntry): SetBlock {
  const above = depth <= 1 ? (boxes[0]?.above ?? 0) : 0;
  return {
    boxes: boxes.map((box, index) => (index === 0 ? box : { ...box, breakBefore: never })),
    before: above,
    after: 0,
  };
}

/** An entry is not parted from the first of those under it. */
function keptWithNext(row: SetRow): SetRow {
  return {
    ...row,
    tracks: row.tracks.map((track) => ({
      ...track,
      blocks: track.blocks.map((block) => ({ ...block, keepNext: true })),
    })),
  };
}
