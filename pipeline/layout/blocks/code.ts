import type { Code } from 'mdast';
import type { Points, TextFragment, Word } from '../display.ts';
import { anchored, type Backdrop, emptyBox, type FlowBox, never, type Placed, type SetBlock, strut } from '../flow.ts';
import { baselineOf } from '../lines.ts';
import { openElement, openSlot, type Slot } from '../structure.ts';
import { faceOf } from '../style.ts';
import { anchorsOf, type Setting, type Tools, withBackdrop } from '../tools.ts';

const side: Points = 8;

/** A program's text on a shaded ground, its lines wrapped where they are longer than the measure. */
export function setCode(node: Code, setting: Setting): SetBlock {
  const { tools, x, width } = setting;
  const { halfLine, colours } = tools.sheet;
  const padding = halfLine - 1;
  const slot = openSlot(openElement('Code', openElement('P', setting.parent)));
  const boxes = codeBoxes(node.value, slot, { tools, x: x + side, width: width - 2 * side });
  const framed = [strut(padding), ...boxes, strut(padding, { breakBefore: never })];
  const backdrop: Backdrop = { artifact: { artifact: 'background' }, x, width, fill: colours.shade };
  return { boxes: anchored(withBackdrop(framed, backdrop), anchorsOf(node, tools)), before: halfLine, after: halfLine };
}

/** Lines in the code face, each in a box, wrapped where they are longer than `width`. */
export function codeBoxes(value: string, slot: Slot, room: { tools: Tools; x: Points; width: Points }): FlowBox[] {
  const { tools, x, width } = room;
  const style = tools.sheet.styles.code;
  const letter = (tools.fonts('code').width('0') * style.size) / 1000;
  const perLine = Math.max(8, Math.floor(width / letter));
  const rows = value.split('\n').flatMap((source) => wrapCode(source.replaceAll('\t', '    '), perLine));
  const place = { x, baseline: baselineOf(style, tools.fonts), letter, tools };
  return rows.map((row, index): FlowBox => {
    const together = index === 0 || index === 1 || index === rows.length - 1;
    const placed = row.text === '' ? [] : [codeLine(row, slot, { ...place, last: index === rows.length - 1 })];
    return { ...emptyBox, height: style.leading, breakBefore: together ? never : 0, placed };
  });
}

interface CodeRow {
  readonly text: string;
  /** Columns to the right: a line that goes on is set in by two. */
  readonly column: number;
  /** A line of the source ends here, or a space. */
  readonly spaceAfter: boolean;
}

/** One line of source → lines of at most `columns` characters, cut after a space or a sign where there is one. */
function wrapCode(source: string, columns: number): CodeRow[] {
  const rows: CodeRow[] = [];
  const depth = Math.min((source.match(/^ */)?.[0].length ?? 0) + 2, Math.floor(columns / 2));
  let rest = [...source.trimEnd()];
  let column = 0;
  while (column + rest.length > columns) {
    const room = columns - column;
    let end = room;
    while (end > room / 2 && !/[\s,;(){}[\]./=&|-]/.test(rest[end - 1] as string)) end--;
    if (end <= room / 2) end = room;
    const text = rest.slice(0, end).join('');
    rows.push({ text: text.trimEnd(), column, spaceAfter: /\s$/.test(text) || rest[end] === ' ' });
    rest = [...rest.slice(end).join('').trimStart()];
    column = depth;
  }
  rows.push({ text: rest.join(''), column, spaceAfter: true });
  return rows;
}

interface CodePlace {
  readonly x: Points;
  readonly baseline: Points;
  readonly letter: Points;
  readonly tools: Tools;
  readonly last: boolean;
}

/** Spaces that begin a line, or follow each other, are empty words. */
function codeLine(row: CodeRow, slot: Slot, place: CodePlace): Placed {
  const { styles, colours } = place.tools.sheet;
  const parts = row.text.split(' ');
  const words = parts.map((text, index): Word => {
    const inside = index < parts.length - 1;
    const spaceAfter = inside || (row.spaceAfter && !place.last);
    return { text, gap: inside ? place.letter : 0, ...(spaceAfter && { spaceAfter }) };
  });
  const fragment: TextFragment = {
    kind: 'text',
    owner: slot.owner,
    x: place.x + row.column * place.letter,
    baseline: place.baseline,
    face: faceOf(styles.code),
    size: styles.code.size,
    colour: colours.ink,
    words,
  };
  return { fragment, slot };
}
