/** A formula as MathJax sets it in a line of text: cut where a line may end, before relations and operators. */
import type { FormulaPiece } from '../../../layout/index.ts';
import { sizeOf } from './size.ts';

/** One piece, as an SVG in thousandths of an em, and what stands before it. */
export interface TypesetPiece extends Pick<FormulaPiece, 'space' | 'before'> {
  readonly svg: string;
}

/** By the `size` of MathJax's `mjx-break`: white where no line ends, in em. */
const spaces = [0, 0.111, 0.167, 0.222, 0.278, 0.333] as const;
/** The white around relations; around other operators it is less. */
const ofRelation = 4;
const ofOperator = 3;

/** In em: a line of less than this is not worth its room. */
const leastPiece = 2.5;

/** @param markup - What MathJax's SVG output makes of a formula in a line whose breaks are marked. */
export function piecesIn(markup: string): readonly TypesetPiece[] {
  const parts = [...markup.matchAll(/(?:<mjx-break[^>]*size="(\d)"[^>]*>[^<]*<\/mjx-break>)?(<svg[\s\S]*?<\/svg>)/g)];
  const widths = parts.map(([, , svg = '']) => (sizeOf(svg)?.width ?? 0) / 1000);
  const total = widths.reduce((sum, width) => sum + width, 0);
  let open = 0;
  let before = 0;
  return parts.map(([, size = '0', svg = ''], index) => {
    const room = before >= leastPiece && total - before >= leastPiece;
    const kind = room ? kindOf(Number(size), open) : 'nothing';
    before += widths[index] as number;
    open += bracketsIn(svg);
    return { svg, space: spaces[Number(size)] ?? 0, before: kind };
  });
}

function kindOf(size: number, open: number): FormulaPiece['before'] {
  if (size < ofOperator) return 'nothing';
  if (open > 0) return 'inside';
  return size >= ofRelation ? 'relation' : 'operator';
}

/** Brackets that a piece opens and does not close. */
function bracketsIn(svg: string): number {
  let open = 0;
  for (const [, code = ''] of svg.matchAll(/data-c="([\dA-F]+)"/g)) {
    if (['28', '5B', '7B'].includes(code)) open++;
    else if (['29', '5D', '7D'].includes(code)) open--;
  }
  return open;
}
