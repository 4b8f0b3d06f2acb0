import fc from 'fast-check';
import type { PhrasingContent, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { texOfPieces } from '../../pipeline/layout/formulaFit.ts';
import {
  type Formulae,
  type Fragment,
  type ImageFragment,
  layoutEdition,
  type StructureElement,
  type TextFragment,
} from '../../pipeline/layout/index.ts';
import { sampleEdition } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { sampleTheme } from '../helpers/theme.ts';
import { elementsOf } from './reading.ts';
import { documentOf, rootOf } from './trees.ts';

const prose = 'The two countries share information in a timely and coherent way. ';
const { line } = sampleTheme();

/** Every formula is as many em high and deep as its TeX says: `2/1`. */
const formulae: Formulae = (tex, { display, lang }) => {
  const [ascent = 0, descent = 0] = tex.split('/').map(Number);
  return Number.isNaN(ascent)
    ? undefined
    : { asset: `f${tex}`, width: 3, ascent, descent, words: `${display ? 'display' : 'inline'} ${tex} ${lang}` };
};

function set(...children: RootContent[]) {
  const { value } = layoutEdition(sampleEdition('fr', {}, { documents: [documentOf(rootOf(...children))] }), {
    fonts: fakeFonts(),
    formulae,
  });
  const fragments = value.pages.flatMap((page) => (page.label === '1' ? page.fragments : []));
  const inText = (one: Fragment) => 'tag' in one.owner && one.owner.tag === 'P';
  return {
    images: fragments.filter((one): one is ImageFragment => one.kind === 'image'),
    baselines: [
      ...new Set(
        fragments.filter((one): one is TextFragment => one.kind === 'text' && inText(one)).map((one) => one.baseline),
      ),
    ],
    formulae: elementsOf(value.structure).filter(({ tag }: StructureElement) => tag === 'Formula'),
    fragments,
  };
}

const paragraph = (tex: string): RootContent => ({
  type: 'paragraph',
  children: [
    { type: 'text', value: prose.repeat(3) },
    { type: 'inlineMath', value: tex },
    { type: 'text', value: ` ${prose.repeat(3)}` },
  ],
});

const steps = (of: readonly number[]) => of.slice(1).map((each, at) => each - (of[at] as number));

describe('a formula in a line', () => {
  test('stands on the baseline of its line, with its depth below', () => {
    const { images, baselines } = set(paragraph('0.7/0.2'));
    const [one] = images as [ImageFragment];
    const baseline = one.y + one.height - 0.2 * 11;
    expect(baselines.some((each) => Math.abs(each - baseline) < 0.001)).toBe(true);
    expect(one.hidden).toEqual({ text: '0.7/0.2 ', rise: 0.2 * 11 });
  });

  test('leaves the lines as they are where there is room, and moves them by half lines where there is none', () => {
    for (const step of steps(set(paragraph('0.85/0.3')).baselines)) expect(step).toBeCloseTo(line, 6);
    const tall = steps(set(paragraph('1.6/0.9')).baselines);
    expect(Math.max(...tall)).toBeGreaterThan(line);
    const total = tall.reduce((sum, step) => sum + step, 0);
    expect((total * 2) % line).toBeCloseTo(0, 6);
  });

  test('is said in words, and stands as TeX where it cannot be set', () => {
    expect(set(paragraph('1/1')).formulae.map(({ alt }) => alt)).toEqual(['inline 1/1 fr-CA']);
    const { formulae: found, images } = set(paragraph('\\odd'));
    expect(images).toEqual([]);
    expect(found.map(({ alt }) => alt)).toEqual(['\\odd']);
    expect(found[0]?.children.map((child) => 'kind' in child && child.kind)).toEqual(['text']);
  });
});

/** Ten pieces of 5 em: `= 1 + 2 = 3 …`; what else there is, in one piece of as many em as its TeX says. */
const long = 'a \\= 1 + 2 \\= 3 + 4 \\= 5 + 6 \\= 7 + 8 \\= 9';
const inPieces: Formulae = (tex) => {
  const size = { ascent: 0.7, descent: 0.2 };
  if (tex !== long) return { asset: tex, ...size, width: Number(/\d+/.exec(tex)), words: tex };
  const pieces = Array.from({ length: 10 }, (_, at) => {
    const before = at === 0 ? ('nothing' as const) : at % 2 === 1 ? ('relation' as const) : ('operator' as const);
    return { ...size, asset: `${at}`, width: 5, space: 0.25, before };
  });
  return { asset: 'whole', ...size, width: 52.25, words: tex, pieces };
};

/** The pictures of a page from the top, line by line, and the words beside them. */
function linesOf(...children: RootContent[]) {
  const edition = sampleEdition('en', {}, { documents: [documentOf(rootOf(...children))] });
  const { value, diagnostics } = layoutEdition(edition, { fonts: fakeFonts(), formulae: inPieces });
  const { fragments } = value.pages.find(({ label }) => label === '1') as (typeof value.pages)[number];
  const images = fragments.filter((one): one is ImageFragment => one.kind === 'image');
  const baselines = [...new Set(images.map(({ y }) => Math.round(y)))];
  return {
    lines: baselines.map((at) => images.filter(({ y }) => Math.round(y) === at)),
    words: fragments.filter((one): one is TextFragment => one.kind === 'text'),
    said: diagnostics.map(({ rule, severity }) => `${rule} ${severity}`),
    value,
  };
}

const edge = 108 + 340;

describe('a formula wider than its line', () => {
  const name: PhrasingContent = { type: 'label', children: [{ type: 'text', value: 'Equation 1.' }] };
  const figure = (tex: string): RootContent => ({
    type: 'figure',
    kind: 'math',
    children: [
      { type: 'math', value: tex },
      { type: 'caption', children: [name] },
    ],
  });

  test('is broken before relations, on a line of its own, and each line is within the measure', () => {
    const { lines, said, value } = linesOf({ type: 'math', value: long });
    expect(lines.map((line) => line.map(({ asset }) => asset).join(''))).toEqual(['01234', '56789']);
    for (const line of lines) for (const one of line) expect(one.x + one.width).toBeLessThanOrEqual(edge + 0.01);
    expect(lines.flat().map(({ width }) => width)).toEqual(Array.from({ length: 10 }, () => expect.closeTo(55, 3)));
    expect(said).toEqual([]);
    const [formula] = elementsOf(value.structure).filter(({ tag }) => tag === 'Formula');
    const read = formula?.children.map(
      (child) => ('kind' in child && child.kind === 'image' && child.hidden?.text) || '',
    );
    expect(read?.join('')).toBe(long);
  });

  test('leaves room to its name, which stands beside the last line', () => {
    const { lines, words } = linesOf(figure(long));
    expect(lines.length).toBe(3);
    const label = words.find(({ words: [first] }) => first?.text === 'Equation');
    for (const line of lines) for (const one of line) expect(one.x + one.width).toBeLessThan(label?.x ?? 0);
    const last = lines.at(-1)?.[0] as ImageFragment;
    expect(label?.baseline).toBeCloseTo(last.y + 0.7 * 11, 3);
  });

  test('stands above its name where it cannot be broken, and is no smaller than its line asks', () => {
    const { lines, words, said } = linesOf(figure('30'));
    const label = words.find(({ words: [first] }) => first?.text === 'Equation');
    const [one] = lines.flat() as [ImageFragment];
    expect(one.width).toBeCloseTo(330, 3);
    expect(label?.baseline).toBeGreaterThan(one.y + one.height);
    expect(said).toEqual([]);
  });

  test('is broken in a line of text, where words around it are not pushed over the edge', () => {
    const { lines, words } = linesOf(paragraph(long));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) for (const one of line) expect(one.x + one.width).toBeLessThanOrEqual(edge + 0.01);
    expect(lines.flat().map(({ asset }) => asset)).toEqual('0123456789'.split(''));
    expect(words.every(({ x }) => x < edge)).toBe(true);
  });

  test('leaves room in its line to the sign after it where it cannot be broken', () => {
    const { lines, words, said } = linesOf({
      type: 'paragraph',
      children: [
        { type: 'inlineMath', value: '31' },
        { type: 'text', value: ', and on.' },
      ],
    });
    const [one] = lines.flat() as [ImageFragment];
    const sign = words.find(({ words: [first] }) => first?.text.startsWith(','));
    expect(sign?.baseline).toBeCloseTo(one.y + one.height - (0.2 * one.width) / 31, 3);
    expect(sign?.x).toBeGreaterThanOrEqual(one.x + one.width - 0.01);
    expect((sign?.x ?? edge) + 0.29 * 11).toBeLessThanOrEqual(edge + 0.01);
    expect(said).toEqual(['formula-fits info']);
  });
});

test('a formula wider than its column of a table is made to fit it, with the sign after it, and this is said', () => {
  const cell = (children: PhrasingContent[]) => ({ type: 'tableCell' as const, children });
  const row = (): RootContent & { type: 'table' } => ({
    type: 'table',
    children: Array.from({ length: 2 }, () => ({
      type: 'tableRow' as const,
      children: ['28', '29'].map((value) =>
        cell([
          { type: 'inlineMath', value },
          { type: 'text', value: ', and on' },
        ]),
      ),
    })),
  });
  const { lines, words, said } = linesOf(row());
  for (const [left, right] of lines as [ImageFragment, ImageFragment][]) {
    expect(left.x + left.width).toBeLessThan(right.x);
    expect(right.x + right.width).toBeLessThan(108 + 440);
  }
  for (const { x, words: own } of words.filter(({ words: [first] }) => first?.text === ','))
    expect(x + (fakeFonts()('sans').width(own[0]?.text ?? '') * 9.5) / 1000).toBeLessThan(108 + 440.01);
  expect(said.filter((one) => one.startsWith('formula-fits')).length).toBe(4);
  expect(said).not.toContain('overfull-line warning');
});

test('the sign of an item stands on the baseline of its first line, though a tall formula pushes that down', () => {
  const item: RootContent = {
    type: 'list',
    children: [{ type: 'listItem', children: [paragraph('3/2') as never] }],
  };
  const { fragments, images } = set(item);
  const words = fragments.filter((one): one is TextFragment => one.kind === 'text');
  const sign = words.find(({ words: [first] }) => first?.text === '•');
  expect(images.length).toBe(1);
  const first = words.find(({ words: [word] }) => word?.text === 'The');
  expect(sign?.baseline).toBeCloseTo(first?.baseline ?? 0, 6);
});

test('the TeX of a formula is the same in pieces', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), { minLength: 1 }),
      (tex, widths) => {
        const parts = texOfPieces(
          tex,
          widths.map((width) => ({ width })),
        );
        expect(parts.length).toBe(widths.length);
        expect(parts.join('')).toBe(tex);
      },
    ),
  );
});

describe('a formula by itself', () => {
  const named = (tex: string): RootContent => ({
    type: 'figure',
    kind: 'math',
    children: [
      { type: 'math', value: tex, data: { words: 'in the words of its author' } },
      { type: 'caption', children: [{ type: 'label', children: [{ type: 'text', value: 'Équation 1.' }] }] },
    ],
  });

  test('stands in the middle, and takes whole half lines', () => {
    const { images } = set({ type: 'math', value: '1.1/0.6' }, paragraph('0.5/0'));
    const [one, other] = images as [ImageFragment, ImageFragment];
    expect(one.x + one.width / 2).toBeCloseTo(108 + 340 / 2, 3);
    expect(one.hidden?.text).toBe('1.1/0.6');
    expect(other.y).toBeGreaterThan(one.y + one.height);
  });

  test('has its name inside it, at the right edge and on its baseline', () => {
    const { images, fragments, formulae: found } = set(named('1.1/0.6'));
    const [one] = images as [ImageFragment];
    const name = fragments.find(
      (each) => each.kind === 'text' && each.words.some(({ text }) => text.startsWith('Équation')),
    );
    expect(name?.kind === 'text' && name.baseline).toBeCloseTo(one.y + 1.1 * 11, 3);
    expect(found.map(({ alt }) => alt)).toEqual(['in the words of its author']);
    expect(found[0]?.children.map((child) => ('tag' in child ? child.tag : child.kind))).toEqual(['image', 'Caption']);
  });

  test('is made smaller where it is wider than the text, never larger', () => {
    const wide: Formulae = (tex) => ({ asset: tex, width: tex === 'wide' ? 80 : 1, ascent: 1, descent: 1, words: tex });
    const edition = sampleEdition(
      'en',
      {},
      { documents: [documentOf(rootOf({ type: 'math', value: 'wide' }, { type: 'math', value: 'x' }))] },
    );
    const { value } = layoutEdition(edition, { fonts: fakeFonts(), formulae: wide });
    const [one, other] = value.pages.flatMap(({ fragments }) => fragments.filter((each) => each.kind === 'image'));
    expect(one?.width).toBeCloseTo(340, 3);
    expect(other?.width).toBeCloseTo(11, 3);
  });
});
