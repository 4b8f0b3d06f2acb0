import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readTheme } from '../../pipeline/read/theme.ts';

const ours = readFileSync(new URL('../../templates/pdf/theme.yaml', import.meta.url), 'utf8');
const shipped = readTheme(undefined, ours).value;

test('the shipped theme is a right one, and says every key', () => {
  expect(readTheme(ours, ours)).toEqual({ value: shipped, diagnostics: [] });
  expect(Object.keys(parse(ours).styles)).toEqual(Object.keys(shipped.styles));
  expect(shipped.headings).toHaveLength(6);
  const holes = JSON.stringify(shipped, (_, value) => (value === undefined ? 'HOLE' : value));
  expect(holes).not.toContain('HOLE');
  for (const style of [...Object.values(shipped.styles), ...shipped.headings]) expect(style.colour).toMatch(/^#/);
});

test('a part of a theme changes that part, and what inherits from it', () => {
  const { value, diagnostics } = readTheme("colours: {ink: '#000001'}\nstyles: {text: {size: 12}}\n", ours);
  expect(diagnostics).toEqual([]);
  expect(value.styles.text).toEqual({ ...shipped.styles.text, size: 12, colour: '#000001' });
  expect(value.styles.title.colour).toBe('#000001');
  expect(value.styles.note.size).toBe(shipped.styles.note.size);
  expect(value.styles.caption.colour).toBe(shipped.colours.quiet);
  expect(value.papers).toEqual(shipped.papers);
});

test('a style may name a colour of the theme or say one', () => {
  const { value } = readTheme("styles: {note: {colour: link}, code: {colour: '#123456'}}\n", ours);
  expect(value.styles.note.colour).toBe(shipped.colours.link);
  expect(value.styles.code.colour).toBe('#123456');
});

test('a theme with a fault is told of and not used, in whole or in part', () => {
  for (const own of ['line: wide\nindent: 20\n', 'papers: {a4: {width: 300}}\n', 'line: [\n', 'styles: 3\n']) {
    const { value, diagnostics } = readTheme(own, ours);
    expect(value).toEqual(shipped);
    expect(diagnostics.map(({ rule, path }) => [rule, path])).toContainEqual([
      'config-is-valid',
      'templates/pdf/theme.yaml',
    ]);
  }
});

test('every number of a theme can be set, and nothing else changes', () => {
  const written = parse(ours) as Record<string, unknown>;
  const numbers = pathsOf(written);
  expect(numbers.length).toBeGreaterThan(40);
  fc.assert(
    fc.property(fc.constantFrom(...numbers), fc.integer({ min: 5, max: 60 }), (path, value) => {
      const part = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
      const read = readTheme(stringify(part), ours);
      if (path.at(-1) !== 'width' && path.at(-1) !== 'height') expect(read.diagnostics).toEqual([]);
      const whole = structuredClone(written);
      set(whole, path, value);
      expect(read.value).toEqual(read.diagnostics.length > 0 ? shipped : readTheme(undefined, stringify(whole)).value);
    }),
  );
});

function pathsOf(value: unknown): string[][] {
  if (typeof value === 'number') return [[]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => pathsOf(each).map((path) => [key, ...path]));
}

function set(value: unknown, [key = '', ...rest]: readonly string[], to: number): void {
  const map = value as Record<string, unknown>;
  if (rest.length === 0) map[key] = to;
  else set(map[key], rest, to);
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const parts = [colour.slice(1, 3), colour.slice(3, 5), colour.slice(5, 7)].map((hex) => {
    const part = Number.parseInt(hex, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (parts[0] as number) + 0.7152 * (parts[1] as number) + 0.0722 * (parts[2] as number);
}

test('text in every colour of the theme has a contrast of 4.5 : 1 on the watermark', () => {
  const behind = luminance(shipped.styles.watermark.colour);
  const { watermark: _, ...styles } = shipped.styles;
  const texts = [...Object.values(styles), ...shipped.headings].map(({ colour }) => colour);
  for (const text of [...texts, shipped.colours.link]) {
    expect((behind + 0.05) / (luminance(text) + 0.05)).toBeGreaterThan(4.5);
  }
});

test('a watermark on which text cannot be read is told, at its colour', () => {
  // #949494 on black has 6.9 : 1, and on #4a5058, the quiet colour, 2.7 : 1.
  const own = "colours:\n  watermark: '#949494'\n";
  const { value, diagnostics } = readTheme(own, ours);
  expect(value).toEqual(shipped);
  expect(diagnostics).toMatchObject([
    { rule: 'config-is-valid', position: { start: { line: 2 } }, details: { variant: 'watermark', value: '#949494' } },
  ]);
  expect(readTheme(`watermark: false\n${own}`, ours).diagnostics).toEqual([]);
});
