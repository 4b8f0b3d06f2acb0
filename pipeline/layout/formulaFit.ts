/** How large a formula is set where it has too little room: no smaller than it must be, and said. */
import type { Math as DisplayMath, InlineMath } from 'mdast-util-math';
import { diagnose } from '../model/index.ts';
import type { FormulaBox, Points } from './display.ts';
import type { Run } from './runs.ts';
import type { Tools } from './tools.ts';

/** In em: of the pieces between which a line may end. */
export function widestOf(box: FormulaBox): number {
  return Math.max(...(box.pieces ?? [box]).map(({ width }) => width));
}

/** A formula smaller than this part of the text around it can hardly be read: that of an index. */
const leastScale = 0.7;

interface Place {
  /** Of the text around it. */
  readonly size: Points;
  readonly tools: Tools;
  readonly node: InlineMath | DisplayMath;
}

/**
 * Points to the em at which a formula has room. Raises `formula-fits` where that is less than the text around it has.
 *
 * @param widest - Of its pieces, in em.
 */
export function scaleOf(widest: number, { width, ...place }: Place & { readonly width: Points }): Points {
  if (widest * place.size <= width) return place.size;
  const scale = width / widest;
  saySmaller(scale, place);
  return scale;
}

function saySmaller(scale: Points, { size, tools, node }: Place): void {
  const narrow = scale < leastScale * size;
  const finding = diagnose('formula-fits', {
    path: tools.document?.path ?? 'source/publication.yaml',
    position: node.position,
    details: {
      variant: narrow ? 'narrow' : 'small',
      part: Math.floor((100 * scale) / size),
      tex: shortenedTex(node.value),
    },
    ...(narrow && { severity: 'warning' as const }),
  });
  tools.diagnostics.push(finding);
}

/** Room that a formula as wide as the line leaves to the sign after it, in em. */
export const signAfter = 0.5;

/** Pictures and formulae of a line made to fit it: a column of a table is narrower than what they were read for. */
export function fittingRuns(
  runs: readonly Run[],
  { measure, tools }: { measure: Points; tools: Tools },
): readonly Run[] {
  return runs.some(({ image }) => image) ? runs.map((run) => fitting(run, { measure, tools })) : runs;
}

function fitting(run: Run, { measure, tools }: { measure: Points; tools: Tools }): Run {
  const { image, size } = run;
  const room = image?.formula ? measure - signAfter * size : measure;
  if (!image || image.width <= room + 0.01) return run;
  const part = room / image.width;
  if (image.formula) saySmaller(part * size, { size, tools, node: image.formula });
  const { width, height, depth = 0 } = image;
  return { ...run, image: { ...image, width: width * part, height: height * part, depth: depth * part } };
}

/** In letters: enough to find a formula by. */
const longest = 40;

export function shortenedTex(tex: string): string {
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
