import type { Code, Nodes } from 'mdast';
import { printedLength } from '../../model/index.ts';
import type { CodeKind, CodeSpan, Place, Points, TextFragment, Word } from '../display.ts';
import { anchored, type Backdrop, emptyBox, type FlowBox, never, type Placed, type SetBlock, strut } from '../flow.ts';
import { baselineOf } from '../lines.ts';
import { openElement, openSlot, type Slot } from '../structure.ts';
import { faceOf } from '../style.ts';
import { anchorsOf, type Setting, type Tools, withBackdrop } from '../tools.ts';

/** Between the edge of the shaded ground and the code. */
export const codePadding: Points = 8;

/** A program's text on a shaded ground, its lines wrapped where they are longer than the measure. */
export function setCode(node: Code, setting: Setting): SetBlock {
  const { tools, x, width } = setting;
  const { halfLine, colours } = tools.sheet;
  const padding = halfLine - 1;
  const slot = openSlot(openElement('Code', openElement('P', setting.parent)));
  const spans = tools.highlight(node.value, node.lang);
  const boxes = codeBoxes(node, spans, { slot, tools, x: x + codePadding, width: width - 2 * codePadding });
  const framed = [strut(padding), ...boxes, strut(padding, { breakBefore: never })];
  const backdrop: Backdrop = { artifact: { artifact: 'background' }, x, width, fill: colours.shade };
  return { boxes: anchored(withBackdrop(framed, backdrop), anchorsOf(node, tools)), before: halfLine, after: halfLine };
}

/** Lines in the code face, each in a box, wrapped where they are longer than `width`. */
export function codeBoxes(
  node: Nodes,
  spans: readonly CodeSpan[],
  { slot, tools, x, width }: { slot: Slot; tools: Tools; x: Points; width: Points },
): FlowBox[] {
  const style = tools.sheet.styles.code;
  const letter = (tools.fonts('code').width('0') * style.size) / 1000;
  const perLine = Math.max(8, Math.floor(width / letter));
  const rows = linesOf(spans).flatMap((source) => wrapCode(source, perLine));
  const place = { x, baseline: baselineOf(style, tools.fonts), letter, tools };
  let at = 0;
  return rows.map((row, index): FlowBox => {
    const begins: Place = { node, at };
    at += printedLength(row.signs.map(({ text }) => text).join(''));
    const together = index === 0 || index === 1 || index === rows.length - 1;
    const placed = codeLine(row, slot, { ...place, last: index === rows.length - 1 });
    return { ...emptyBox, height: style.leading, breakBefore: together ? never : 0, placed, begins };
  });
}

/** A character, and what it is a part of. */
interface Sign {
  readonly text: string;
  readonly kind?: CodeKind | undefined;
}

interface CodeRow {
  readonly signs: readonly Sign[];
  /** Columns to the right: a line that goes on is set in by two. */
  readonly column: number;
  /** A line of the source ends here, or a space. */
  readonly spaceAfter: boolean;
  /** A line of the source ends here. */
  readonly lineEnd: boolean;
}

function linesOf(spans: readonly CodeSpan[]): Sign[][] {
  const lines: Sign[][] = [[]];
  for (const { text, kind } of spans) {
    for (const [index, part] of text.replaceAll('\t', '    ').split('\n').entries()) {
      if (index > 0) lines.push([]);
      for (const sign of part) lines.at(-1)?.push({ text: sign, kind });
    }
  }
  return lines;
}

const isSpace = (sign: Sign | undefined): boolean => sign !== undefined && /\s/.test(sign.text);

/** One line of source → lines of at most `columns` characters, cut after a space or a sign where there is one. */
function wrapCode(source: readonly Sign[], columns: number): CodeRow[] {
  const rows: CodeRow[] = [];
  const indented = source.findIndex((sign) => !isSpace(sign));
  const depth = Math.min(Math.max(indented, 0) + 2, Math.floor(columns / 2));
  let rest = trimmedEnd(source);
  let column = 0;
  while (column + rest.length > columns) {
    const room = columns - column;
    let end = room;
    while (end > room / 2 && !/[\s,;(){}[\]./=&|-]/.test(rest[end - 1]?.text ?? '')) end--;
    if (end <= room / 2) end = room;
    const signs = rest.slice(0, end);
    rows.push({
      signs: trimmedEnd(signs),
      column,
      spaceAfter: isSpace(signs.at(-1)) || isSpace(rest[end]),
      lineEnd: false,
    });
    const begins = rest.findIndex((sign, index) => index >= end && !isSpace(sign));
    rest = begins < 0 ? [] : rest.slice(begins);
    column = depth;
  }
  rows.push({ signs: rest, column, spaceAfter: true, lineEnd: true });
  return rows;
}

function trimmedEnd(signs: readonly Sign[]): readonly Sign[] {
  return signs.slice(0, signs.findLastIndex((sign) => !isSpace(sign)) + 1);
}

interface CodePlace {
  readonly x: Points;
  readonly baseline: Points;
  readonly letter: Points;
  readonly tools: Tools;
  readonly last: boolean;
}

/** One fragment for each stretch of one kind. Spaces that begin a line, or follow each other, are empty words. */
function codeLine(row: CodeRow, slot: Slot, place: CodePlace): Placed[] {
  const { styles, colours } = place.tools.sheet;
  const { size, colour: ink } = styles.code;
  const colour = { comment: colours.quiet, value: colours.link, keyword: ink } as const;
  const lineEnd = row.lineEnd && !place.last;
  const written = stretchesOf(row.signs);
  const stretches = written.length === 0 && lineEnd ? [{ kind: undefined, text: '' }] : written;
  let x = place.x + row.column * place.letter;
  return stretches.map(({ kind, text }, at): Placed => {
    const ends = at === stretches.length - 1;
    const face = faceOf({ ...styles.code, bold: kind === 'keyword' || styles.code.bold === true });
    const parts = text.split(' ');
    const words = parts.map((part, index): Word => {
      const inside = index < parts.length - 1;
      const spaceAfter = inside || (ends && row.spaceAfter && !place.last);
      return { text: part, gap: inside ? place.letter : 0, ...(spaceAfter && { spaceAfter }) };
    });
    const look = { face, size, colour: kind ? colour[kind] : ink };
    const fragment: TextFragment = {
      kind: 'text',
      owner: slot.owner,
      x,
      baseline: place.baseline,
      ...look,
      words,
      ...(ends && lineEnd && { lineEnd }),
    };
    for (const word of words) x += (place.tools.fonts(face).width(word.text) * size) / 1000 + word.gap;
    return { fragment, slot };
  });
}

function stretchesOf(signs: readonly Sign[]): { readonly kind: CodeKind | undefined; text: string }[] {
  const stretches: { readonly kind: CodeKind | undefined; text: string }[] = [];
  for (const { text, kind } of signs) {
    const open = stretches.at(-1);
    if (open && (open.kind === kind || text === ' ')) open.text += text;
    else stretches.push({ kind, text });
  }
  return stretches;
}
