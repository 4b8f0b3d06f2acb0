import type { Image, Nodes, RootContent } from 'mdast';
import type { ImageFragment, Points } from '../display.ts';
import { anchored, anchoredBlock, emptyBox, type FlowBox, never, type SetBlock, stack } from '../flow.ts';
import { pointsPerPixel } from '../inlineObjects.ts';
import { type Draft, openElement, openSlot } from '../structure.ts';
import type { TextStyle } from '../style.ts';
import { anchorsOf, langAttribute, languageOf, type Setting, type Tools } from '../tools.ts';
import { isNamedFormula, setNamedFormula } from './formula.ts';
import { setPhrasing } from './paragraph.ts';
import { setTable } from './table.ts';

type FigureNode = Extract<RootContent, { type: 'figure' }>;
type CaptionNode = Extract<Nodes, { type: 'caption' }>;

/** Something with a caption: a picture has it below, a table above. */
export function setFigure(node: FigureNode, setting: Setting): SetBlock {
  const { halfLine, line } = setting.tools.sheet;
  const anchors = anchorsOf(node, setting.tools);
  const caption = node.children.find((child): child is CaptionNode => child.type === 'caption');
  const content = node.children.filter((child) => child.type !== 'caption');
  const [only] = content;
  const own: Setting = { ...setting, lang: languageOf(node, setting.lang) };
  if (only?.type === 'table' && content.length === 1) {
    const set = setTable(only, { ...own, ...(caption && { caption }) });
    return anchoredBlock(set, anchors);
  }
  if (only?.type === 'math' && caption && isNamedFormula(content, caption)) {
    const name = (draft: Draft, room: Setting) => captionBoxes(caption, draft, { ...room, align: 'right' });
    const boxes = setNamedFormula(only, { name, ...langAttribute(node, setting.lang) }, own);
    return { boxes: anchored(boxes, anchors), before: halfLine, after: halfLine };
  }
  const image = only && pictureIn(only);
  if (!image || content.length > 1)
    return { boxes: anchored(mixed(node, caption, own), anchors), before: line, after: line };
  const boxes = pictureWithCaption(image, caption, own);
  // Text speaks of a figure by its number, so it need not stand just here; not where it is part of something else.
  const floats = node.number !== undefined && setting.snap;
  return { boxes: anchored(floats ? floating(boxes, setting) : boxes, anchors), before: line, after: line };
}

function floating([first, ...rest]: readonly FlowBox[], { tools }: Setting): FlowBox[] {
  const { line: after, halfLine: grid } = tools.sheet;
  return first ? [{ ...first, float: { boxes: rest.length + 1, after, grid } }, ...rest] : [];
}

export function pictureIn(node: Nodes): Image | undefined {
  if (node.type === 'paragraph' && node.children.length === 1) return node.children[0] && pictureIn(node.children[0]);
  return node.type === 'image' && node.data?.asset !== undefined ? node : undefined;
}

/** A picture alone. */
export function setPicture(image: Image, setting: Setting): FlowBox[] {
  return pictureWithCaption(image, undefined, setting);
}

function pictureWithCaption(image: Image, caption: CaptionNode | undefined, setting: Setting): FlowBox[] {
  const { tools } = setting;
  const { halfLine, line } = tools.sheet;
  const attributes = langAttribute(image, setting.lang);
  const draft = image.alt
    ? openElement('Figure', setting.parent, { alt: image.alt, ...attributes })
    : openElement('Div', setting.parent, attributes);
  const slotted = image.alt ? openSlot(draft) : undefined;
  const words = caption ? captionBoxes(caption, draft, setting) : [];
  const captionHeight = words.reduce((sum, box) => sum + box.height, 0);
  const room = Math.max(tools.pageHeight - captionHeight - halfLine - line, tools.pageHeight / 3);
  const size = pictureSize(image, { tools, room, width: setting.width, mayHang: setting.snap });
  if (!size) return words;
  const outset = size.width > setting.width ? size.width - setting.width : 0;
  const shape = { kind: 'image', asset: image.data?.asset as string, x: setting.x, y: 0, ...size } as const;
  const fragment: ImageFragment = { ...shape, owner: slotted ? slotted.owner : { artifact: 'layout' } };
  const picture: FlowBox = {
    ...emptyBox,
    height: size.height,
    begins: { node: image, at: 0 },
    anchors: anchorsOf(image, tools),
    placed: [{ fragment, ...(slotted && { slot: slotted }) }],
    outset,
  };
  return [
    picture,
    ...words.map((box, index) => ({ ...box, breakBefore: never, above: index === 0 ? halfLine : 0, outset })),
  ];
}

interface Room {
  readonly tools: Tools;
  readonly width: Points;
  /** Height that is free for it. */
  readonly room: Points;
  /** It may take the outer margin. */
  readonly mayHang: boolean;
}

/** Its own size, scaled down to the measure; a very wide one takes the outer margin too. */
function pictureSize(
  image: Image,
  { tools, width, room, mayHang }: Room,
): { width: Points; height: Points } | undefined {
  const asset = tools.edition.assets.get(image.data?.asset ?? '');
  if (!asset || asset.width <= 0 || asset.height <= 0) return undefined;
  const { measure, wideMeasure } = tools.sheet;
  const own = { width: asset.width * pointsPerPixel, height: asset.height * pointsPerPixel };
  const wide = mayHang && width === measure && own.width > wideMeasure && own.width > own.height * 2;
  const scale = Math.min(1, (wide ? wideMeasure : width) / own.width, room / own.height);
  return { width: own.width * scale, height: own.height * scale };
}

export function captionBoxes(
  caption: CaptionNode,
  parent: Draft,
  { align, ...setting }: Setting & { align?: TextStyle['align'] },
): FlowBox[] {
  const { caption: style } = setting.tools.sheet.styles;
  const draft = openElement('Caption', parent, langAttribute(caption, setting.lang));
  const phrasing = caption.children.flatMap((child) => (child.type === 'paragraph' ? child.children : [child]));
  return setPhrasing(phrasing as Parameters<typeof setPhrasing>[0], draft, {
    ...setting,
    style: { ...style, align: align ?? style.align },
    lang: languageOf(caption, setting.lang),
    snap: false,
  });
}

/** Any blocks with a caption below. */
function mixed(node: FigureNode, caption: CaptionNode | undefined, setting: Setting): FlowBox[] {
  const { halfLine } = setting.tools.sheet;
  const parent = openElement('Div', setting.parent, langAttribute(node, setting.lang));
  const children = node.children.filter((child) => child.type !== 'caption') as RootContent[];
  const blocks = setting.tools.setBlocks(children, { ...setting, parent });
  const words = caption ? captionBoxes(caption, parent, setting) : [];
  const last: SetBlock = { boxes: words, before: halfLine, after: 0 };
  const content = blocks.map((block, index) =>
    index === blocks.length - 1 ? { ...block, keepNext: true, after: halfLine } : block,
  );
  return stack([...content, last]);
}
