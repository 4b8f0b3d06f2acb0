import type { Blockquote, RootContent, ThematicBreak } from 'mdast';
import type { Points, RuleFragment } from '../display.ts';
import { anchored, type Backdrop, type FlowBox, never, type Placed, type SetBlock, stack, strut } from '../flow.ts';
import { openElement } from '../structure.ts';
import type { Sheet } from '../style.ts';
import { anchorsOf, indented, langAttribute, languageOf, type Setting, withBackdrop } from '../tools.ts';

export function setQuote(node: Blockquote, setting: Setting): SetBlock {
  const { halfLine, indent } = setting.tools.sheet;
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
  const { colours, line } = setting.tools.sheet;
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
  const { sheet } = setting.tools;
  const { halfLine, line } = sheet;
  const style = sheet.styles.aside;
  const inner: Setting = { ...setting, parent, style, snap: false, lang: languageOf(node, setting.lang) };
  const boxes = stack(setting.tools.setBlocks(node.children as RootContent[], inner));
  const { x, width } = inner;
  const [first, ...rest] = boxes;
  const framed: FlowBox[] = [
    strut(halfLine, { placed: [horizontal({ x, y: 0, width }, sheet)] }),
    ...(first ? [{ ...first, breakBefore: never }, ...rest] : []),
    strut(halfLine, { placed: [horizontal({ x, y: halfLine, width }, sheet)], breakBefore: never }),
  ];
  return { boxes: anchored(framed, anchorsOf(node, setting.tools)), before: line, after: line };
}

/** A thin rule. */
export function horizontal(
  of: { x: Points; y: Points; width: Points; thickness?: Points; colour?: RuleFragment['colour'] },
  { hairline, colours }: Sheet,
): Placed {
  const { thickness = hairline, colour = colours.hinge, ...place } = of;
  return { fragment: { kind: 'rule', owner: { artifact: 'layout' }, height: 0, thickness, colour, ...place } };
}

export function setThematicBreak(_: ThematicBreak, setting: Setting): SetBlock {
  const { sheet } = setting.tools;
  const { halfLine, line } = sheet;
  const width = Math.min(60, setting.width);
  const x = setting.x + (setting.width - width) / 2;
  return {
    boxes: [strut(line, { placed: [horizontal({ x, y: halfLine, width }, sheet)] })],
    before: halfLine,
    after: halfLine,
  };
}
