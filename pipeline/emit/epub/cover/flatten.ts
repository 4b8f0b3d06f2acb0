/** A straight piece of an outline: x and y of its start and its end. */
export type Line = readonly [x0: number, y0: number, x1: number, y1: number];

/** Straight pieces a curve becomes: at the sizes of a cover none is off by a tenth of a pixel. */
const pieces = 12;

/** Path data (absolute `M L H V Q C Z`) as closed outlines of straight lines. @throws on any other command. */
export function flatten(data: string): Line[] {
  const lines: Line[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    lines.push([x, y, toX, toY]);
    [x, y] = [toX, toY];
  };
  for (const [, command = '', rest = ''] of data.matchAll(/([a-z])([^a-z]*)/gi)) {
    const at = (rest.match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/gi) ?? []).map(Number);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = at;
    if (command === 'M') {
      lineTo(startX, startY);
      [x, y, startX, startY] = [a, b, a, b];
      lines.pop();
    } else if (command === 'L') lineTo(a, b);
    else if (command === 'H') lineTo(a, y);
    else if (command === 'V') lineTo(x, a);
    else if (command === 'Q') curve([x, a, c], [y, b, d], lineTo);
    else if (command === 'C') curve([x, a, c, e], [y, b, d, f], lineTo);
    else if (command === 'Z') lineTo(startX, startY);
    else throw new Error(`Path command “${command}” is not painted`);
  }
  return lines;
}

/** De Casteljau's construction at even steps, for a Bézier curve of any degree. */
function curve(xs: readonly number[], ys: readonly number[], lineTo: (x: number, y: number) => void): void {
  for (let step = 1; step <= pieces; step++) lineTo(pointOn(xs, step / pieces), pointOn(ys, step / pieces));
}

function pointOn(controls: readonly number[], t: number): number {
  let points = [...controls];
  while (points.length > 1) {
    points = points.slice(1).map((point, index) => (points[index] ?? 0) * (1 - t) + point * t);
  }
  return points[0] ?? 0;
}
