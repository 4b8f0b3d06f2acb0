import type { Segment } from './drawing.ts';

export interface Arc {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly rx: number;
  readonly ry: number;
  /** Of the ellipse's x axis, in degrees. */
  readonly turn: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** An elliptical arc as Bézier curves, each of at most a quarter turn. SVG 2, appendix B.2. */
export function arcCurves(arc: Arc): Segment[] {
  const [x1, y1] = arc.from;
  const [x2, y2] = arc.to;
  if (x1 === x2 && y1 === y2) return [];
  if (arc.rx === 0 || arc.ry === 0) return [{ to: 'L', at: arc.to }];
  const { cx, cy, rx, ry, start, sweep, cos, sin } = centre(arc);
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const step = sweep / count;
  const reach = (4 / 3) * Math.tan(step / 4);
  const place = (u: number, v: number): [number, number] => [
    cx + rx * u * cos - ry * v * sin,
    cy + rx * u * sin + ry * v * cos,
  ];
  return Array.from({ length: count }, (_, index) => {
    const [a, b] = [start + index * step, start + (index + 1) * step];
    const first = place(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a));
    const second = place(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b));
    const end = index === count - 1 ? arc.to : place(Math.cos(b), Math.sin(b));
    return { to: 'C', at: [...first, ...second, ...end] } as const;
  });
}

/** From end points to centre and angles. Radii that are too small grow until the ellipse reaches. */
function centre({ from: [x1, y1], to: [x2, y2], ...arc }: Arc) {
  const turn = (arc.turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const x = (cos * (x1 - x2) + sin * (y1 - y2)) / 2;
  const y = (-sin * (x1 - x2) + cos * (y1 - y2)) / 2;
  const lack = Math.max(1, Math.sqrt((x / arc.rx) ** 2 + (y / arc.ry) ** 2));
  const [rx, ry] = [Math.abs(arc.rx) * lack, Math.abs(arc.ry) * lack];
  const spread = rx ** 2 * y ** 2 + ry ** 2 * x ** 2;
  const root = Math.sqrt(Math.max(0, (rx ** 2 * ry ** 2 - spread) / spread)) * (arc.large === arc.sweep ? -1 : 1);
  const [u, v] = [(root * rx * y) / ry, (-root * ry * x) / rx];
  const start = Math.atan2((y - v) / ry, (x - u) / rx);
  const end = Math.atan2((-y - v) / ry, (-x - u) / rx);
  const full = 2 * Math.PI;
  const sweep = arc.sweep ? (((end - start) % full) + full) % full : -((((start - end) % full) + full) % full);
  return {
    cx: cos * u - sin * v + (x1 + x2) / 2,
    cy: sin * u + cos * v + (y1 + y2) / 2,
    rx,
    ry,
    start,
    sweep,
    cos,
    sin,
  };
}
