import { describe, expect, it } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { isLanguage, languages } from '../../../pipeline/model/index.ts';
import { readBook } from '../../helpers/epub.ts';
import { folderOf } from '../../helpers/publication.ts';
import { strings } from '../../helpers/strings.ts';
import { elementsIn, textIn } from '../../helpers/xml.ts';

/** What the source has. */
interface Content {
  /** Attributes of words on the second of two figures. */
  readonly alt: string;
  /** Between paragraphs of both languages. */
  readonly formula: string;
}

const whole: Content = { alt: 'alt-en="A second dot" alt-fr="Un second point"', formula: '$$\na + b\n$$' };
const dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>';

interface Claims {
  readonly features: readonly string[];
  readonly sufficient: readonly string[];
  readonly summary: string;
}

/** What each book of a publication with two figures and one formula claims, by edition. */
async function claimsOf(changes: Partial<Content>): Promise<Map<string, Claims>> {
  const { alt, formula } = { ...whole, ...changes };
  const settings = 'id: claims\ntitle: {en: Claims, fr: Déclarations}\nlanguages: [en-CA, fr-CA]\ndate: 2005-04-19\n';
  const source = [
    '# :en[Dots]:fr[Points]',
    '::::figure{src=dot.svg alt-en="A dot" alt-fr="Un point"}\n:::en\nFirst\n:::\n:::fr\nPremier\n:::\n::::',
    `::::figure{src=dot.svg ${alt}}\n:::en\nSecond\n:::\n:::fr\nDeuxième\n:::\n::::`,
    formula,
  ];
  const dir = folderOf({
    'source/publication.yaml': settings,
    'source/dot.svg': dot,
    'source/one.md': `${source.join('\n\n')}\n`,
  });
  const editions = ['en', 'fr', 'columns', 'stacked'] as const;
  const { files } = await build(dir, { formats: ['epub'], editions, to: 'memory', draft: true });
  return new Map(files.map(({ edition = '', bytes }) => [edition, claimsIn(bytes)]));
}

function claimsIn(bytes: Uint8Array): Claims {
  const stated = [...elementsIn(readBook(bytes).package)].map(({ element }) => element);
  const of = (name: string): string[] =>
    stated.filter(({ attributes }) => attributes.property === `schema:${name}`).map((element) => textIn(element));
  const [summary = '', ...more] = of('accessibilitySummary');
  expect(more).toEqual([]);
  return { features: of('accessibilityFeature'), sufficient: of('accessModeSufficient'), summary };
}

/** The sentence, in the languages of the book. */
const sentences = (edition: string, name: string): string[] =>
  languages
    .filter((language) => edition === language || !isLanguage(edition))
    .map((language) => strings(language)[`edition.epub.summary.${name}`] ?? 'no such sentence');

describe('what a book claims of itself', () => {
  it('goes with the first description that is taken away, and the summary says so', async () => {
    const [described, lacking] = [await claimsOf({}), await claimsOf({ alt: '' })];
    expect([...described.keys()].sort()).toEqual(['columns', 'en', 'fr', 'stacked']);
    for (const [edition, claims] of described) {
      expect([edition, claims.features]).toEqual([edition, expect.arrayContaining(['alternativeText'])]);
      expect(claims.sufficient).toEqual(['textual', 'textual,visual']);
      const less = lacking.get(edition);
      expect([edition, less?.features]).toEqual([
        edition,
        claims.features.filter((name) => name !== 'alternativeText'),
      ]);
      expect(less?.sufficient).toEqual(['textual,visual']);
      for (const sentence of sentences(edition, 'pictures')) {
        expect(claims.summary).toContain(sentence);
        expect(less?.summary).not.toContain(sentence);
      }
      for (const sentence of sentences(edition, 'undescribed')) {
        expect(claims.summary).not.toContain(sentence);
        expect(less?.summary).toContain(sentence);
      }
    }
  });

  it('goes with the only formula', async () => {
    const [some, without] = [await claimsOf({}), await claimsOf({ formula: 'a + b' })];
    for (const [edition, claims] of some) {
      expect([edition, claims.features]).toEqual([edition, expect.arrayContaining(['MathML'])]);
      expect(without.get(edition)?.features).toEqual(claims.features.filter((name) => name !== 'MathML'));
      for (const sentence of sentences(edition, 'formulae')) {
        expect(claims.summary).toContain(sentence);
        expect(without.get(edition)?.summary).not.toContain(sentence);
      }
    }
  });

  it('stays where a picture is said to be decorative', async () => {
    for (const [, { features }] of await claimsOf({ alt: 'alt-en="" alt-fr=""' }))
      expect(features).toContain('alternativeText');
  });
});
