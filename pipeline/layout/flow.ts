/** The vertical list: what blocks become, and what pages are filled with. */
import type { Artifact, Colour, Fragment, LinkArea, Place, Points } from './display.ts';
import type { Slot } from './structure.ts';

/** A page cannot break here. */
export const never = Number.POSITIVE_INFINITY;
/** A page must break here. */
export const always = Number.NEGATIVE_INFINITY;

/** A fragment in its box: x from the left of the text, y from the top of the box. */
export interface Placed {
  readonly fragment: Fragment;
  /** Absent on artifacts. */
  readonly slot?: Slot;
}

/** The smallest thing that stands on one page: a line, a picture, one line of a table's row. */
export interface FlowBox {
  /** Space above, left out at the top of a page. */
  readonly above: Points;
  readonly height: Points;
  /** What a page break before this box costs: 0 is free; `never`; `always`. */
  readonly breakBefore: number;
  /** Of its line of words, from its top; where it has one. */
  readonly lineBaseline?: Points;
  readonly placed: readonly Placed[];
  readonly links: readonly LinkArea[];
  /** Names of destinations that lead to the top of this box. */
  readonly anchors: readonly string[];
  /** The first word, picture or formula that begins in this box. */
  readonly begins?: Place;
  /** Notes called here that no earlier box called. */
  readonly notes: readonly Note[];
  /** What is painted behind or beside this box and its neighbours with the same backdrop. Outermost first. */
  readonly backdrops: readonly Backdrop[];
  /** Its top falls on a grid of this height. */
  readonly snap?: Points;
  /** Stands at the top of a page that begins with this box. Artifacts. */
  readonly repeat?: FlowBox;
  /** A figure begins here: it may move to the top of the next page, and what follows it goes before. */
  readonly float?: Float;
  /** A heading begins here. */
  readonly heading?: { readonly depth: number; readonly text: string };
  /** A table begins here: it never stands on a page that calls turned ones before it, which would come in its middle or after it. */
  readonly opensTable?: boolean;
  /** Of a table: which of its rows it is part of, from 0; the head is -1. */
  readonly row?: number;
  /** How much wider than the text: it hangs into the outer margin, on whichever side that is. */
  readonly outset?: Points;
  /** What was called here and stands after its page, on pages whose longer side is at the top. */
  readonly turned?: readonly FlowBox[];
}

/** Boxes that stand together, wherever there is room. */
interface Float {
  /** How many, this one included. */
  readonly boxes: number;
  /** Space below them. */
  readonly after: Points;
  /** What follows them stands on a grid of this height. */
  readonly grid: Points;
}

/** The text of a footnote, in boxes. */
export interface Note {
  readonly boxes: readonly FlowBox[];
  /** Of two, at whose foot it stands; that of what calls it unless told. */
  readonly column?: 0 | 1;
}

export interface Backdrop {
  readonly artifact: Artifact;
  readonly x: Points;
  readonly width: Points;
  readonly fill: Colour;
}

/** A block that is set: its boxes, and the space it wants around it. Between two blocks the greater space counts. */
export interface SetBlock {
  readonly boxes: readonly FlowBox[];
  readonly before: Points;
  readonly after: Points;
  /** No page break between this and what follows. */
  readonly keepNext?: boolean;
  /** What a page break between this and what follows costs. */
  readonly costAfter?: number;
  /** What follows begins a page. */
  readonly breakAfter?: boolean;
  /** Boxes for turned pages, that follow the page on which the block above ends. */
  readonly turned?: readonly FlowBox[];
  /** Says where the turned boxes stand, for a heading that would have nothing below it. */
  readonly instead?: readonly FlowBox[];
}

export const emptyBox: FlowBox = {
  above: 0,
  height: 0,
  breakBefore: 0,
  placed: [],
  links: [],
  anchors: [],
  notes: [],
  backdrops: [],
};

/** Room that is not dropped at the top of a page, as inside a shaded block. */
export function strut(height: Points, options: Partial<FlowBox> = {}): FlowBox {
  return { ...emptyBox, height, ...options };
}

/** Puts blocks one below the other. */
export function stack(blocks: readonly SetBlock[]): FlowBox[] {
  const boxes: FlowBox[] = [];
  let previous: SetBlock | undefined;
  let forced = false;
  let turned: readonly FlowBox[] = [];
  for (const [index, block] of blocks.entries()) {
    forced ||= previous?.breakAfter === true;
    turned = [...turned, ...(block.turned ?? [])];
    const [first, ...rest] = belowHeading(previous, block, blocks[index + 1]);
    if (first) {
      const above = previous ? spaceBetween(previous, block) : 0;
      const held = previous?.keepNext && !isEmptySection(previous, block);
      const cost = forced ? always : held ? never : Math.max(first.breakBefore, previous?.costAfter ?? 0);
      boxes.push({ ...first, above: first.above + above, breakBefore: cost });
      for (const box of rest) boxes.push(box);
      forced = false;
    }
    if (turned.length > 0 && boxes.length > 0) boxes.push(calling(boxes.pop() as FlowBox, turned));
    if (boxes.length > 0) turned = [];
    if (first || block.breakAfter) previous = block;
  }
  return turned.length > 0 ? [calling(emptyBox, turned)] : boxes;
}

export const headingOf = ({ boxes }: SetBlock): FlowBox['heading'] => boxes.find((box) => box.heading)?.heading;

/** Nothing stands between a heading and the next, which is no part of its section. */
function isEmptySection(upper: SetBlock, lower: SetBlock): boolean {
  const [depth, next] = [headingOf(upper)?.depth, headingOf(lower)?.depth];
  return depth !== undefined && next !== undefined && next <= depth;
}

/** What stands where a block was written, under a heading that has no more than its turned boxes on its page. */
function belowHeading(
  previous: SetBlock | undefined,
  { boxes, instead }: SetBlock,
  next: SetBlock | undefined,
): readonly FlowBox[] {
  const alone = previous && headingOf(previous) && (!next || endsSection(next));
  return alone && boxes.length === 0 ? (instead ?? []) : boxes;
}

/** Nothing of the section above it stands on the same page below a turned table's place. */
export function endsSection(block: SetBlock): boolean {
  return headingOf(block) !== undefined || block.boxes[0]?.opensTable === true;
}

function calling(box: FlowBox, turned: readonly FlowBox[]): FlowBox {
  return { ...box, turned: [...(box.turned ?? []), ...turned] };
}

/** What stays with its next, as a heading does, says alone how close. */
function spaceBetween(upper: SetBlock, lower: SetBlock): Points {
  return upper.keepNext ? upper.after : Math.max(upper.after, lower.before);
}

/** The same block with names of destinations where it stands: on a turned page, for what stands on one alone. */
export function anchoredBlock(block: SetBlock, anchors: readonly string[]): SetBlock {
  const { boxes, turned } = block;
  if (boxes.length === 0 && turned && turned.length > 0) return { ...block, turned: anchored(turned, anchors) };
  return { ...block, boxes: anchored(boxes, anchors) };
}

/** The same boxes with names of destinations on the first; they are never lost. */
export function anchored(boxes: readonly FlowBox[], anchors: readonly string[]): readonly FlowBox[] {
  if (anchors.length === 0) return boxes;
  const [first = emptyBox, ...rest] = boxes;
  return [{ ...first, anchors: [...anchors, ...first.anchors] }, ...rest];
}

/** The fragment, moved by so much. */
export function moved(fragment: Fragment, dx: Points, dy: Points): Fragment {
  if (fragment.kind === 'text') return { ...fragment, x: fragment.x + dx, baseline: fragment.baseline + dy };
  return { ...fragment, x: fragment.x + dx, y: fragment.y + dy };
}

/** A copy for the eye alone: no structure, no links, no notes. */
export function asArtifact(box: FlowBox): FlowBox {
  const artifact: Artifact = { artifact: 'layout' };
  return {
    ...box,
    placed: box.placed.map(({ fragment }) => ({ fragment: { ...fragment, owner: artifact } as Fragment })),
    links: [],
    anchors: [],
    notes: [],
  };
}
