/** How large a formula is set where it has too little room: no smaller than it must be, and said. */
import { diagnose, type Position } from '../model/index.ts';
import type { FormulaBox, Points } from './display.ts';
import type { Tools } from './tools.ts';

/** In em: of the pieces between which a line may end. */
export function widestOf(box: FormulaBox): number {
  return Math.max(...(box.pieces ?? [box]).map(({ width }) => width));
}

/** A formula smaller than this part of the text around it can hardly be read: that of an index. */
const leastScale = 0.7;

interface Room {
  /** Of the text around it. */
  readonly size: Points;
  readonly width: Points;
  readonly tools: Tools;
  readonly position: Position | undefined;
  readonly tex: string;
}

/**
 * Points to the em at which a formula has room. Raises `formula-fits` where that is less than the text around it has.
 *
 * @param widest - Of its pieces, in em.
 */
export function scaleOf(widest: number, { size, width, tools, position, tex }: Room): Points {
  if (widest * size <= width) return size;
  const scale = width / widest;
  const narrow = scale < leastScale * size;
  const finding = diagnose('formula-fits', {
    path: tools.document?.path ?? 'source/publication.yaml',
    position,
    details: { variant: narrow ? 'narrow' : 'small', part: Math.floor((100 * scale) / size), tex: shortened(tex) },
    ...(narrow && { severity: 'warning' as const }),
  });
  tools.diagnostics.push(finding);
  return scale;
}

/** In letters: enough to find a formula by. */
const longest = 40;

function shortened(tex: string): string {
  const line = tex.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** The TeX of a formula in as many parts as it has pieces, cut at spaces about where these end; together they are it. */
export function texOfPieces(tex: string, pieces: readonly Pick<FormulaBox, 'width'>[]): readonly string[] {
  const total = pieces.reduce((sum, { width }) => sum + width, 0);
  const ends: number[] = [];
  for (const { width } of pieces) ends.push((ends.at(-1) ?? 0) + width / total);
  const parts = pieces.map(() => '');
  let read = 0;
  for (const word of tex.match(/\S+\s*|\s+/g) ?? []) {
    const middle = (read + word.length / 2) / tex.length;
    parts[Math.min(ends.filter((end) => end <= middle).length, parts.length - 1)] += word;
    read += word.length;
  }
  return parts;
}
