/** User units (CSS pixels) of each absolute unit. CSS Values 4, 6.2. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
};

/**
 * A length in user units.
 *
 * @param whole - What 100 % are; without it a percentage is not understood.
 */
export function readLength(text: string | undefined, whole?: number): number | undefined {
  const match = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)([a-z]*|%)\s*$/i.exec(text ?? '');
  if (!match) return undefined;
  const value = Number(match[1]);
  if (match[2] === '%') return whole === undefined ? undefined : (value * whole) / 100;
  const unit = units[(match[2] ?? '').toLowerCase()];
  return unit === undefined ? undefined : value * unit;
}
