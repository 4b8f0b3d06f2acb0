import type { Nodes, Table, TableCell, TableRow } from 'mdast';
import { collectRuns } from '../collect.ts';
import type { Points, StructureElement } from '../display.ts';
import { anchored, asArtifact, emptyBox, type FlowBox, moved, never, type Placed, type SetBlock } from '../flow.ts';
import { type Line, setLines } from '../lines.ts';
import type { Run } from '../runs.ts';
import { type Draft, openElement } from '../structure.ts';
import type { Sheet, TextStyle } from '../style.ts';
import { anchorsOf, langAttribute, languageOf, type Setting, type Tools } from '../tools.ts';
import { keepingWords, shareWidth, sum } from './columns.ts';
import { decimalShifts } from './decimals.ts';
import { captionBoxes } from './figure.ts';
import { horizontal } from './frame.ts';
import { longWord, needOf } from './needs.ts';
import { costOfBreak } from './rows.ts';

type CaptionNode = Extract<Nodes, { type: 'caption' }>;

export interface TableSetting extends Setting {
  readonly caption?: CaptionNode;
}

interface Cell {
  readonly runs: readonly Run[];
  readonly anchors: readonly string[];
}

interface Grid {
  readonly tools: Tools;
  readonly style: TextStyle;
  readonly head: readonly Cell[] | undefined;
  readonly body: readonly (readonly Cell[])[];
  readonly widths: readonly Points[];
  readonly gutter: Points;
  readonly x: Points;
  readonly width: Points;
  readonly aligns: readonly (string | null)[];
  readonly anchors: readonly (readonly string[])[];
  /** Words of the table that were said to be too long. */
  readonly said: Set<string>;
}

/** A table of more columns than this is set small and close. */
const manyColumns = 7;
const rowSpace = ({ halfLine }: Sheet) => ({ single: Math.max(2, halfLine - 5.25), several: 6 });

export function setTable(node: Table, setting: TableSetting): SetBlock {
  const { halfLine, line } = setting.tools.sheet;
  const lang = languageOf(node, setting.lang);
  const table = openElement('Table', setting.parent, langAttribute(node, setting.lang));
  const own: TableSetting = { ...setting, lang, snap: false };
  const caption = setting.caption ? captionBoxes(setting.caption, table, own) : [];
  const grid = gridOf(node, table, setting);
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

function gridOf(node: Table, table: Draft, setting: Setting): Grid {
  const columns = Math.max(1, ...node.children.map((row) => row.children.length));
  const { styles, wideMeasure } = setting.tools.sheet;
  const dense = columns > manyColumns;
  const style: TextStyle = dense ? styles.denseTable : styles.table;
  const gutter = dense ? 5 : columns > 4 ? 10 : 14;
  const [headRow, ...bodyRows] = node.children;
  const hasHead = headRow?.children.some((cell) => cell.children.length > 0) === true;
  const thead = openElement('THead', table);
  const tbody = openElement('TBody', table);
  const read = (row: TableRow, parent: Draft, head: boolean) =>
    cellsOf(row, { parent, head, columns, style, rowHeaders: node.data?.rowHeaders === true, setting });
  const head = headRow && hasHead ? read(headRow, thead, true) : undefined;
  const body = bodyRows.map((row) => read(row, tbody, false));
  const all = head ? [head, ...body] : body;
  const needs = Array.from({ length: columns }, (_, column) =>
    needOf(
      all.map((row) => row[column]?.runs ?? []),
      setting.tools,
    ),
  );
  const most = sum(needs.map((need) => need.most)) + gutter * (columns - 1);
  const least = sum(needs.map((need) => Math.max(need.least, Math.min(need.word, longWord)))) + gutter * (columns - 1);
  const mayHang = setting.snap && (least > setting.width || (columns > 4 && most > setting.width * 1.3));
  const room = mayHang ? Math.min(wideMeasure, Math.max(setting.width, most)) : setting.width;
  const forColumns = Math.max(room - gutter * (columns - 1), columns * 4);
  const widths = shareWidth(keepingWords(needs, forColumns), forColumns);
  return {
    tools: setting.tools,
    style,
    head,
    body,
    widths,
    gutter,
    x: setting.x,
    width: sum(widths) + gutter * (columns - 1),
    aligns: node.align ?? [],
    anchors: bodyRows.map((row) => anchorsOf(row, setting.tools)),
    said: new Set(),
  };
}

interface RowSetting {
  readonly parent: Draft;
  readonly head: boolean;
  readonly columns: number;
  readonly style: TextStyle;
  readonly rowHeaders: boolean;
  readonly setting: Setting;
}

function cellsOf(row: TableRow, { parent, head, columns, style, rowHeaders, setting }: RowSetting): Cell[] {
  const { tools } = setting;
  const tr = openElement('TR', parent, langAttribute(row, setting.lang));
  const cells = Array.from(
    { length: columns },
    (_, column): TableCell => row.children[column] ?? { type: 'tableCell', children: [] },
  );
  return cells.map((cell, column) => {
    const heads = head || (rowHeaders && column === 0);
    const scope: StructureElement['scope'] = head ? 'Column' : 'Row';
    const draft = openElement(heads ? 'TH' : 'TD', tr, {
      ...(heads && { scope }),
      ...langAttribute(cell, setting.lang),
    });
    const lang = languageOf(cell, languageOf(row, setting.lang));
    const cellStyle = head ? { ...style, bold: true } : style;
    const runs = collectRuns(cell.children, { tools, draft, style: cellStyle, lang, measure: setting.width });
    return { runs, anchors: anchorsOf(cell, tools) };
  });
}

/**
 * Rules above, below and under the head; a row is whole unless it is taller than a page.
 *
 * @param above - Height of the caption.
 */
function setRows(grid: Grid, above: Points): FlowBox[] {
  const { x, width, body, head, tools } = grid;
  const rows = body.map((cells) => cells.map((cell, column) => setCell(cell, grid, column)));
  const shifts = grid.widths.map((columnWidth, column) =>
    grid.aligns[column] === 'right'
      ? decimalShifts(
          body.map((row) => row[column]?.runs ?? []),
          { tools, room: columnWidth },
        )
      : [],
  );
  const { single, several: wide } = rowSpace(tools.sheet);
  const several = rows.some((row) => row.some((lines) => lines.length > 1));
  const space = several ? wide : single;
  const heading = head
    ? rowBoxes(
        head,
        head.map((cell, column) => setCell(cell, grid, column)),
        { grid, space: wide, shifts: [] },
      )
    : [];
  const band = merged(ruled(heading, { x, width, sheet: tools.sheet }));
  const repeat = head && band.height <= tools.pageHeight / 4 ? asArtifact(band) : undefined;
  const sets = rows.map((lines, index) =>
    rowBoxes(body[index] as readonly Cell[], lines, {
      grid,
      space,
      shifts: shifts.map((column) => column[index] ?? 0),
    }),
  );
  const height = above + sum([...heading, ...sets.flat()].map((box) => box.height));
  const boxes: FlowBox[] = [];
  for (const [index, set] of sets.entries()) {
    const whole = sum(set.map((box) => box.height)) <= tools.pageHeight - (repeat?.height ?? 0);
    const inside = costOfBreak(index, { rows: sets.length, fits: height <= tools.pageHeight });
    const edge = index === 0 ? (head ? never : 0) : inside;
    for (const [at, box] of set.entries()) {
      const breakBefore = at === 0 ? edge : whole ? never : box.breakBefore;
      boxes.push({
        ...box,
        row: index,
        breakBefore,
        ...(repeat && { repeat }),
        anchors: at === 0 ? [...(grid.anchors[index] ?? []), ...box.anchors] : box.anchors,
      });
    }
  }
  return [
    ...ruled(heading, { x, width, sheet: tools.sheet }),
    ...closed(boxes, { x, width, top: !head, sheet: tools.sheet }),
  ];
}

const rules = { edge: 0.8, head: 0.5 } as const;

interface Edges {
  readonly x: Points;
  readonly width: Points;
  readonly sheet: Sheet;
}

function ruled(heading: readonly FlowBox[], { x, width, sheet }: Edges): FlowBox[] {
  const colour = sheet.colours.ink;
  return heading.map((box, index) => {
    const top = index === 0 ? [horizontal({ x, y: 0, width, thickness: rules.edge, colour }, sheet)] : [];
    const bottom =
      index === heading.length - 1
        ? [horizontal({ x, y: box.height, width, thickness: rules.head, colour }, sheet)]
        : [];
    return { ...box, row: -1, breakBefore: index === 0 ? 0 : never, placed: [...top, ...box.placed, ...bottom] };
  });
}

function closed(boxes: readonly FlowBox[], { x, width, top, sheet }: Edges & { top: boolean }): FlowBox[] {
  return boxes.map((box, index) => {
    const edges: Placed[] = [];
    const edge = { x, width, thickness: rules.edge, colour: sheet.colours.ink };
    if (top && index === 0) edges.push(horizontal({ ...edge, y: 0 }, sheet));
    if (index === boxes.length - 1) edges.push(horizontal({ ...edge, y: box.height }, sheet));
    return edges.length === 0 ? box : { ...box, placed: [...box.placed, ...edges] };
  });
}

/** All of a heading in one box, to stand at the top of later pages. */
function merged(boxes: readonly FlowBox[]): FlowBox {
  let y = 0;
  const placed: Placed[] = [];
  for (const box of boxes) {
    for (const { fragment } of box.placed) {
      placed.push({
        fragment:
          fragment.kind === 'text'
            ? { ...fragment, baseline: fragment.baseline + y }
            : { ...fragment, y: fragment.y + y },
      });
    }
    y += box.height;
  }
  return { ...emptyBox, height: y, placed };
}

function setCell(cell: Cell, grid: Grid, column: number): Line[] {
  const { tools, style, said } = grid;
  return setLines(cell.runs, { tools, style, said, measure: grid.widths[column] as Points });
}

interface RowOptions {
  readonly grid: Grid;
  readonly space: Points;
  /** By column: how far a number stands left of the right edge. */
  readonly shifts: readonly Points[];
}

/** The nth lines of all cells share a box, so that a row too tall for a page can be broken between its lines. */
function rowBoxes(
  cells: readonly Cell[],
  lines: readonly (readonly Line[])[],
  { grid, space, shifts }: RowOptions,
): FlowBox[] {
  const count = Math.max(1, ...lines.map((cell) => cell.length));
  return Array.from({ length: count }, (_, index): FlowBox => {
    const before = index === 0 ? space / 2 : 0;
    const after = index === count - 1 ? space / 2 : 0;
    const placed: Placed[] = [];
    const row = lines.map((cell) => cell[index]);
    const links: FlowBox['links'][number][] = [];
    const top = Math.max(0, ...row.map((set) => (set ? set.baseline : 0)));
    let x = grid.x;
    for (const [column, set] of row.entries()) {
      const width = grid.widths[column] as Points;
      if (set) {
        const dx = x + offset(set, { align: grid.aligns[column], width, shift: shifts[column] ?? 0 });
        const dy = before + top - set.baseline;
        for (const each of set.placed) placed.push({ ...each, fragment: moved(each.fragment, dx, dy) });
        for (const link of set.links) links.push({ ...link, x: link.x + dx, y: link.y + dy });
      }
      x += width + grid.gutter;
    }
    const height = Math.max(grid.style.leading, ...row.map((set) => (set ? set.height + top - set.baseline : 0)));
    return {
      ...emptyBox,
      height: before + height + after,
      placed,
      links,
      breakBefore: index === 1 || index === count - 1 ? never : 0,
      anchors: [
        ...(index === 0 ? cells.flatMap((cell) => cell.anchors) : []),
        ...row.flatMap((set) => set?.anchors ?? []),
      ],
      notes: row.flatMap((set) => set?.notes ?? []),
    };
  });
}

function offset(set: Line, place: { align: string | null | undefined; width: Points; shift: Points }): Points {
  if (place.align === 'right') return place.width - set.width - place.shift;
  return place.align === 'center' ? (place.width - set.width) / 2 : 0;
}
