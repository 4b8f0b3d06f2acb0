/** Tables that stand on turned pages: what calls them in the rows of both languages. */
import { anchored, endsSection, headingOf, type SetBlock } from '../flow.ts';
import type { SetRow } from './flow.ts';

/**
 * Turned tables follow the page on which the row above them ends, and take no room there; under a heading that would
 * have nothing else below it on its page, a line says so.
 *
 * @param apart - Each language has pages of its own; else those of one call the tables of both, in their order.
 */
export function callingTurned(rows: readonly SetRow[], { apart }: { apart: boolean }): SetRow[] {
  const called: SetRow[] = [];
  for (const [at, row] of rows.entries()) {
    const above = called.at(-1);
    if (!isTurned(row)) called.push(row);
    else if (isAlone(rows, at)) called.push({ ...row, tracks: row.tracks.map(saying) });
    else if (above && !isTurned(above)) called[called.length - 1] = calling(above, row, apart);
    else called.push(row);
  }
  return called;
}

const blocksOf = (row: SetRow | undefined): readonly SetBlock[] => row?.tracks.flatMap(({ blocks }) => blocks) ?? [];

/** It has nothing but turned tables. */
function isTurned(row: SetRow): boolean {
  const blocks = blocksOf(row);
  return blocks.length > 0 && blocks.every(({ boxes, turned }) => boxes.length === 0 && turned !== undefined);
}

/** Between a heading and the end of its section, or a table, which begins on a later page. */
function isAlone(rows: readonly SetRow[], at: number): boolean {
  const above = rows.slice(0, at).findLast((row) => !isTurned(row));
  const below = rows.slice(at + 1).find((row) => !isTurned(row));
  return blocksOf(above).some(headingOf) && (!below || blocksOf(below).some(endsSection));
}

function saying(track: SetRow['tracks'][number]): SetRow['tracks'][number] {
  return { ...track, blocks: track.blocks.map((block) => ({ ...block, boxes: block.instead ?? [] })) };
}

/** The row above, whose last boxes call the turned ones of this. */
function calling(above: SetRow, { tracks, anchors }: SetRow, apart: boolean): SetRow {
  const first = above.tracks.findIndex(({ blocks }) => blocks.some(({ boxes }) => boxes.length > 0));
  const called = above.tracks.map(({ blocks }) => [...blocks]);
  for (const [index, track] of tracks.entries()) {
    const own = apart ? above.tracks.findIndex(({ column }) => column === track.column) : first;
    const blocks = called[own === -1 ? first : own] ?? [];
    const last = blocks.findLastIndex(({ boxes }) => boxes.length > 0);
    const turned = track.blocks.flatMap((block) => block.turned ?? []);
    const block = blocks[last] as SetBlock;
    blocks[last] = {
      ...block,
      turned: [...(block.turned ?? []), ...anchored(turned, index === 0 ? anchors : [])],
    };
  }
  return { ...above, tracks: above.tracks.map((track, index) => ({ ...track, blocks: called[index] ?? [] })) };
}
