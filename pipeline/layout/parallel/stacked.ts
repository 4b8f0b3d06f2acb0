/** One language below the other, in the place of side by side. */
import type { Points } from '../display.ts';
import { anchored, type Backdrop, type SetBlock } from '../flow.ts';
import type { Sheet } from '../style.ts';
import { withBackdrop } from '../tools.ts';
import type { SetRow } from './flow.ts';

/** A bar in the margin shows which halves belong together. */
const bar = { width: 1.5, room: 12 } as const;

/** A page that ends between the halves of a pair: worse than between pairs, better than a quarter of the page empty. */
const costBetweenHalves = 60;

/** Each half of a row in a row of its own, near to its other half, with a bar along both. */
export function oneBelowOther(rows: readonly SetRow[], sheet: Sheet): SetRow[] {
  return rows.flatMap((row) => {
    if (row.tracks.length < 2) return [row];
    const isHeading = row.tracks.some(({ blocks }) => blocks.at(-1)?.keepNext);
    return isHeading ? headingsOf(row, sheet) : halvesOf(row, sheet);
  });
}

/** Every row's half in one language, then every row's half in the other. */
export function oneAfterOther(rows: readonly SetRow[]): SetRow[] {
  const count = Math.max(0, ...rows.map(({ tracks }) => tracks.length));
  return Array.from({ length: count }, (_, at) => at).flatMap((at) =>
    rows.flatMap(({ tracks, anchors }): SetRow[] => {
      const track = tracks[at];
      return track ? [{ tracks: [track], anchors: at === 0 ? anchors : [] }] : [];
    }),
  );
}

function halvesOf({ tracks, anchors }: SetRow, { colours, halfLine, line }: Sheet): SetRow[] {
  const backdrop: Backdrop = {
    artifact: { artifact: 'layout' },
    x: -bar.room,
    width: bar.width,
    fill: colours.hinge,
  };
  return tracks.map(({ blocks, ...track }, at): SetRow => {
    const barred = blocks.map((block) => ({ ...block, boxes: withBackdrop(block.boxes, backdrop) }));
    const ends = { isFirst: at === 0, isLast: at === tracks.length - 1 };
    const set = spaced(barred, { ...ends, within: halfLine, between: line });
    return { tracks: [{ ...track, blocks: set }], anchors: at === 0 ? anchors : [] };
  });
}

interface Spaces {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Between the halves of a pair, and between pairs. */
  readonly within: Points;
  readonly between: Points;
}

function spaced(blocks: readonly SetBlock[], { isFirst, isLast, within, between }: Spaces): SetBlock[] {
  return blocks.map((block, at) => ({
    ...block,
    ...(at === 0 && { before: isFirst ? Math.max(block.before, between) : within }),
    ...(at === blocks.length - 1 && {
      after: isLast ? Math.max(block.after, between) : within,
      ...(!isLast && { costAfter: costBetweenHalves }),
    }),
  }));
}

/** As close as lines of one heading; only the first of two titles of a chapter begins lower on its page. */
function headingsOf({ tracks, anchors }: SetRow, { halfLine }: Sheet): SetRow[] {
  return tracks.map(({ blocks, ...track }, at): SetRow => {
    const isLast = at === tracks.length - 1;
    const set = blocks.map((block, index): SetBlock => {
      const high = at > 0 && index === 0 ? withoutSink(block) : block;
      const isEnd = index === blocks.length - 1 && !isLast;
      return isEnd ? { ...high, after: Math.min(block.after, halfLine), keepNext: true } : high;
    });
    return { tracks: [{ ...track, blocks: set }], anchors: at === 0 ? anchors : [] };
  });
}

function withoutSink(block: SetBlock): SetBlock {
  const [first, ...rest] = block.boxes;
  const isSink = first !== undefined && first.placed.length === 0 && rest.length > 0;
  return isSink ? { ...block, boxes: anchored(rest, first.anchors) } : block;
}
