import type { Nodes, Table } from 'mdast';
import { alignsOf, fill, gridOf, type TableGrid } from '../../model/index.ts';
import type { Points } from '../display.ts';
import { anchored, asArtifact, type FlowBox, never, type SetBlock } from '../flow.ts';
import { noOverfullLines, sayOverfull } from '../overfull.ts';
import { type Draft, openElement } from '../structure.ts';
import { anchorsOf, langAttribute, languageOf, type Setting } from '../tools.ts';
import { keepingWords, shareWidth, sum } from './columns.ts';
import { captionBoxes } from './figure.ts';
import { longWord, needsOf } from './needs.ts';
import { setPhrasing } from './paragraph.ts';
import { readCells } from './tableCells.ts';
import { fitOf, type TableFit } from './tableFit.ts';
import type { Grid } from './tableGrid.ts';
import { setRows } from './tableRows.ts';

type CaptionNode = Extract<Nodes, { type: 'caption' }>;

export interface TableSetting extends Setting {
  readonly caption?: CaptionNode;
}

export function setTable(node: Table, setting: TableSetting): SetBlock {
  const { line } = setting.tools.sheet;
  const lang = languageOf(node, setting.lang);
  const grid = gridOf(node);
  const fit = fitOf(node, grid, { ...setting, lang });
  const table = openElement('Table', setting.parent, langAttribute(node, setting.lang));
  const own: TableSetting = { ...(fit.turned ? turned(setting) : setting), lang };
  const boxes = anchored(boxesOf(node, { grid, fit, table, setting: own }), anchorsOf(node, setting.tools));
  return fit.turned
    ? { boxes: [], before: 0, after: line, turned: apart(boxes, line), instead: whereTurned(setting) }
    : { boxes, before: line, after: line };
}

/** Words for the eye alone: whoever listens hears the table next. */
function whereTurned(setting: TableSetting): FlowBox[] {
  const { edition, sheet } = setting.tools;
  const words = { type: 'text', value: fill(edition.strings, 'edition.print.turned') } as const;
  const own = { ...setting, style: sheet.styles.small, lang: edition.tag };
  return setPhrasing([words], openElement('P'), own).map((box) => {
    const { begins: _, ...rest } = asArtifact(box);
    return rest;
  });
}

/** Where another stands above it on a turned page. */
function apart([first, ...rest]: readonly FlowBox[], above: Points): FlowBox[] {
  return first ? [{ ...first, above }, ...rest] : [];
}

/** On a page whose longer side is at the top. */
function turned(setting: TableSetting): TableSetting {
  const { turned: page } = setting.tools.sheet;
  return {
    ...setting,
    tools: { ...setting.tools, pageHeight: page.paper.textHeight },
    x: 0,
    width: page.measure,
    snap: false,
  };
}

interface TableOptions {
  readonly grid: TableGrid;
  readonly fit: TableFit;
  readonly table: Draft;
  readonly setting: TableSetting;
}

function boxesOf(node: Table, options: TableOptions): FlowBox[] {
  const { table, setting } = options;
  const { halfLine } = setting.tools.sheet;
  const caption = setting.caption ? captionBoxes(setting.caption, table, { ...setting, snap: false }) : [];
  const overfull = setting.tools.overfull ?? noOverfullLines();
  const tools = { ...setting.tools, overfull };
  const grid = measuredGrid(node, { ...options, setting: { ...setting, tools } });
  const [first, ...rest] = setRows(grid, sum(caption.map((box) => box.above + box.height)) + halfLine / 2);
  if (!setting.tools.overfull) sayOverfull(overfull, setting.tools);
  const outset = Math.max(0, grid.width - setting.width);
  const below = caption.length > 0 ? { breakBefore: never, above: halfLine / 2 } : {};
  const boxes = [
    ...caption.map((box, index) => (index === 0 ? box : { ...box, breakBefore: never })),
    ...(first ? [{ ...first, ...below }, ...rest] : []),
  ];
  return boxes.map((box, index) => ({ ...hung(box, outset), ...(index === 0 && { opensTable: true }) }));
}

/** The head that is repeated hangs into the margin with its rows. */
function hung(box: FlowBox, outset: Points): FlowBox {
  return { ...box, outset, ...(box.repeat && { repeat: { ...box.repeat, outset } }) };
}

function measuredGrid(node: Table, { grid: places, fit, table, setting }: TableOptions): Grid {
  const { columns } = places;
  const { wideMeasure } = setting.tools.sheet;
  const { style, gutter } = fit;
  const cells = readCells(places, { table, style, setting });
  const aligns = alignsOf(node, places);
  const needs = needsOf(cells, { gutter, tools: setting.tools, aligns });
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
    aligns,
  };
}
