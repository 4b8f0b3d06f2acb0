/** The vertical list of two columns: rows of boxes that begin at one height. */
import type { Points, TextFragment } from '../display.ts';
import { always, anchored, emptyBox, type FlowBox, moved, never, type SetBlock, stack } from '../flow.ts';

/** The left column, or the right. */
export type Column = 0 | 1;

/** The boxes of a row in one column, or across both. */
export interface Track {
  readonly boxes: readonly FlowBox[];
  /** From the left of the text to where its boxes count from. */
  readonly dx: Points;
  /** At the foot of which its notes stand. */
  readonly column: Column;
  /** It takes the width of both columns. */
  readonly across: boolean;
}

/** Begins at one height in all its tracks; a row that goes on overleaf goes on in all that have a rest. */
export interface ParallelRow {
  /** Space above, left out at the top of a page. */
  readonly above: Points;
  /** What a page break before the row costs, as of a box. */
  readonly breakBefore: number;
  readonly tracks: readonly Track[];
}

/** Blocks that are to begin at one height, in their tracks. */
export interface SetRow {
  readonly tracks: readonly (Omit<Track, 'boxes'> & { readonly blocks: readonly SetBlock[] })[];
  readonly anchors: readonly string[];
}

/** Puts rows one below the other: between two, the greatest space that any of their blocks wants counts. */
export function stackRows(rows: readonly SetRow[]): ParallelRow[] {
  const made: ParallelRow[] = [];
  let waiting: string[] = [];
  let previous: readonly SetBlock[] = [];
  let forced = false;
  for (const row of rows) {
    const tracks = row.tracks.map(({ blocks, ...track }) => ({ ...track, boxes: stack(blocks) }));
    forced ||= previous.some(({ breakAfter }) => breakAfter);
    waiting.push(...row.anchors);
    if (tracks.some(({ boxes }) => boxes.length > 0)) {
      const firsts = row.tracks.flatMap(({ blocks }) => blocks.find(({ boxes }) => boxes.length > 0) ?? []);
      const costs = tracks.flatMap(({ boxes }) => boxes[0]?.breakBefore ?? []);
      const after = previous.map(({ costAfter }) => costAfter ?? 0);
      const kept = previous.some(({ keepNext }) => keepNext);
      made.push({
        above: made.length === 0 ? 0 : spaceBetween(previous, firsts),
        breakBefore: forced ? always : kept ? never : Math.max(...costs, ...after),
        tracks: withAnchors(levelled(tracks), waiting),
      });
      waiting = [];
      forced = false;
    }
    const lasts = row.tracks.flatMap(({ blocks }) => blocks.at(-1) ?? []);
    if (lasts.length > 0) previous = lasts;
  }
  return waiting.length > 0 ? withLastAnchors(made, waiting) : made;
}

/** What stays with its next, as a heading does, says alone how close. */
function spaceBetween(upper: readonly SetBlock[], lower: readonly SetBlock[]): Points {
  const after = Math.max(0, ...upper.map((block) => block.after));
  if (upper.some(({ keepNext }) => keepNext)) return after;
  return Math.max(after, ...lower.map((block) => block.before));
}

function withAnchors(tracks: readonly Track[], anchors: readonly string[]): readonly Track[] {
  const at = tracks.findIndex(({ boxes }) => boxes.length > 0);
  return tracks.map((track, index) => (index === at ? { ...track, boxes: anchored(track.boxes, anchors) } : track));
}

function withLastAnchors(rows: readonly ParallelRow[], anchors: readonly string[]): ParallelRow[] {
  const track: Track = { boxes: [{ ...emptyBox, anchors }], dx: 0, column: 0, across: true };
  return [...rows, { above: 0, breakBefore: rows.length === 0 ? 0 : never, tracks: [track] }];
}

/** The first baselines of all tracks at one height: where one begins with a taller line, the others are lowered. */
export function levelled<Boxes extends Pick<Track, 'boxes'>>(tracks: readonly Boxes[]): Boxes[] {
  const tops = tracks.map(({ boxes }) => firstBaseline(boxes[0]));
  const lowest = Math.max(0, ...tops.map((top) => top ?? 0));
  return tracks.map((track, index) => {
    const [first, ...rest] = track.boxes;
    const top = tops[index];
    return first && top !== undefined && lowest - top > 0.01
      ? { ...track, boxes: [lowered(first, lowest - top), ...rest] }
      : track;
  });
}

/** From the top of a box to the baseline of its words; undefined where it has none. */
function firstBaseline(box: FlowBox | undefined): Points | undefined {
  const words = box?.placed.find(({ fragment }) => fragment.kind === 'text' && fragment.words.length > 0);
  return words && (words.fragment as TextFragment).baseline;
}

function lowered(box: FlowBox, by: Points): FlowBox {
  return {
    ...box,
    height: box.height + by,
    placed: box.placed.map((each) => ({ ...each, fragment: moved(each.fragment, 0, by) })),
    links: box.links.map((link) => ({ ...link, y: link.y + by })),
  };
}
