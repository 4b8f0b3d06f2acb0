import { parse } from 'yaml';
import { z } from 'zod';
import type { Staged, Theme, ThemeColour, ThemeStyleName } from '../model/index.ts';
import { contrast } from './contrast.ts';
import { isPlainObject, mapMessage } from './schema.ts';
import { inOrder, report } from './source.ts';
import { checkYaml, parseYaml, type YamlSource, type YamlValue, yamlFile } from './yaml.ts';

/** Where a publication's own theme stands, in its folder. */
export const themePath = 'templates/pdf/theme.yaml';

const themeColours: readonly ThemeColour[] = ['ink', 'quiet', 'hinge', 'link', 'shade', 'watermark'];

const themeStyleNames: readonly ThemeStyleName[] = [
  'text',
  'note',
  'table',
  'denseTable',
  'caption',
  'code',
  'aside',
  'admonitionTitle',
  'title',
  'subtitle',
  'imprint',
  'otherTitle',
  'small',
  'colophon',
  'runningHead',
  'mark',
  'watermark',
];

const length = z.number({ error: 'length' }).min(0, { error: 'length' }).max(5000, { error: 'length' });
const size = length.min(3, { error: 'length' }).max(200, { error: 'length' });
const truth = z.boolean({ error: 'truth' });
const colour = z.string({ error: 'colour' }).regex(/^#[\da-f]{6}$/i, { error: 'colour' });
const named = z
  .string({ error: 'colour' })
  .refine((value) => /^#[\da-f]{6}$/i.test(value) || themeColours.some((name) => name === value), {
    error: 'colour',
  });

const map = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape, { error: mapMessage }).partial();

const styleShape = {
  face: z.enum(['serif', 'sans', 'code'], { error: 'face' }),
  size,
  leading: size,
  colour: named,
  align: z.enum(['justify', 'left', 'right', 'centre'], { error: 'align' }),
  hyphenate: truth,
  bold: truth,
  italic: truth,
};
const style = map(styleShape);
const heading = map({ ...styleShape, room: z.number({ error: 'length' }).min(1, { error: 'length' }) });
const paper = map({
  width: length.min(100, { error: 'length' }),
  height: length.min(100, { error: 'length' }),
  margins: map({ inside: length, top: length, outside: length, bottom: length }),
});

const headingNames = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

const shape = {
  papers: map({ letter: paper, a4: paper }),
  wide: length,
  line: size,
  indent: length,
  paragraphs: z.enum(['spaced', 'indented'], { error: 'paragraphs' }),
  'hanging-punctuation': truth,
  acronyms: z.enum(['capitals', 'small-capitals'], { error: 'theme-acronyms' }),
  watermark: truth,
  colours: map(Object.fromEntries(themeColours.map((name) => [name, colour]))),
  hairline: length,
  styles: map(Object.fromEntries(themeStyleNames.map((name) => [name, style]))),
  headings: map(Object.fromEntries(headingNames.map((name) => [name, heading]))),
};
const schema = map(shape);

const known = [
  ...Object.keys(shape),
  ...Object.keys(styleShape),
  ...[...themeColours, ...themeStyleNames, ...headingNames],
  ...['room', 'letter', 'a4', 'width', 'height', 'margins', 'inside', 'outside', 'top', 'bottom'],
];

/**
 * The publication's own theme laid over ours. What is wrong with it is told with its place, and ours then stands alone.
 *
 * @param own - Text of the publication's `templates/pdf/theme.yaml`, if it has one.
 * @param ours - Text of the one that comes with Diptych.
 */
export function readTheme(own: string | undefined, ours: string): Staged<Theme> {
  const base: unknown = parse(ours);
  const plain = themeOf(base);
  if (own === undefined) return { value: plain, diagnostics: [] };
  const source = yamlFile('config-is-valid', themePath, own);
  const yaml = parseYaml(source);
  const written = yaml && checkYaml(yaml, schema, { source, known });
  if (!yaml || !written) return { value: plain, diagnostics: inOrder(source.diagnostics) };
  const theme = themeOf(laidOver(base, written));
  const fits = roomIsLeft(theme, yaml, source) && textIsClear(theme, yaml, source);
  return { value: fits ? theme : plain, diagnostics: inOrder(source.diagnostics) };
}

/** Keys of `over` before those of `base`, at every depth. */
function laidOver(base: unknown, over: unknown): unknown {
  if (!isPlainObject(base) || !isPlainObject(over)) return over ?? base;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = laidOver(base[key], value);
  return merged;
}

/** What the file calls things → what layout calls them; every style says all of itself. */
function themeOf(written: unknown): Theme {
  const { 'hanging-punctuation': hangingPunctuation, styles, headings, ...rest } = written as WrittenTheme;
  const whole = <Style extends Partial<WrittenStyle>>(style: Style) => {
    const full = { ...(styles.text as WrittenStyle), ...style };
    return { ...full, colour: rest.colours[full.colour as keyof typeof rest.colours] ?? full.colour };
  };
  return {
    ...rest,
    hangingPunctuation,
    styles: Object.fromEntries(themeStyleNames.map((name) => [name, whole(styles[name] ?? {})])) as Theme['styles'],
    headings: headingNames.map((name) => whole(headings[name])) as Theme['headings'],
  };
}

type WrittenStyle = Theme['styles']['text'];

type WrittenTheme = Omit<Theme, 'hangingPunctuation' | 'styles' | 'headings'> & {
  readonly 'hanging-punctuation': boolean;
  readonly styles: Readonly<Record<string, Partial<WrittenStyle>>>;
  readonly headings: Readonly<Record<(typeof headingNames)[number], Partial<Theme['headings'][number]>>>;
};

/** Least width and height of the text, in points: some thirty letters, some ten lines. */
const least = { width: 150, height: 150 } as const;

function roomIsLeft(theme: Theme, yaml: YamlValue, source: YamlSource): boolean {
  const faults = (['letter', 'a4'] as const).flatMap((name) => {
    const { width, height, margins } = theme.papers[name];
    const narrow = width - margins.inside - margins.outside < least.width;
    const low = height - margins.top - margins.bottom < least.height;
    return narrow || low ? [name] : [];
  });
  for (const name of faults) {
    const details = { variant: 'margins', key: `papers.${name}` };
    report(source, 'config-is-valid', { position: yaml.position(['papers', name]), details });
  }
  return faults.length === 0;
}

/** Of text on a watermark. WCAG 2.2, criterion 1.4.3. */
const leastContrast = 4.5;

function textIsClear({ styles, headings, colours, watermark }: Theme, yaml: YamlValue, source: YamlSource): boolean {
  if (!watermark) return true;
  const { watermark: behind, ...others } = styles;
  const texts = [...Object.values(others), ...headings].map((style) => style.colour);
  const dim = [...texts, colours.link].find((text) => contrast(text, behind.colour) < leastContrast);
  if (dim === undefined) return true;
  const details = { variant: 'watermark', value: behind.colour, text: dim };
  report(source, 'config-is-valid', { position: yaml.position(['colours', 'watermark']), details });
  return false;
}
