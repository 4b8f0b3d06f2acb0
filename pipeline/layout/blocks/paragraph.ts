import type { Heading, Image, Paragraph, PhrasingContent } from 'mdast';
import { collectRuns } from '../collect.ts';
import type { Points, StructureTag } from '../display.ts';
import { anchored, type FlowBox, never, type SetBlock, strut } from '../flow.ts';
import { type Line, setLines } from '../lines.ts';
import { printedText } from '../pageReferences.ts';
import type { Run } from '../runs.ts';
import { type Draft, openElement } from '../structure.ts';
import type { HeadingStyle } from '../style.ts';
import { anchorsOf, langAttribute, languageOf, type Setting } from '../tools.ts';
import { setPicture } from './figure.ts';

/** @param follows - It comes after another paragraph: its first line is set in, where the theme says so. */
export function setParagraph(node: Paragraph, setting: Setting, { follows = false } = {}): SetBlock {
  const { line, styles, paragraphs, indent } = setting.tools.sheet;
  const picture = onlyPicture(node);
  if (picture) return { boxes: setPicture(picture, setting), before: line, after: line };
  const role = node.data?.role;
  const title = role === 'admonition-title' || role === 'not-yet';
  const style = title ? styles.admonitionTitle : role === 'backlinks' ? styles.small : setting.style;
  const blank = follows && paragraphs === 'indented' ? { blank: indent } : {};
  const boxes = setWords('P', node, { ...setting, style, ...blank });
  return {
    boxes: anchored(boxes, anchorsOf(node, setting.tools)),
    before: setting.gap,
    after: title ? 0 : setting.gap,
    keepNext: title,
  };
}

/** Lines by which a chapter's title stands lower than the text of other pages. */
const sink = 2;

export function setHeading(node: Heading, setting: Setting): SetBlock {
  const { headings, line } = setting.tools.sheet;
  const style = headings[node.depth - 1] as HeadingStyle;
  const tag = `H${node.depth}` as StructureTag;
  const lines = setWords(tag, node, { ...setting, style });
  const mark = { depth: node.depth, text: printedText(runningWords(node), setting.tools) };
  const [first, ...rest] = lines.map((box, index) => ({
    ...box,
    breakBefore: never,
    ...(index === 0 && setting.snap && { heading: mark }),
  }));
  const opening = node.depth === 1 ? [strut(sink * line)] : [];
  return {
    boxes: anchored(
      first ? [...opening, { ...first, breakBefore: node.depth === 1 ? never : 0 }, ...rest] : [],
      anchorsOf(node, setting.tools),
    ),
    before: style.above,
    after: style.below,
    keepNext: true,
  };
}

/** With its number, the title or what is shorter. */
function runningWords({ children, data }: Heading): PhrasingContent[] {
  const number = children.filter((child) => child.data?.role === 'section-number');
  return data?.shortTitle === undefined ? children : [...number, { type: 'text', value: data.shortTitle }];
}

interface PhrasingSetting extends Setting {
  /** White at the beginning of the first line. */
  readonly blank?: Points;
}

function setWords(tag: StructureTag, node: Paragraph | Heading, setting: PhrasingSetting): FlowBox[] {
  const draft = openElement(tag, setting.parent, langAttribute(node, setting.lang));
  return setPhrasing(node.children, draft, { ...setting, lang: languageOf(node, setting.lang) });
}

/** Phrasing → lines in boxes, their words in `draft`. */
export function setPhrasing(nodes: readonly PhrasingContent[], draft: Draft, setting: PhrasingSetting): FlowBox[] {
  const { tools, style, lang, width, blank } = setting;
  const collected = collectRuns(nodes, { tools, draft, style, lang, measure: width });
  const [first] = collected;
  const runs = first && blank ? [blankRun(first, blank), ...collected] : collected;
  return boxesOf(setLines(runs, { tools, style, measure: width, x: setting.x }), setting);
}

/** White before a run, in its style; what belongs to the run stays with it. */
function blankRun({ slot, face, size, colour, lang }: Run, blank: Points): Run {
  return { slot, face, size, colour, lang, blank, text: '', rise: 0, hyphenate: false, kind: 'prose', anchors: [] };
}

/** A page break after a hyphen is a little worse than another. */
const afterHyphen = 30;

/** Lines → boxes. At least two lines of a paragraph stand together at the foot and at the top of a page. */
function boxesOf(lines: readonly Line[], setting: Pick<Setting, 'snap' | 'tools'>): FlowBox[] {
  return lines.map(({ height, baseline, anchors, notes, placed, links, begins }, index): FlowBox => {
    const together = index === 1 || index === lines.length - 1;
    const breakBefore = index === 0 ? 0 : together ? never : lines[index - 1]?.hyphen ? afterHyphen : 0;
    return {
      above: 0,
      height,
      lineBaseline: baseline,
      breakBefore,
      placed,
      links,
      anchors,
      notes,
      backdrops: [],
      ...(begins && { begins }),
      ...(setting.snap && index === 0 && { snap: setting.tools.sheet.halfLine }),
    };
  });
}

function onlyPicture(node: Paragraph): Image | undefined {
  const [first, ...rest] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return first?.type === 'image' && first.data?.asset !== undefined && rest.length === 0 ? first : undefined;
}
