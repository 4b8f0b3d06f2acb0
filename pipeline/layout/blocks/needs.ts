/** How much room the cells of a column ask for. */
import type { Table } from 'mdast';
import type { Points } from '../display.ts';
import type { Run } from '../runs.ts';
import type { Tools } from '../tools.ts';
import type { CellText } from './cellBlocks.ts';
import type { WordNeed } from './columns.ts';
import { alignedWidth } from './decimals.ts';
import type { TableCells } from './tableCells.ts';

/** What has no place to break and is longer than this may be cut rather than widen its column. */
export const longWord: Points = 84;

const narrowest: Points = 8;
/** Rounding must not break a cell, or a word, that just fits. */
const rounding: Points = 0.01;

interface NeedOptions {
  readonly gutter: Points;
  readonly tools: Tools;
  readonly aligns?: Table['align'];
}

/**
 * Least and greatest width of every column. What a cell of several columns needs more than these, they share.
 */
export function needsOf(cells: TableCells, { gutter, tools, aligns }: NeedOptions): WordNeed[] {
  const all = [...cells.head, ...cells.body].flatMap((row) => row.cells);
  const inColumn = (rows: TableCells['body'], column: number) =>
    rows.flatMap((row) => row.cells).filter((cell) => cell.column === column && cell.colSpan === 1);
  const needs = Array.from({ length: cells.columns }, (_, column) => {
    const runsOf = (rows: TableCells['body']) => inColumn(rows, column).map(({ runs }) => runs);
    const texts = inColumn([...cells.head, ...cells.body], column).flatMap((cell) => cell.texts);
    const need = needOf(texts, tools);
    if (aligns?.[column] !== 'right') return need;
    const aligned = alignedWidth(runsOf(cells.body), tools) + rounding;
    return { ...need, word: Math.max(need.word, aligned), most: Math.max(need.most, aligned) };
  });
  const spanning = all.filter(({ colSpan }) => colSpan > 1).sort((a, b) => a.colSpan - b.colSpan);
  for (const { column, colSpan, texts } of spanning) {
    const own = needs.slice(column, column + colSpan);
    const need = needOf(texts, tools);
    const more = (of: (need: WordNeed) => Points) =>
      Math.max(0, of(need) - own.reduce((total, each) => total + of(each), gutter * (colSpan - 1))) / colSpan;
    const [least, word, most] = [more((each) => each.least), more((each) => each.word), more((each) => each.most)];
    for (const [index, each] of own.entries()) {
      const wider = { least: each.least + least, word: each.word + word, most: each.most + most };
      const atLeast = Math.max(wider.word, wider.least);
      needs[column + index] = { ...wider, word: atLeast, most: Math.max(wider.most, wider.least) };
    }
  }
  return needs;
}

/** From the texts of the cells of one column. */
function needOf(texts: readonly CellText[], tools: Tools): WordNeed {
  const needs = texts.map(({ runs, indent }) => {
    const { least, word, most } = needOfText(runs, tools);
    return { least: least + indent, word: word + indent, most: most + indent };
  });
  const greatest = (of: (need: WordNeed) => Points) => Math.max(narrowest, ...needs.map(of)) + rounding;
  const least = greatest((need) => need.least);
  return {
    least,
    word: greatest((need) => need.word),
    most: Math.max(
      least,
      greatest((need) => need.most),
    ),
  };
}

/** Where measuring is: widths since the line began, since a word began, since the last place to break. */
interface Measured {
  line: Points;
  word: Points;
  piece: Points;
}

function needOfText(runs: readonly Run[], tools: Tools): WordNeed {
  const need = { least: 0, word: 0, most: 0 };
  const at: Measured = { line: 0, word: 0, piece: 0 };
  const add = (width: Points, hyphen: Points, most = longWord) => {
    at.line += width;
    at.word += width;
    at.piece += width;
    need.most = Math.max(need.most, at.line);
    need.word = Math.max(need.word, at.word);
    need.least = Math.max(need.least, Math.min(at.piece + hyphen, most));
  };
  for (const run of runs) {
    if (run.lineBreak) at.line = at.word = at.piece = 0;
    if (run.image) add(run.image.width, 0, Number.POSITIVE_INFINITY);
    const scale = run.size / 1000;
    const face = tools.fonts(run.face);
    const piecesOf = tools.shaper(run);
    for (const [index, text] of run.text.split(' ').entries()) {
      if (index > 0) {
        at.line += face.width(' ') * scale;
        at.word = at.piece = 0;
      }
      const { widths, breaks } = piecesOf(text);
      for (const [part, width] of widths.entries()) {
        add(width * scale, breaks[part] === 'hyphen' ? face.width('-') * scale : 0);
        if (breaks[part]) at.piece = 0;
        if (breaks[part] === 'sign') at.word = 0;
      }
    }
  }
  return need;
}
