import type { Nodes } from 'mdast';
import type { Math as MathNode } from 'mdast-util-math';
import type { LanguageTag } from '../../model/index.ts';
import type { FormulaBox, ImageFragment, Points } from '../display.ts';
import { anchored, emptyBox, type FlowBox, moved, type SetBlock } from '../flow.ts';
import { baselineOf } from '../lines.ts';
import { type Draft, openElement, openSlot } from '../structure.ts';
import { anchorsOf, type Setting } from '../tools.ts';
import { codeBoxes } from './code.ts';

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

/** A formula with its name at the right edge, on the formula's own baseline. */
export function setNamedFormula(node: MathNode, { name, ...attributes }: Named, setting: Setting): FlowBox[] {
  const { tools, x, width } = setting;
  const draft = openFormula(node, setting, attributes);
  const { boxes, baseline } = formulaBoxes(node, draft, { ...setting, free: nameWidth + gap });
  const names = name(draft, { ...setting, x: x + width - nameWidth, width: nameWidth });
  return beside(boxes, names, baseline - baselineOf(tools.sheet.styles.caption, tools.fonts));
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
  /** Of the first box, from its top. */
  readonly baseline: Points;
}

/** @param free - Room to be left at the right. */
function formulaBoxes(node: MathNode, draft: Draft, setting: Setting & { free: Points }): FormulaLines {
  const { tools, style, x, width, free } = setting;
  const box = boxOf(node, setting);
  if (!box) return asCode(node, draft, setting);
  const scale = Math.min(style.size, (width - free) / box.width);
  const own = box.width * scale;
  const { halfLine } = tools.sheet;
  const height = Math.ceil(((box.ascent + box.descent) * scale) / halfLine) * halfLine; // the grid goes on below it
  const above = (height - (box.ascent + box.descent) * scale) / 2;
  const slot = openSlot(draft);
  const fragment: ImageFragment = {
    kind: 'image',
    owner: slot.owner,
    asset: box.asset,
    hidden: { text: node.value, rise: box.descent * scale },
    x: x + Math.max(0, Math.min((width - own) / 2, width - free - own)),
    y: above,
    width: own,
    height: (box.ascent + box.descent) * scale,
  };
  const set: FlowBox = { ...emptyBox, height, placed: [{ fragment, slot }], begins: { node, at: 0 } };
  return { boxes: anchored([set], anchorsOf(node, tools)), baseline: above + box.ascent * scale };
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
