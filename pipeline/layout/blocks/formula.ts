import type { Nodes } from 'mdast';
import type { Math as MathNode } from 'mdast-util-math';
import type { Points } from '../display.ts';
import { anchored, emptyBox, type FlowBox, moved, type SetBlock } from '../flow.ts';
import { type Draft, openElement, openSlot } from '../structure.ts';
import { anchorsOf, type Setting } from '../tools.ts';
import { codeBoxes } from './code.ts';

/** Width for the name of a formula, at its right: « Équation 12. » */
const nameWidth: Points = 72;
const gap: Points = 10;

/** A formula on lines of its own: its TeX in the code face, said in its words. */
export function setFormula(node: MathNode, setting: Setting): SetBlock {
  const { halfLine } = setting.tools.sheet;
  return { boxes: formulaBoxes(node, setting.parent, setting), before: halfLine, after: halfLine };
}

function formulaBoxes(node: MathNode, parent: Draft, setting: Setting): FlowBox[] {
  const { tools, x, width } = setting;
  const { indent } = tools.sheet;
  const draft = openElement('Formula', parent, { alt: node.data?.words ?? node.value });
  const boxes = codeBoxes(node.value, openSlot(draft), { tools, x: x + indent, width: width - indent });
  const [first, ...rest] = boxes;
  return [...anchored(first ? [{ ...first, breakBefore: 0 }, ...rest] : [], anchorsOf(node, tools))];
}

/** A formula with its name at the right, on the line where it begins. */
export function setNamedFormula(node: MathNode, name: (setting: Setting) => FlowBox[], setting: Setting): FlowBox[] {
  const width = setting.width - nameWidth - gap;
  const boxes = formulaBoxes(node, setting.parent, { ...setting, width });
  const names = name({ ...setting, x: setting.x + width + gap, width: nameWidth });
  return beside(boxes, names);
}

/** Lines of one list to the left of those of another: the first beside the first. */
function beside(left: readonly FlowBox[], right: readonly FlowBox[]): FlowBox[] {
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, index): FlowBox => {
    const [one = emptyBox, other = emptyBox] = [left[index], right[index]];
    const height = Math.max(one.height, other.height);
    const placed = [one, other].flatMap((box) =>
      box.placed.map((each) => ({ ...each, fragment: moved(each.fragment, 0, (height - box.height) / 2) })),
    );
    return {
      ...one,
      height,
      placed,
      links: [...one.links, ...other.links],
      anchors: [...one.anchors, ...other.anchors],
      notes: [...one.notes, ...other.notes],
    };
  });
}

/** Whether the figure is one formula, and its caption no more than its name. */
export function isNamedFormula(content: readonly Nodes[], caption: Nodes | undefined): boolean {
  const words = caption && 'children' in caption ? caption.children : [];
  return content.length === 1 && content[0]?.type === 'math' && words.length === 1 && words[0]?.type === 'label';
}
