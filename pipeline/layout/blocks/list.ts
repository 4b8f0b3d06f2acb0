import type { List, ListItem, RootContent } from 'mdast';
import type { Points, TextFragment } from '../display.ts';
import { always, anchored, type FlowBox, moved, never, type Placed, type SetBlock, stack, strut } from '../flow.ts';
import { baselineOf } from '../lines.ts';
import { numeral } from '../numerals.ts';
import { type Draft, openElement, openSlot } from '../structure.ts';
import { faceOf } from '../style.ts';
import { anchorsOf, indented, langAttribute, languageOf, type Setting } from '../tools.ts';
import { setPhrasing } from './paragraph.ts';

/** Between a label and what it labels. */
const labelGap: Points = 6;
const bullets = ['•', '–', '•', '–'];

export function setList(node: List, setting: Setting): SetBlock {
  const { halfLine } = setting.tools.sheet;
  const items = setItems(node, setting).map(held);
  return {
    boxes: anchored(stack(items), anchorsOf(node, setting.tools)),
    before: setting.listDepth > 0 ? setting.gap : halfLine,
    after: setting.listDepth > 0 ? setting.gap : halfLine,
  };
}

/** One line of a list, alone at the foot of a page or at the top of the next. */
const loneItem = 60;

function held(item: SetBlock, index: number, items: readonly SetBlock[]): SetBlock {
  const isLone = (at: number): boolean => items[at]?.boxes.length === 1;
  const parts = (index === 0 && isLone(0)) || (index === items.length - 2 && isLone(index + 1));
  return parts ? { ...item, costAfter: loneItem } : item;
}

const numberings = { 1: 'Decimal', a: 'LowerAlpha', A: 'UpperAlpha', i: 'LowerRoman', I: 'UpperRoman' } as const;

/** The items of a list, one by one. */
export function setItems(node: List, setting: Setting): SetBlock[] {
  const { indent } = setting.tools.sheet;
  const own: Setting = { ...setting, lang: languageOf(node, setting.lang), gap: gapIn(node, setting) };
  const draft = openElement('L', setting.parent, {
    listNumbering: node.ordered ? numberings[node.data?.numbering ?? '1'] : 'Disc',
    ...langAttribute(node, setting.lang),
  });
  const labels = node.children.map((item, index) => labelOf(item, node, { index, depth: setting.listDepth }));
  const widest = Math.max(0, ...labels.map((label) => labelWidth(label, own)));
  const room = Math.max(indent, widest + labelGap + (node.ordered ? 2 : 0));
  return node.children.map((item, index) => setItem(item, labels[index] as string, { ...own, room, list: draft }));
}

/** Half a line between the items of a loose list, a quarter in a tight one whose items have several lines, else none. */
function gapIn(node: List, setting: Setting): Points {
  const { halfLine, indent } = setting.tools.sheet;
  if (node.spread || node.children.some((item) => item.spread)) return halfLine;
  const room = (setting.width - indent) / (setting.style.size * 0.45);
  const long = node.children.some((item) => lengthOf(item) > room);
  return long ? halfLine / 2 : 0;
}

function lengthOf(node: ListItem): number {
  const count = (child: unknown): number => {
    const { value, children } = child as { value?: string; children?: unknown[] };
    return (value?.length ?? 0) + (children ?? []).reduce<number>((sum, each) => sum + count(each), 0);
  };
  return count(node.children[0] ?? {});
}

function labelOf(item: ListItem, list: List, place: { index: number; depth: number }): string {
  if (typeof item.checked === 'boolean') return item.checked ? '☑' : '☐';
  if (list.ordered) return `${numeral((list.start ?? 1) + place.index, list.data?.numbering)}.`;
  return bullets[place.depth % bullets.length] as string;
}

function labelFace(label: string, { style }: Setting): TextFragment['face'] {
  return label === '☑' || label === '☐' ? 'sans' : faceOf({ family: style.family });
}

function labelWidth(label: string, setting: Setting): Points {
  return (setting.tools.fonts(labelFace(label, setting)).width(label) * setting.style.size) / 1000;
}

interface ItemSetting extends Setting {
  readonly list: Draft;
  /** From the left of the list to that of its items' text. */
  readonly room: Points;
}

function setItem(item: ListItem, label: string, setting: ItemSetting): SetBlock {
  const { tools, room } = setting;
  const li = openElement('LI', setting.list, langAttribute(item, setting.lang));
  const lbl = openElement('Lbl', li);
  const parent = openElement('LBody', li);
  const inner = indented(setting, room);
  const lang = languageOf(item, setting.lang);
  const blocks = tools.setBlocks(item.children as RootContent[], {
    ...inner,
    parent,
    lang,
    listDepth: setting.listDepth + 1,
  });
  const boxes = stack(blocks);
  const x = inner.x - labelGap - labelWidth(label, setting);
  return {
    boxes: anchored(labelled(boxes, { label, lbl, x, setting }), anchorsOf(item, tools)),
    before: setting.gap,
    after: setting.gap,
  };
}

interface LabelPlace {
  readonly label: string;
  readonly lbl: Draft;
  readonly x: Points;
  readonly setting: Setting;
}

function labelled(boxes: readonly FlowBox[], { label, lbl, x, setting }: LabelPlace): FlowBox[] {
  const { style, tools } = setting;
  const slot = openSlot(lbl);
  const fragment: TextFragment = {
    kind: 'text',
    owner: slot.owner,
    x,
    baseline: baselineOf(style, tools.fonts),
    face: labelFace(label, setting),
    size: style.size,
    colour: tools.sheet.colours.ink,
    words: [{ text: label, gap: 0, spaceAfter: true }],
  };
  return withLabel(boxes, { fragment, slot }, style.leading);
}

/** Puts a label beside the first box that has something in it, or in one of its own. */
export function withLabel(boxes: readonly FlowBox[], label: Placed, leading: Points): FlowBox[] {
  const at = boxes.findIndex((box) => box.placed.length > 0);
  if (at < 0) return [strut(leading, { placed: [label] }), ...boxes];
  return boxes.map((box, index) => (index === at ? { ...box, placed: [onLine(label, box), ...box.placed] } : box));
}

/** On the baseline of what it labels: a tall formula pushes that down. */
function onLine(label: Placed, { lineBaseline }: FlowBox): Placed {
  const { fragment } = label;
  if (lineBaseline === undefined || fragment.kind !== 'text') return label;
  return { ...label, fragment: moved(fragment, 0, lineBaseline - fragment.baseline) };
}

/** A page break inside a description costs as much as leaving a fifth of a page empty: an entry is consulted as a whole. */
const breakInEntry = 40;

function heldTogether(box: FlowBox): FlowBox {
  return box.breakBefore === always ? box : { ...box, breakBefore: Math.max(box.breakBefore, breakInEntry) };
}

type DefinitionListNode = Extract<RootContent, { type: 'definitionList' }>;

/** Terms in bold, each with its descriptions indented below; those of the book's index in an element of its own. */
export function setDefinitionList(node: DefinitionListNode, setting: Setting): SetBlock {
  const { tools } = setting;
  const { halfLine, indent } = tools.sheet;
  const lang = languageOf(node, setting.lang);
  const own = langAttribute(node, setting.lang);
  const index = node.data?.role === 'index' ? openElement('Index', setting.parent, own) : undefined;
  const list = openElement('L', index ?? setting.parent, { listNumbering: 'None', ...(!index && own) });
  const blocks: SetBlock[] = [];
  let li: Draft | undefined;
  let body: Draft | undefined;
  for (const child of node.children) {
    if (child.type === 'definitionTerm') {
      const begins = body !== undefined || li === undefined;
      if (begins) li = openElement('LI', list);
      body = undefined;
      const lbl = openElement('Lbl', li, langAttribute(child, lang));
      const style = { ...setting.style, bold: true, align: 'left', hyphenate: false } as const;
      const own = { ...setting, style, snap: false, lang: languageOf(child, lang) };
      const lines = setPhrasing(child.children, lbl, own).map((box, index) =>
        index === 0 ? box : { ...box, breakBefore: never },
      );
      blocks.push({
        boxes: anchored(lines, anchorsOf(child, tools)),
        before: begins ? halfLine : 0,
        after: 0,
        keepNext: true,
      });
    } else {
      li ??= openElement('LI', list);
      const first = body === undefined;
      const own = langAttribute(child, lang);
      const parent: Draft = body ? openElement('Div', body, own) : openElement('LBody', li, own);
      body ??= parent;
      const inner = { ...indented(setting, indent), parent, lang: languageOf(child, lang), gap: halfLine / 2 };
      const boxes = stack(tools.setBlocks(child.children as RootContent[], inner)).map(heldTogether);
      blocks.push({
        boxes: anchored(boxes, anchorsOf(child, tools)),
        before: first ? 0 : halfLine / 2,
        after: halfLine,
      });
    }
  }
  return { boxes: anchored(stack(blocks), anchorsOf(node, tools)), before: halfLine, after: halfLine };
}
