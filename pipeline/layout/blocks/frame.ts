import type { Blockquote, Code, RootContent, ThematicBreak } from 'mdast';
import type { Points, RuleFragment, TextFragment, Word } from '../display.ts';
import {
  anchored,
  type Backdrop,
  emptyBox,
  type FlowBox,
  never,
  type Placed,
  type SetBlock,
  stack,
  strut,
} from '../flow.ts';
import { baselineOf } from '../lines.ts';
import { openElement, openSlot, type Slot } from '../structure.ts';
import { colours, faceOf, hairline, halfLine, indent, line, styles } from '../style.ts';
import { anchorsOf, indented, langAttribute, languageOf, type Setting, withBackdrop } from '../tools.ts';

export function setQuote(node: Blockquote, setting: Setting): SetBlock {
  const parent = openElement('BlockQuote', setting.parent, langAttribute(node, setting.lang));
  const inner = { ...indented(setting, indent, indent), parent, lang: languageOf(node, setting.lang) };
  const boxes = stack(setting.tools.setBlocks(node.children as RootContent[], inner));
  return { boxes: anchored(boxes, anchorsOf(node, setting.tools)), before: halfLine, after: halfLine };
}

type FramedNode = Extract<RootContent, { type: 'admonition' | 'aside' }>;

const bar = { width: 2, room: 14 } as const;

/** A bar at the left; its title says what it is. */
export function setAdmonition(node: FramedNode, setting: Setting): SetBlock {
  const parent = openElement('Div', setting.parent, langAttribute(node, setting.lang));
  const inner: Setting = { ...indented(setting, bar.room), parent, lang: languageOf(node, setting.lang) };
  const boxes = stack(setting.tools.setBlocks(node.children as RootContent[], inner));
  const backdrop: Backdrop = {
    artifact: { artifact: 'layout' },
    x: inner.x - bar.room,
    width: bar.width,
    fill: colours.hinge,
  };
  return { boxes: anchored(withBackdrop(boxes, backdrop), anchorsOf(node, setting.tools)), before: line, after: line };
}

/** Between two hairlines, in the smaller face. */
export function setAside(node: FramedNode, setting: Setting): SetBlock {
  const parent = openElement('Div', setting.parent, langAttribute(node, setting.lang));
  const style = styles.aside;
  const inner: Setting = { ...setting, parent, style, snap: false, lang: languageOf(node, setting.lang) };
  const boxes = stack(setting.tools.setBlocks(node.children as RootContent[], inner));
  const { x, width } = inner;
  const [first, ...rest] = boxes;
  const framed: FlowBox[] = [
    strut(halfLine, { placed: [horizontal({ x, y: 0, width })] }),
    ...(first ? [{ ...first, breakBefore: never }, ...rest] : []),
    strut(halfLine, { placed: [horizontal({ x, y: halfLine, width })], breakBefore: never }),
  ];
  return { boxes: anchored(framed, anchorsOf(node, setting.tools)), before: line, after: line };
}

export function horizontal(of: {
  x: Points;
  y: Points;
  width: Points;
  thickness?: Points;
  colour?: RuleFragment['colour'];
}): Placed {
  const { thickness = hairline, colour = colours.hinge, ...place } = of;
  return { fragment: { kind: 'rule', owner: { artifact: 'layout' }, height: 0, thickness, colour, ...place } };
}

export function setThematicBreak(_: ThematicBreak, setting: Setting): SetBlock {
  const width = 60;
  const x = setting.x + (setting.width - width) / 2;
  return {
    boxes: [strut(line, { placed: [horizontal({ x, y: halfLine, width })] })],
    before: halfLine,
    after: halfLine,
  };
}

const padding = { side: 8, end: halfLine - 1 } as const;

/** A program's text on a shaded ground, its lines wrapped where they are longer than the measure. */
export function setCode(node: Code, setting: Setting): SetBlock {
  const { tools, x, width } = setting;
  const style = styles.code;
  const slot = openSlot(openElement('Code', openElement('P', setting.parent)));
  const letter = (tools.fonts('code').width('0') * style.size) / 1000;
  const perLine = Math.max(8, Math.floor((width - 2 * padding.side) / letter));
  const rows = node.value.split('\n').flatMap((source) => wrapCode(source.replaceAll('\t', '    '), perLine));
  const place = { x: x + padding.side, baseline: baselineOf(style, tools.fonts), letter };
  const boxes = rows.map((row, index): FlowBox => {
    const together = index === 0 || index === 1 || index === rows.length - 1;
    const placed = row.text === '' ? [] : [codeLine(row, slot, { ...place, last: index === rows.length - 1 })];
    return { ...emptyBox, height: style.leading, breakBefore: together ? never : 0, placed };
  });
  const framed = [strut(padding.end), ...boxes, strut(padding.end, { breakBefore: never })];
  const backdrop: Backdrop = { artifact: { artifact: 'background' }, x, width, fill: colours.shade };
  return { boxes: anchored(withBackdrop(framed, backdrop), anchorsOf(node, tools)), before: halfLine, after: halfLine };
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
  readonly last: boolean;
}

/** Spaces that begin a line, or follow each other, are empty words. */
function codeLine(row: CodeRow, slot: Slot, place: CodePlace): Placed {
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
