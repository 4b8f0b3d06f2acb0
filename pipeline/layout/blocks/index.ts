import type { FootnoteDefinition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { fill } from '../../model/index.ts';
import { setListing } from '../contents.ts';
import type { Points } from '../display.ts';
import { anchored, anchoredBlock, type Note, type SetBlock, stack } from '../flow.ts';
import { baselineOf } from '../lines.ts';
import { type Draft, openElement, openSlot } from '../structure.ts';
import { anchorsOf, indented, langAttribute, languageOf, type Setting, type Tools } from '../tools.ts';
import { setCode } from './code.ts';
import { setFigure } from './figure.ts';
import { setFormula } from './formula.ts';
import { setAdmonition, setAside, setQuote, setThematicBreak } from './frame.ts';
import { setDefinitionList, setList, withLabel } from './list.ts';
import { setHeading, setParagraph } from './paragraph.ts';
import { setTable } from './table.ts';

/** Blocks → what stands on pages, one entry for each block; groups are taken apart. */
export function setBlocks(nodes: readonly RootContent[], setting: Setting): SetBlock[] {
  const blocks: SetBlock[] = [];
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1];
    const made = setBlock(node, setting, before);
    const [words] = made;
    const figure = before?.type === 'figure' && node.data?.role === 'backlinks' ? blocks.pop() : undefined;
    if (figure && words) blocks.push(withBacklinks(figure, words, setting.tools.sheet.halfLine));
    else blocks.push(...made);
  }
  return blocks;
}

/** What says from where a figure is referred to goes where the figure goes. */
function withBacklinks(figure: SetBlock, words: SetBlock, gap: Points): SetBlock {
  const boxes = stack([{ ...figure, keepNext: true, after: gap }, words]);
  const [first, ...rest] = boxes;
  if (!first?.float) return { ...figure, boxes };
  return { ...figure, boxes: [{ ...first, float: { ...first.float, boxes: boxes.length } }, ...rest] };
}

function setBlock(node: RootContent, setting: Setting, before: Nodes | undefined): SetBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [introduced(setParagraph(node, setting, { follows: endsInParagraph(before) }), node)];
    case 'heading':
      return [setHeading(node, setting)];
    case 'list':
      return [isListing(node) ? setListing(node, setting) : setList(node, setting)];
    case 'definitionList':
      return [setDefinitionList(node, setting)];
    case 'blockquote':
      return [setQuote(node, setting)];
    case 'admonition':
      return [setAdmonition(node, setting)];
    case 'aside':
      return [setAside(node, setting)];
    case 'code':
      return [setCode(node, setting)];
    case 'math':
      return [setFormula(node, setting)];
    case 'table':
      return [setTable(node, setting)];
    case 'figure':
      return [setFigure(node, setting)];
    case 'thematicBreak':
      return [setThematicBreak(node, setting)];
    case 'pageBreak':
      return [{ boxes: [], before: 0, after: 0, breakAfter: true }];
    case 'group':
      return setGroup(node, setting);
    case 'html':
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    default:
      return setUnknown(node, setting);
  }
}

export function isListing({ data }: Nodes): boolean {
  return data?.role === 'contents' || data?.role === 'listing';
}

function endsInParagraph(node: Nodes | undefined): boolean {
  return node?.type === 'group' ? endsInParagraph(node.children.at(-1)) : node?.type === 'paragraph';
}

type GroupNode = Extract<Nodes, { type: 'group' }>;

function setGroup(node: GroupNode, setting: Setting): SetBlock[] {
  const { tools } = setting;
  const own: Setting = { ...setting, lang: languageOf(node, setting.lang) };
  const attribute = langAttribute(node, setting.lang);
  const parent = attribute.lang ? openElement('Div', setting.parent, attribute) : setting.parent;
  const [first, ...rest] = setBlocks(node.children, { ...own, parent });
  const anchors = anchorsOf(node, tools);
  if (!first) return anchors.length > 0 ? [{ boxes: anchored([], anchors), before: 0, after: 0 }] : [];
  return [anchoredBlock(first, anchors), ...rest];
}

/** A break between words that announce something and what they announce is to be avoided. */
const afterColon = 150;

function introduced(block: SetBlock, node: Nodes): SetBlock {
  return /:\s*$/.test(textOf(node)) ? { ...block, costAfter: afterColon } : block;
}

/** Nodes of a publication's own plugins, and phrasing where a block should be: their words are never lost. */
function setUnknown(node: RootContent, setting: Setting): SetBlock[] {
  if ('children' in node && node.children.some((child) => isBlock(child))) {
    return setBlocks(node.children as RootContent[], setting);
  }
  return [setParagraph({ type: 'paragraph', children: [node as PhrasingContent] }, setting)];
}

function isBlock(node: Nodes): boolean {
  return ['paragraph', 'heading', 'list', 'blockquote', 'code', 'math', 'table', 'definitionList', 'figure'].includes(
    node.type,
  );
}

const labelGap: Points = 5;
const leastNoteIndent: Points = 12;

/** A footnote: its number leads back to the call, its text hangs beside it. */
export function setNote(definition: FootnoteDefinition, element: Draft, tools: Tools): Note {
  const { document, edition, fonts, suffix = '' } = tools;
  const { colours, halfLine, measure, styles } = tools.sheet;
  if (!document) throw new Error('A note without a document');
  const style = styles.note;
  const number = definition.data?.number ?? document.notes.indexOf(definition) + 1;
  const name = `${document.id}#fn-${number}${suffix}`;
  const link = openElement('Link', openElement('Lbl', element));
  const slot = openSlot(link);
  const label = String(number);
  const width = (fonts('sans').width(label) * style.size) / 1000;
  const inner = indented(
    {
      tools,
      parent: element,
      x: 0,
      width: measure,
      style,
      lang: languageOf(definition, edition.tag),
      snap: false,
      gap: halfLine / 2,
      listDepth: 0,
    },
    Math.max(leastNoteIndent, width + labelGap),
  );
  const boxes = stack(setBlocks(definition.children, inner));
  const baseline = baselineOf(style, fonts);
  const words = [{ text: label, gap: 0, spaceAfter: true }];
  const { size } = style;
  const colour = colours.link;
  const fragment = {
    kind: 'text',
    owner: link.element,
    x: 0,
    baseline,
    face: 'sans',
    size,
    colour,
    words,
  } as const;
  const [first, ...rest] = withLabel(boxes, { fragment, slot }, style.leading);
  if (!first) throw new Error('A note without a line');
  const back = {
    owner: link.element,
    x: 0,
    y: baseline - size,
    width,
    height: size * 1.25,
    to: { destination: `${document.id}#fnref-${number}${suffix}` },
    contents: fill(edition.strings, 'edition.notes.back', { number }),
  };
  return { boxes: anchored([{ ...first, links: [back, ...first.links] }, ...rest], [name]) };
}
