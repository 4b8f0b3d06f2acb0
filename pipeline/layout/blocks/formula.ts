import type { Nodes } from 'mdast';
import type { Math as MathNode } from 'mdast-util-math';
import type { LanguageTag } from '../../model/index.ts';
import type { FormulaBox, Points } from '../display.ts';
import { anchored, emptyBox, type FlowBox, moved, never, type SetBlock } from '../flow.ts';
import { scaleOf, widestOf } from '../formulaFit.ts';
import { baselineOf } from '../lines.ts';
import { type Draft, openElement, openSlot } from '../structure.ts';
import { anchorsOf, type Setting } from '../tools.ts';
import { codeBoxes } from './code.ts';
import { sum } from './columns.ts';
import { hangingIndent, lineOf, linesOf } from './formulaLines.ts';

/** Width for the name of a formula, at its right: « Équation 12. » */
const nameWidth: Points = 72;
const gap: Points = 10;

/** A formula on a line of its own, in the middle, said in its words. */
export function setFormula(node: MathNode, setting: Setting): SetBlock {
  const { halfLine } = setting.tools.sheet;
  const draft = openFormula(node, setting);
  return { boxes: formulaBoxes(node, draft, { ...setting, free: 0 }).boxes, before: halfLine, after: halfLine };
}

interface Named {
  /** Sets the name, as a part of the formula's element. */
  readonly name: (parent: Draft, setting: Setting) => FlowBox[];
  /** Of the element, where it is not its parent's. */
  readonly lang?: LanguageTag;
}

/**
 * A formula with its name at the right edge, on the formula's own baseline: the last where it has several. Under the
 * formula where that would have too little room beside it.
 */
export function setNamedFormula(node: MathNode, { name, ...attributes }: Named, setting: Setting): FlowBox[] {
  const { tools, style, x, width } = setting;
  const draft = openFormula(node, setting, attributes);
  const free = nameWidth + gap;
  const box = boxOf(node, setting);
  const under = box !== undefined && widestOf(box) * style.size > width - free;
  const { boxes, beside: at, baseline } = formulaBoxes(node, draft, { ...setting, free: under ? 0 : free });
  const names = name(draft, { ...setting, x: x + width - nameWidth, width: nameWidth });
  if (under) return [...boxes, ...names.map((each) => ({ ...each, breakBefore: never }))];
  const drop = baseline - baselineOf(tools.sheet.styles.caption, tools.fonts);
  return [...boxes.slice(0, at), ...beside(boxes.slice(at), names, drop)];
}

function boxOf(node: MathNode, { tools, lang }: Setting): FormulaBox | undefined {
  return tools.formulae(node.value, { display: true, lang });
}

function openFormula(node: MathNode, setting: Setting, attributes: { lang?: LanguageTag } = {}): Draft {
  const alt = node.data?.words ?? boxOf(node, setting)?.words ?? node.value;
  return openElement('Formula', setting.parent, { alt, ...attributes });
}

interface FormulaLines {
  readonly boxes: readonly FlowBox[];
  /** Index of the box that a name stands beside. */
  readonly beside: number;
  /** Of that box, from its top. */
  readonly baseline: Points;
}

/** Least white between two lines of a formula. */
const between: Points = 4;

/** @param free - Room to be left at the right. */
function formulaBoxes(node: MathNode, draft: Draft, setting: Setting & { free: Points }): FormulaLines {
  const { tools, style, x, width, free } = setting;
  const box = boxOf(node, setting);
  if (!box) return asCode(node, draft, setting);
  const isBroken = box.pieces !== undefined && box.width * style.size > width - free;
  const indent = isBroken ? hangingIndent * style.size : 0;
  const room = { size: style.size, width: width - free - indent, tools, node };
  const scale = scaleOf(isBroken ? widestOf(box) : box.width, room);
  const lines = isBroken
    ? linesOf(box.pieces, { scale, width: room.width, tex: node.value })
    : [[{ ...box, space: 0, text: node.value }]];
  const clearance = lines.length > 1 ? between / 2 : 0;
  const slot = openSlot(draft);
  const set = lines.map((pieces, index): FlowBox & { readonly baseline: Points } => {
    const own = sum(pieces.map((piece) => (piece.width + piece.space) * scale));
    const from = isBroken ? (index === 0 ? 0 : indent) : Math.max(0, Math.min((width - own) / 2, width - free - own));
    return {
      ...lineOf(pieces, { slot, scale, x: x + from, grid: tools.sheet.halfLine, clearance }),
      ...(index > 0 ? { breakBefore: never } : { begins: { node, at: 0 } }),
    };
  });
  const baseline = set.at(-1)?.baseline ?? 0;
  return { boxes: anchored(set, anchorsOf(node, tools)), beside: set.length - 1, baseline };
}

/** TeX that cannot be set, as it is written. */
function asCode(node: MathNode, draft: Draft, { tools, x, width, free }: Setting & { free: Points }): FormulaLines {
  const { indent, styles } = tools.sheet;
  const boxes = codeBoxes(node, [{ text: node.value }], {
    slot: openSlot(draft),
    tools,
    x: x + indent,
    width: width - indent - free,
  });
  const [first, ...rest] = boxes;
  return {
    boxes: anchored(first ? [{ ...first, breakBefore: 0 }, ...rest] : [], anchorsOf(node, tools)),
    beside: 0,
    baseline: baselineOf(styles.code, tools.fonts),
  };
}

/** Boxes beside those of another list, which stand lower by `drop`: all of the second in the first box of the first. */
function beside(left: readonly FlowBox[], right: readonly FlowBox[], drop: Points): FlowBox[] {
  const [first = emptyBox, ...rest] = left;
  let y = Math.max(0, drop);
  const down = Math.max(0, -drop);
  const placed = first.placed.map((each) => ({ ...each, fragment: moved(each.fragment, 0, down) }));
  const links = [...first.links];
  for (const box of right) {
    for (const each of box.placed) placed.push({ ...each, fragment: moved(each.fragment, 0, y) });
    for (const link of box.links) links.push({ ...link, y: link.y + y });
    y += box.height;
  }
  const height = Math.max(first.height + down, y);
  const anchors = [...first.anchors, ...right.flatMap((box) => box.anchors)];
  const notes = [...first.notes, ...right.flatMap((box) => box.notes)];
  return [{ ...first, height, placed, links, anchors, notes }, ...rest];
}

/** Whether the figure is one formula, and its caption no more than its name. */
export function isNamedFormula(content: readonly Nodes[], caption: Nodes | undefined): boolean {
  const words = caption && 'children' in caption ? caption.children : [];
  return content.length === 1 && content[0]?.type === 'math' && words.length === 1 && words[0]?.type === 'label';
}
