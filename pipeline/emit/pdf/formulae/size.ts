/** How large MathJax made a formula: thousandths of an em, its top above the baseline. */
interface Size {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** From the view box; undefined where it has no size. */
export function sizeOf(svg: string): Size | undefined {
  const [, top = 0, width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  return width > 0 && height > 0 ? { top, width, height } : undefined;
}
