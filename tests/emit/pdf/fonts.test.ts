import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { type Glyph, Shaper } from '../../../pipeline/emit/pdf/fonts/index.ts';
import type { FaceId } from '../../../pipeline/layout/index.ts';
import { readPdf } from '../../helpers/pdf.ts';
import { allElements, markedText, structureOf, textUnder } from '../../helpers/pdf-tree.ts';
import { documentElement, element, line, page, paged, paint, shippedFonts } from './paged.ts';

const templates = new URL('../../../templates/', import.meta.url);
const faces = JSON.parse(readFileSync(new URL('pdf/faces.json', templates), 'utf8')) as Record<
  FaceId,
  { file: string; features: string[] }
>;

/** Every word of the publication in this repository, in both languages. */
function vocabulary(): string[] {
  const source = new URL('../../../source/', import.meta.url);
  const texts = readdirSync(source)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, source), 'utf8'));
  return [...new Set(texts.join('\n').split(/\s+/))];
}

const shaperOf = ({ file, features }: { file: string; features: string[] }) =>
  new Shaper(fontkit.create(readFileSync(new URL(`fonts/${file}`, templates))), features);

const written = (glyphs: readonly Glyph[]): string =>
  glyphs.map(({ id, text, advance, kern, shift, rise }) => [id, text, advance, kern, shift, rise].join()).join(' ');

/** What the two ways make of a word differently; empty when nothing. */
function difference(shaper: Shaper, word: string): string {
  const characters = [...word.normalize('NFC')];
  const fast = shaper.fast(characters, characters);
  const full = shaper.full(characters, characters);
  const read = full.glyphs.map(({ text }) => text).join('');
  if (read !== characters.join('')) return `${word} reads as ${read}`;
  if (!fast) return '';
  if (Math.abs(fast.width - full.width) > 1e-6) return `${word} is ${full.width} wide, not ${fast.width}`;
  return written(fast.glyphs) === written(full.glyphs) ? '' : `${word} has other glyphs`;
}

describe.each(Object.entries(faces))('%s', (_, face) => {
  const shaper = shaperOf(face);

  it('sets every word of our source as the font’s own layout does', () => {
    const words = vocabulary();
    expect(words.length).toBeGreaterThan(1000);
    expect(words.map((word) => difference(shaper, word)).filter(Boolean)).toEqual([]);
    const fast = words.filter((word) => shaper.fast([...word], [...word]));
    expect(fast.length / words.length).toBeGreaterThan(0.9);
  });

  it('sets any sequence of letters, figures and signs as the font’s own layout does', () => {
    const sign = fc.constantFrom(
      ...'abcdefghijklmnopqrstuvwxyzAVTWYLÉÀÇœŒéèàùçôîïûüë0123456789.,:;!?’“”«»()-–—/%$€\u00A0\u202F',
    );
    fc.assert(
      fc.property(
        fc.array(sign, { minLength: 1, maxLength: 12 }),
        (signs) => difference(shaper, signs.join('')) === '',
      ),
      { seed: 7, numRuns: 400 },
    );
  });
});

describe('faces', () => {
  it('have what both languages need', async () => {
    const fonts = await shippedFonts();
    for (const id of Object.keys(faces) as FaceId[]) {
      for (const character of 'ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿ«»’“”–—…•€$%§©ªº½\u00A0\u202F\u2011') {
        expect(fonts(id).has(character.codePointAt(0) ?? 0), `${id} ${character}`).toBe(true);
      }
    }
  });

  it('measure what they paint, ligatures and helpers included', async () => {
    const fonts = await shippedFonts();
    const serif = fonts('serif');
    expect(serif.set('office').runs[0]?.glyphs.some(({ text }) => text.length > 1)).toBe(true);
    expect(serif.width('AV')).toBeLessThan(serif.width('A') + serif.width('V'));
    expect(serif.width('e\u0301')).toBe(serif.width('é'));
    expect(serif.width('a\u00ADb')).toBe(serif.width('ab'));
    expect(serif.set('a釜b').runs).toHaveLength(3);
    expect(fonts('code').width('\u2011')).toBe(fonts('code').width('-'));
  });

  it('read back as the text that was set, whatever glyph shows it', async () => {
    const text = 'office ﬁn efﬁcace a\u00A0b a\u202Fb Å釜 e\u0301 well\u2011known';
    const root = documentElement();
    const fragments = (Object.keys(faces) as FaceId[]).map((face, at) =>
      line(element(root, 'P'), 100 + at * 16, text, { face }),
    );
    const pdf = readPdf((await paint(paged([page('1', fragments)], root))).bytes);
    const said = allElements(structureOf(pdf)).flatMap((one) =>
      one.tag === 'P' ? [textUnder(one, markedText(pdf))] : [],
    );
    expect(said).toHaveLength(fragments.length);
    expect(new Set(said)).toEqual(new Set([text.normalize('NFC')]));
  });
});
