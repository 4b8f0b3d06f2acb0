import { unzlibSync } from 'fflate';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { composeCover } from '../../../pipeline/emit/epub/cover/compose.ts';
import { coverageOf } from '../../../pipeline/emit/epub/cover/coverage.ts';
import { flatten } from '../../../pipeline/emit/epub/cover/flatten.ts';
import { coverOf } from '../../../pipeline/emit/epub/cover/index.ts';
import { outlinerOf } from '../../../pipeline/emit/epub/cover/outline.ts';
import { paintSvg } from '../../../pipeline/emit/epub/cover/paint.ts';
import { templates } from '../../helpers/templates.ts';

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => string;
}

/** Reads the one kind of PNG that covers are: a palette, eight bits, no filter. */
function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  expect(file.subarray(1, 4).toString('latin1')).toBe('PNG');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const length = file.readUInt32BE(at);
    chunks.set(file.subarray(at + 4, at + 8).toString('latin1'), file.subarray(at + 8, at + 8 + length));
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const rows = unzlibSync(chunks.get('IDAT') ?? new Uint8Array());
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const at = (x: number, y: number): string => {
    expect(rows[y * (width + 1)]).toBe(0);
    const index = (rows[y * (width + 1) + 1 + x] ?? 0) * 3;
    return palette.subarray(index, index + 3).toString('hex');
  };
  return { width, height, at };
}

const outliners = () => {
  const face = (file: string) => outlinerOf(create(templates().bytes(`fonts/${file}`)));
  return { serif: face('SourceSerif4-Regular.ttf'), sans: face('SourceSans3-Regular.ttf') };
};

/** Horizontal extent of path data. */
function extentOf(data: string): { left: number; right: number; top: number; bottom: number } {
  const [first = [0, 0, 0, 0], ...rest] = flatten(data);
  return rest.reduce(
    ({ left, right, top, bottom }, [x, y]) => ({
      left: Math.min(left, x),
      right: Math.max(right, x),
      top: Math.min(top, y),
      bottom: Math.max(bottom, y),
    }),
    { left: first[0], right: first[0], top: first[1], bottom: first[1] },
  );
}

describe('the cover', () => {
  it('is 1600 × 2400, on paper, with the hinge across its middle and ink above it', async () => {
    const picture = readPng(await coverOf({ title: 'Frontière' }, templates()));
    expect([picture.width, picture.height]).toEqual([1600, 2400]);
    expect([picture.at(0, 0), picture.at(1599, 2399)]).toEqual(['fbfaf7', 'fbfaf7']);
    expect([0, 800, 1599].map((x) => picture.at(x, 1200))).toEqual(['b9b4a8', 'b9b4a8', 'b9b4a8']);
    const row = Array.from({ length: 1600 }, (_, x) => picture.at(x, 1040));
    expect(row).toContain('1a1d21');
  });

  it.each([
    ['a word', 'Frontière', undefined],
    [
      'a long title',
      'Coopération en matière de criminalité et de sécurité transfrontalières',
      'Comment le Canada et les États-Unis travaillent ensemble',
    ],
    ['a very long title', 'Une phrase qui ne finit pas et qui recommence toujours '.repeat(12), undefined],
  ])('keeps %s within the margins of its leaf', (_, title, subtitle) => {
    const cover = composeCover({ title, subtitle, publisher: 'Projet Diptych' }, outliners());
    const upper = extentOf(cover.title);
    expect(upper.left).toBeGreaterThan(150);
    expect(upper.right).toBeLessThan(1450);
    expect(upper.top).toBeGreaterThan(100);
    expect(upper.bottom).toBeLessThan(cover.hinge);
    const lower = extentOf(cover.lower);
    expect(lower.top).toBeGreaterThan(cover.hinge);
    expect(lower.right).toBeLessThan(1450);
    expect(lower.bottom).toBeLessThan(2300);
  });

  it('sets a title that is short larger than one that is long', () => {
    const height = (title: string): number => {
      const { top, bottom } = extentOf(composeCover({ title }, outliners()).title);
      return bottom - top;
    };
    expect(height('Hinge')).toBeGreaterThan(
      height('Hinge of a door that nobody has ever opened in the whole of its life'.slice(0, 5)) - 1,
    );
    expect(height('II')).toBeGreaterThan(110);
  });

  it('paints rect and path, and says so when a template wants more', () => {
    expect(() => paintSvg('<svg viewBox="0 0 4 4"><circle r="1" fill="#000000"/></svg>')).toThrow('circle');
    expect(() => paintSvg('<svg viewBox="0 0 4 4"><rect x="0" y="0" width="1" height="1" fill="red"/></svg>')).toThrow(
      'red',
    );
    const { palette, indexes } = paintSvg(
      '<svg viewBox="0 0 2 1"><rect x="1" y="0" width="1" height="1" fill="#102030"/></svg>',
    );
    expect([...indexes].map((index) => palette[index])).toEqual([0xffffff, 0x102030]);
  });
});

describe('coverageOf', () => {
  const areaOf = (data: string, size = { width: 20, height: 20 }): number =>
    coverageOf(flatten(data), size).values.reduce((sum, value) => sum + value, 0);

  it.each([
    ['a square on the grid', 'M2 2H6V6H2Z', 16],
    ['a square off the grid', 'M2.25 2.5H6.75V6.75H2.25Z', 4.5 * 4.25],
    ['a triangle', 'M1 1L11 1L1 11Z', 50],
    ['a thin sliver', 'M1 1L18 1.5L18 1.6Z', (17 * 0.1) / 2],
    ['a square with a hole', 'M2 2H12V12H2ZM4 4V10H10V4Z', 100 - 36],
    ['a shape turned the other way', 'M2 2V6H6V2Z', 16],
    ['what lies beyond the picture', 'M-5 -5H5V5H-5Z', 25],
  ])('has the area of %s', (_, data, area) => {
    expect(areaOf(data)).toBeCloseTo(area, 4);
  });

  it('has nearly the area of a circle of four curves', () => {
    const k = 0.5523 * 8;
    const circle = `M18 10C18 ${10 + k} ${10 + k} 18 10 18C${10 - k} 18 2 ${10 + k} 2 10C2 ${10 - k} ${10 - k} 2 10 2C${10 + k} 2 18 ${10 - k} 18 10Z`;
    expect(Math.abs(areaOf(circle) - Math.PI * 64)).toBeLessThan(1.5);
  });
});
