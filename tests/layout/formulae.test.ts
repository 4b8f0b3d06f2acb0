import type { RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
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
