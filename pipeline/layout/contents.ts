import type { List } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type ContentsEntry, fill } from '../model/index.ts';
import { setHeading } from './blocks/paragraph.ts';
import { collectRuns, destinationOf } from './collect.ts';
import type { LinkArea, Points, StructureElement, TextFragment } from './display.ts';
import { anchored, emptyBox, type FlowBox, never, type Placed, type SetBlock, stack } from './flow.ts';
import { type Line, setLines } from './lines.ts';
import { saidTitle } from './pageReferences.ts';
import { type Draft, openElement, openSlot } from './structure.ts';
import { faceOf, type Sheet, type TextStyle } from './style.ts';
import { anchorsOf, type Setting, type Tools } from './tools.ts';

/** Cannot be the name of a document or of an anchor in one. */
export const contentsAnchor = '#contents';

/** Deeper headings are not listed. */
export const deepest = 3;
const step: Points = 16;
/** Room for page numbers, kept free beside long titles. */
const numberRoom: Points = 34;
const leader = { dots: 4, thickness: 0.8, room: 6 } as const;

/** The page number printed at a destination. */
export type LabelOf = (destination: string) => string | undefined;

/** The contents, with page numbers behind dotted leaders; each entry is one link, its number included. */
export function contentsPages(parent: Draft, tools: Tools, labelOf: LabelOf): readonly FlowBox[] {
  const { edition, sheet } = tools;
  const { halfLine, measure, styles } = sheet;
  if (edition.contents.length === 0) return [];
  const title = fill(edition.strings, 'edition.contents');
  const heading = setHeading(
    { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] },
    {
      tools,
      parent,
      x: 0,
      width: measure,
      style: styles.text,
      lang: edition.tag,
      snap: false,
      gap: halfLine,
      listDepth: 0,
    },
  );
  const toc = openElement('TOC', parent);
  const entries = setEntries(edition.contents, { tools, toc, labelOf, styleOf, x: 0, right: measure });
  return anchored(stack([heading, { boxes: entries, before: 0, after: 0 }]), [contentsAnchor]);
}

/** A list of places, where the text has one: contents, figures, tables. With page numbers, as the book's contents have them. */
export function setListing(node: List, setting: Setting): SetBlock {
  const { tools, parent, x, width } = setting;
  const { halfLine } = tools.sheet;
  const plain: TextStyle = { ...setting.style, align: 'left', hyphenate: false };
  const entries = setEntries(entriesOf(node, 1), {
    tools,
    toc: openElement('TOC', parent),
    labelOf: tools.pages.labelOf,
    styleOf: () => plain,
    x,
    right: x + width,
  });
  const [first, ...rest] = entries;
  const boxes = first ? [{ ...first, above: 0 }, ...rest] : [];
  return { boxes: anchored(boxes, anchorsOf(node, tools)), before: halfLine, after: halfLine };
}

/** Each item is a link, and may hold a list of its own. */
function entriesOf(list: List, depth: number): ContentsEntry[] {
  return list.children.flatMap((item): ContentsEntry[] => {
    const [first, ...rest] = item.children;
    const link = first?.type === 'paragraph' ? first.children.find((child) => child.type === 'link') : undefined;
    if (!link?.data?.target) return [];
    const children = rest.flatMap((child) => (child.type === 'list' ? entriesOf(child, depth + 1) : []));
    return [{ target: link.data.target, depth, title: link.children, text: textOf(link), children }];
  });
}

interface EntrySetting {
  readonly tools: Tools;
  readonly toc: Draft;
  readonly labelOf: LabelOf;
  readonly styleOf: (entry: ContentsEntry, sheet: Sheet) => TextStyle;
  /** Left and right edge. */
  readonly x: Points;
  readonly right: Points;
}

function setEntries(entries: readonly ContentsEntry[], setting: EntrySetting): FlowBox[] {
  return entries.flatMap((entry) => {
    const toci = openElement('TOCI', setting.toc);
    const own = setEntry(entry, { ...setting, toc: toci });
    const children = entry.children.filter((child) => child.depth <= deepest);
    if (children.length === 0) return own;
    const nested = setEntries(children, { ...setting, toc: openElement('TOC', toci) });
    const [first, ...rest] = nested;
    return first ? [...own, { ...first, breakBefore: never }, ...rest] : own;
  });
}

export function styleOf(entry: ContentsEntry, { styles }: Sheet): TextStyle {
  const flat = { align: 'left', hyphenate: false } as const;
  if (entry.depth <= 1) return { ...styles.text, ...flat, family: 'sans', bold: true };
  return entry.depth === 2 ? { ...styles.text, ...flat } : { ...styles.text, ...flat, size: styles.text.size - 1 };
}

export function setEntry(entry: ContentsEntry, setting: EntrySetting): FlowBox[] {
  const { tools, toc, labelOf, right } = setting;
  const { halfLine } = tools.sheet;
  const style = setting.styleOf(entry, tools.sheet);
  const to = destinationOf(entry.target, '') as { destination: string };
  const label = labelOf(to.destination) ?? '';
  const link = openElement('Link', openElement('Reference', toc));
  const x = setting.x + step * (entry.depth - 1);
  const width = right - x - numberRoom;
  const runs = collectRuns(entry.title, { tools, draft: link, style, lang: tools.edition.tag, measure: width });
  const lines = setLines(runs, { tools, style, measure: width });
  const contents = fill(tools.edition.strings, 'edition.print.contents-entry', {
    title: saidTitle(entry, tools) || label,
    page: label,
  });
  return lines.map((set, index): FlowBox => {
    const last = index === lines.length - 1;
    const placed = set.placed.map((each) => indentedPlaced(each, x));
    if (last && label) placed.push(...withNumber(set, { label, x, right, style, link, tools, placed }));
    const area: LinkArea = { owner: link.element, x, y: 0, width: right - x, height: set.height, to, contents };
    const above = index === 0 && entry.depth <= 1 ? halfLine : 0;
    const begins = set.begins && { begins: set.begins };
    const breakBefore = index === 0 ? 0 : never;
    return { ...emptyBox, height: set.height, above, placed, links: [area], breakBefore, ...begins };
  });
}

function indentedPlaced(placed: Placed, x: Points): Placed {
  return { ...placed, fragment: { ...placed.fragment, x: placed.fragment.x + x } };
}

interface NumberSetting {
  readonly label: string;
  readonly x: Points;
  readonly right: Points;
  readonly style: TextStyle;
  readonly link: Draft;
  readonly tools: Tools;
  /** The words of the line; the last gets a space before the number. */
  readonly placed: Placed[];
}

function withNumber(set: Line, { label, x, right, style, link, tools, placed }: NumberSetting): Placed[] {
  const { colours } = tools.sheet;
  const face = faceOf({ ...style, bold: style.bold === true });
  const width = (tools.fonts(face).width(label) * style.size) / 1000;
  const slot = openSlot(link);
  const owner: StructureElement = slot.owner;
  const at = placed.findLastIndex(({ fragment }) => fragment.kind === 'text');
  const before = placed[at];
  if (before?.fragment.kind === 'text') placed[at] = { ...before, fragment: spaced(before.fragment) };
  const number: TextFragment = {
    kind: 'text',
    owner,
    x: right - width,
    baseline: set.baseline,
    face,
    size: style.size,
    colour: colours.ink,
    words: [{ text: label, gap: 0 }],
  };
  const end = right - width - leader.room;
  // Dots of all entries stand in columns, counted from the right edge.
  const start = right - Math.floor((right - (x + set.width + leader.room)) / leader.dots) * leader.dots;
  if (end - start < 2 * leader.dots) return [{ fragment: number, slot }];
  return [
    {
      fragment: {
        kind: 'rule',
        owner: { artifact: 'layout' },
        x: start,
        y: set.baseline - leader.thickness / 2,
        width: end - start,
        height: 0,
        thickness: leader.thickness,
        colour: colours.quiet,
        dots: leader.dots,
      },
    },
    { fragment: number, slot },
  ];
}

function spaced(fragment: TextFragment): TextFragment {
  const words = fragment.words.map((word, index) =>
    index === fragment.words.length - 1 ? { ...word, spaceAfter: true } : word,
  );
  return { ...fragment, words };
}
