import type { Nodes, Table } from 'mdast';
import { gridOf } from '../../model/index.ts';
import type { Points } from '../display.ts';
import { anchored, type FlowBox, never, type SetBlock } from '../flow.ts';
import { type Draft, openElement } from '../structure.ts';
import type { TextStyle } from '../style.ts';
import { anchorsOf, langAttribute, languageOf, type Setting } from '../tools.ts';
import { keepingWords, shareWidth, sum } from './columns.ts';
import { captionBoxes } from './figure.ts';
import { longWord, needsOf } from './needs.ts';
import { readCells } from './tableCells.ts';
import { type Grid, setRows } from './tableRows.ts';

type CaptionNode = Extract<Nodes, { type: 'caption' }>;

export interface TableSetting extends Setting {
  readonly caption?: CaptionNode;
}

/** A table of more columns than this is set small and close. */
const manyColumns = 7;

export function setTable(node: Table, setting: TableSetting): SetBlock {
  const { halfLine, line } = setting.tools.sheet;
  const lang = languageOf(node, setting.lang);
  const table = openElement('Table', setting.parent, langAttribute(node, setting.lang));
  const own: TableSetting = { ...setting, lang, snap: false };
  const caption = setting.caption ? captionBoxes(setting.caption, table, own) : [];
  const grid = measuredGrid(node, table, { ...setting, lang });
  const rows = setRows(grid, sum(caption.map((box) => box.above + box.height)) + halfLine / 2);
  const outset = Math.max(0, grid.width - setting.width);
  const [first, ...rest] = rows;
  const kept = first
    ? [
        {
          ...first,
          breakBefore: caption.length > 0 ? never : first.breakBefore,
          above: caption.length > 0 ? halfLine / 2 : 0,
        },
        ...rest,
      ]
    : [];
  const boxes = [...caption.map((box, index) => (index === 0 ? box : { ...box, breakBefore: never })), ...kept];
  return {
    boxes: anchored(
      boxes.map((box) => hung(box, outset)),
      anchorsOf(node, setting.tools),
    ),
    before: line,
    after: line,
  };
}

/** The head that is repeated hangs into the margin with its rows. */
function hung(box: FlowBox, outset: Points): FlowBox {
  return { ...box, outset, ...(box.repeat && { repeat: { ...box.repeat, outset } }) };
}

function measuredGrid(node: Table, table: Draft, setting: Setting): Grid {
  const places = gridOf(node);
  const { columns } = places;
  const { styles, wideMeasure } = setting.tools.sheet;
  const dense = columns > manyColumns;
  const style: TextStyle = dense ? styles.denseTable : styles.table;
  const gutter = dense ? 5 : columns > 4 ? 10 : 14;
  const cells = readCells(places, { table, style, setting });
  const needs = needsOf(cells, { gutter, tools: setting.tools });
  const most = sum(needs.map((need) => need.most)) + gutter * (columns - 1);
  const least = sum(needs.map((need) => Math.max(need.least, Math.min(need.word, longWord)))) + gutter * (columns - 1);
  const mayHang = setting.snap && (least > setting.width || (columns > 4 && most > setting.width * 1.3));
  const room = mayHang ? Math.min(wideMeasure, Math.max(setting.width, most)) : setting.width;
  const forColumns = Math.max(room - gutter * (columns - 1), columns * 4);
  const widths = shareWidth(keepingWords(needs, forColumns), forColumns);
  return {
    tools: setting.tools,
    style,
    cells,
    widths,
    gutter,
    x: setting.x,
    width: sum(widths) + gutter * (columns - 1),
    aligns: node.align ?? [],
    said: new Set(),
  };
}
