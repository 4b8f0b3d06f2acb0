/** Pictures and tables that want more room than one column has. */
import type { Image, Nodes, RootContent, Table } from 'mdast';
import type { Halves } from '../../model/index.ts';
import { captionBoxes, pictureIn, setPicture } from '../blocks/figure.ts';
import type { Points } from '../display.ts';
import type { SetBlock } from '../flow.ts';
import { heightOf } from '../front.ts';
import { pointsPerPixel } from '../inlineObjects.ts';
import { openElement } from '../structure.ts';
import type { Sheet } from '../style.ts';
import { anchorsOf, languageOf, onTrial, type Tools } from '../tools.ts';
import type { SetRow } from './flow.ts';
import { mirrored } from './mirror.ts';
import { only, type RowSetting, type Side, settingOf } from './rows.ts';

type CaptionNode = Extract<Nodes, { type: 'caption' }>;

/** A picture with what stands around it in its half. */
interface Framed {
  readonly block: RootContent;
  readonly image: Image;
  readonly caption?: CaptionNode;
}

/** Shrunk further than this, words in a picture can hardly be read. */
const leastScale = 0.75;

/** The picture that is all there is in each half: once across both columns if it is the same, else one below the other. */
export function setPictures(halves: Halves, setting: RowSetting): SetRow[] | undefined {
  const [one, other] = setting.sides.map(({ language }) => framedIn(only(halves[language])));
  if (!one || !other) return undefined;
  const width = setting.sides[0].tools.sheet.measure;
  if (one.image.data?.asset === other.image.data?.asset && Boolean(one.image.alt) === Boolean(other.image.alt))
    return setOnce([one, other], setting);
  const small = [one, other].every((framed) => ownWidth(framed, setting) * leastScale <= width);
  return small ? undefined : setEach(halves, setting);
}

function framedIn(block: RootContent | undefined): Framed | undefined {
  if (!block) return undefined;
  if (block.type !== 'figure') {
    const image = pictureIn(block);
    return image && { block, image };
  }
  const caption = block.children.find((child): child is CaptionNode => child.type === 'caption');
  const content = block.children.filter((child) => child.type !== 'caption');
  const image = content.length === 1 && content[0] ? pictureIn(content[0]) : undefined;
  return image && { block, image, ...(caption && { caption }) };
}

function ownWidth({ image }: Framed, { sides }: RowSetting): Points {
  const asset = sides[0].tools.edition.assets.get(image.data?.asset ?? '');
  return (asset?.width ?? 0) * pointsPerPixel;
}

/** The picture in the middle of the page, heard in both languages; its captions below it, each in its column. */
function setOnce(framed: readonly [Framed, Framed], { sides, across }: RowSetting): SetRow[] {
  const [first, second] = sides;
  const tools: Tools = { ...first.tools, sheet: across };
  const drawn = openElement('Div');
  const boxes = setPicture(framed[0].image, { ...settingOf({ ...first, tools }), parent: drawn });
  const picture: SetBlock = { boxes, before: across.line, after: across.halfLine, keepNext: true };
  const figures = [...drawn.parts];
  first.part.parts.push(...figures);
  const before = second.part.parts.length;
  const alt = framed[1].image.alt;
  const block = mirrored([picture], drawn, { into: second.part, language: second.language, ...(alt && { alt }) });
  const copies = second.part.parts.slice(before);
  const width = Math.max(
    0,
    ...boxes.flatMap(({ placed }) => placed.map(({ fragment }) => ('width' in fragment ? fragment.width : 0))),
  );
  const anchors = framed.flatMap(({ block: at }, index) => anchorsOf(at, (sides[index] as Side).tools));
  const tracks = sides.flatMap((side, index) => {
    const { caption } = framed[index] as Framed;
    const parent = (index === 0 ? figures : copies)[0];
    if (!caption || !parent || !('element' in parent)) return [];
    const words = captionBoxes(caption, parent, {
      ...settingOf(side),
      lang: languageOf(caption, side.tools.edition.tag),
    });
    return [
      { blocks: [{ boxes: words, before: 0, after: across.line }], dx: side.dx, column: side.column, across: false },
    ];
  });
  const last = tracks.length === 0 ? block.map((each) => ({ ...each, keepNext: false, after: across.line })) : block;
  const row: SetRow = {
    tracks: [{ blocks: last, dx: (across.measure - width) / 2, column: 0, across: true }],
    anchors,
  };
  return tracks.length === 0 ? [row] : [row, { tracks, anchors: [] }];
}

/** Each at the width of both columns, one language after the other; side by side, what calls turned tables alone. */
function setEach(halves: Halves, { sides, across }: RowSetting): SetRow[] {
  const set = sides.map((side) => {
    const tools: Tools = { ...side.tools, sheet: across };
    return tools.setBlocks(halves[side.language] ?? [], settingOf({ ...side, tools }));
  });
  if (set.flat().every(({ boxes }) => boxes.length === 0)) {
    const tracks = sides.map(({ dx, column }, at) => ({ blocks: set[at] ?? [], dx, column, across: false }));
    return [{ tracks, anchors: [] }];
  }
  return sides.map(({ column }, at) => ({
    tracks: [{ blocks: set[at] ?? [], dx: 0, column, across: true }],
    anchors: [],
  }));
}

/** Tables that do not fit in a column stand across both, one below the other; undefined where they fit. */
export function setWideTables(halves: Halves, setting: RowSetting): SetRow[] | undefined {
  const tables = setting.sides.map(({ language }) => tableIn(only(halves[language])));
  if (!tables.every((table) => table !== undefined)) return undefined;
  const many = tables.some((table) => columnsIn(table) > mostColumns);
  return many || isTallerInColumns(halves, setting) ? setEach(halves, setting) : undefined;
}

/** In more columns, hardly a word is left in a cell. */
const mostColumns = 5;

function columnsIn({ children }: Table): number {
  return Math.max(...children.map((row) => row.children.length));
}

/** Side by side is worth so much more room. */
const muchTaller = 1.3;

/** A word does not fit, or cells are so narrow that both tables take much less room one below the other. */
function isTallerInColumns(halves: Halves, { sides, across }: RowSetting): boolean {
  const inColumn = sides.map((side) => triedIn(halves, side, side.tools.sheet));
  if (inColumn.some(({ cut }) => cut)) return true;
  const wide = sides.map((side) => triedIn(halves, side, across));
  return (
    Math.max(...inColumn.map(({ height }) => height)) > muchTaller * wide.reduce((sum, { height }) => sum + height, 0)
  );
}

/** Sets a table to see how it comes out, and leaves nothing of it. */
function triedIn(halves: Halves, side: Side, sheet: Sheet): { readonly height: Points; readonly cut: boolean } {
  const tools = onTrial({ ...side.tools, sheet });
  const blocks = tools.setBlocks(halves[side.language] ?? [], settingOf({ tools, part: openElement('Div') }));
  const height = blocks.reduce((sum, { boxes }) => sum + heightOf(boxes), 0);
  const cut = tools.diagnostics.some(({ rule }) => rule === 'overfull-line');
  return { height, cut: cut || blocks.some(({ turned }) => turned) };
}

export function tableIn(block: RootContent | undefined): Table | undefined {
  if (block?.type === 'table') return block;
  if (block?.type !== 'figure') return undefined;
  const content = block.children.filter((child) => child.type !== 'caption');
  return content.length === 1 && content[0]?.type === 'table' ? content[0] : undefined;
}
