import type { Image } from 'mdast';
import { describe, expect, it } from 'vitest';
import { emitEpub } from '../../../pipeline/emit/epub/index.ts';
import type { Edition } from '../../../pipeline/model/index.ts';
import { sampleEdition } from '../../helpers/edition.ts';
import { readBook } from '../../helpers/epub.ts';
import { elementsIn, textIn, type XmlElement } from '../../helpers/xml.ts';
import { assets, fullEdition, options, shipped } from './sample.ts';

async function packageOf(edition: Edition): Promise<XmlElement[]> {
  const { value } = await emitEpub(edition, shipped, options);
  const book = readBook(value[0]?.bytes ?? new Uint8Array());
  return [...elementsIn(book.package)].map(({ element }) => element);
}

const valuesOf = (elements: readonly XmlElement[], name: string): string[] =>
  elements
    .filter((element) => element.name === name || element.attributes.property === name)
    .map((element) => textIn(element));

const withPicture = (alt: string, path = 'figures/dot.png', overrides: Partial<Edition> = {}): Edition =>
  withImage({ alt, data: { asset: path } }, overrides);

const withImage = (image: Pick<Image, 'alt' | 'data'>, overrides: Partial<Edition> = {}): Edition => {
  const edition = sampleEdition('en', { one: '# One\n\nText.' }, { assets, ...overrides });
  edition.documents[0]?.tree.children.push({
    type: 'paragraph',
    children: [{ type: 'image', url: 'x', ...image }],
  });
  return edition;
};

describe('the metadata of a book', () => {
  it('states what the edition states, in its language', async () => {
    const edition = fullEdition('fr');
    const elements = await packageOf(edition);
    expect(valuesOf(elements, 'dc:title')).toEqual([edition.title, edition.subtitle]);
    expect(valuesOf(elements, 'dc:language')).toEqual(['fr-CA']);
    expect(valuesOf(elements, 'dc:creator')).toEqual(edition.authors);
    expect(valuesOf(elements, 'dc:publisher')).toEqual([edition.publisher]);
    expect(valuesOf(elements, 'dc:description')).toEqual([edition.description]);
    expect(valuesOf(elements, 'dc:rights')).toEqual([edition.rights]);
    expect(valuesOf(elements, 'dc:subject')).toEqual(edition.subjects);
    expect(valuesOf(elements, 'dc:date')).toEqual([edition.issued?.iso]);
    expect(valuesOf(elements, 'dcterms:modified')).toEqual([options.instant]);
    expect(valuesOf(elements, 'file-as')).toEqual(['Frontière & la « charnière » <2>, La']);
    const tagged = elements.filter((element) =>
      /^dc:(title|creator|publisher|description|rights|subject)$/.test(element.name),
    );
    expect(tagged.map((element) => element.attributes['xml:lang'])).toEqual(tagged.map(() => 'fr-CA'));
    expect(elements[0]?.attributes['xml:lang']).toBe('fr-CA');
  });

  it('leaves out what the edition does not state, and claims no conformance', async () => {
    const { issued: _issued, modified: _modified, ...edition } = sampleEdition('en', { one: '# One\n\nText.' });
    const elements = await packageOf(edition);
    for (const name of [
      'dc:creator',
      'dc:publisher',
      'dc:description',
      'dc:rights',
      'dc:subject',
      'dc:date',
      'file-as',
    ]) {
      expect([name, valuesOf(elements, name)]).toEqual([name, []]);
    }
    expect(valuesOf(elements, 'dc:title')).toEqual(['Sample']);
    expect(elements.filter((element) => /conformsTo|certif/.test(element.attributes.property ?? ''))).toEqual([]);
  });

  it('identifies an edition, not a build of it', async () => {
    const identify = async (edition: Edition): Promise<string | undefined> =>
      valuesOf(await packageOf(edition), 'dc:identifier')[0];
    const english = await identify(sampleEdition('en', { one: '# One' }));
    expect(english).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await identify(sampleEdition('en', { one: '# Another' }))).toBe(english);
    expect(await identify(sampleEdition('fr', { one: '# One' }))).not.toBe(english);
  });
});

describe('what a book says of its accessibility', () => {
  const features = async (edition: Edition): Promise<string[]> =>
    valuesOf(await packageOf(edition), 'schema:accessibilityFeature');

  it('is text alone where no picture says anything', async () => {
    const decorated = withImage({ alt: '', data: { asset: 'figures/dot.png', decorative: true } });
    for (const edition of [sampleEdition('en', { one: '# One\n\nText.' }), decorated]) {
      const elements = await packageOf(edition);
      expect(valuesOf(elements, 'schema:accessMode')).toEqual(['textual']);
      expect(valuesOf(elements, 'schema:accessModeSufficient')).toEqual(['textual']);
      expect(valuesOf(elements, 'schema:accessibilityFeature')).not.toContain('alternativeText');
      expect(valuesOf(elements, 'schema:accessibilityHazard')).toEqual(['none']);
    }
  });

  it('counts pictures, and that text is enough where each is described', async () => {
    const elements = await packageOf(withPicture('A dot.'));
    expect(valuesOf(elements, 'schema:accessMode')).toEqual(['textual', 'visual']);
    expect(valuesOf(elements, 'schema:accessModeSufficient')).toEqual(['textual', 'textual,visual']);
    expect(valuesOf(elements, 'schema:accessibilityFeature')).toContain('alternativeText');
  });

  it('does not take a picture without words for one that only decorates', async () => {
    const elements = await packageOf(withPicture(''));
    expect(valuesOf(elements, 'schema:accessMode')).toEqual(['textual', 'visual']);
    expect(valuesOf(elements, 'schema:accessModeSufficient')).toEqual(['textual,visual']);
    expect(valuesOf(elements, 'schema:accessibilityFeature')).not.toContain('alternativeText');
    const said = shipped.strings.en['edition.epub.summary.undescribed'];
    expect(valuesOf(elements, 'schema:accessibilitySummary')[0]).toContain(said);
    expect(valuesOf(await packageOf(withPicture('A dot.')), 'schema:accessibilitySummary')[0]).not.toContain(said);
  });

  it('does not vouch for pictures that may move', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"><animate attributeName="x"/></rect></svg>';
    const moving = new Map(assets).set('m.svg', {
      path: 'm.svg',
      mediaType: 'image/svg+xml',
      bytes: Buffer.from(svg),
      width: 1,
      height: 1,
    });
    const elements = await packageOf(withPicture('A dot.', 'm.svg', { assets: moving }));
    expect(valuesOf(elements, 'schema:accessibilityHazard')).toEqual(['unknown']);
    const still = valuesOf(await packageOf(withPicture('A dot.')), 'schema:accessibilitySummary')[0];
    expect(valuesOf(elements, 'schema:accessibilitySummary')[0]).not.toBe(still);
  });

  it('does not claim structure where headings skip a level', async () => {
    expect(await features(sampleEdition('en', { one: '# One\n\n## Two\n\n### Three' }))).toContain(
      'structuralNavigation',
    );
    expect(await features(sampleEdition('en', { one: '# One\n\n### Three' }))).not.toContain('structuralNavigation');
  });

  it('does not claim that display can change where a style sheet fixes it', async () => {
    const edition = sampleEdition('en', { one: '# One' });
    expect(await features(edition)).toContain('displayTransformability');
    const fixed = {
      ...shipped,
      text: (path: string) => `${shipped.text(path)}${path === 'epub/style.css' ? 'p { font-size: 12pt }' : ''}`,
    };
    const { value } = await emitEpub(edition, fixed, options);
    expect(readBook(value[0]?.bytes ?? new Uint8Array()).text('OEBPS/content.opf')).not.toContain(
      'displayTransformability',
    );
  });

  it('claims only what is in the book', async () => {
    const { value } = await emitEpub(fullEdition('en'), shipped, options);
    const book = readBook(value[0]?.bytes ?? new Uint8Array());
    const pages = book.spine.map(book.page);
    const all = pages.flatMap((page) => [...elementsIn(page)].map(({ element }) => element));
    const css = book.text('OEBPS/style.css');
    const proofs: Record<string, () => boolean> = {
      alternativeText: () =>
        all.some((e) => e.name === 'img') && all.every((e) => e.name !== 'img' || e.attributes.alt !== undefined),
      ARIA: () => all.some((e) => e.attributes.role !== undefined),
      displayTransformability: () =>
        !/!important|font-size:\s*[\d.]+(px|pt)/.test(css) && all.every((e) => e.attributes.style === undefined),
      readingOrder: () =>
        all.every((e) => e.attributes.tabindex === undefined && e.attributes['aria-flowto'] === undefined),
      structuralNavigation: () =>
        pages.filter((page) => [...elementsIn(page)].some(({ element }) => /^h\d$/.test(element.name))).length >= 5,
      tableOfContents: () =>
        all.some(
          (e) => e.attributes['epub:type'] === 'toc' && [...elementsIn(e)].some(({ element }) => element.name === 'a'),
        ),
      unlocked: () => !book.names.some((name) => /encryption|rights\.xml/.test(name)),
    };
    const claimed = valuesOf(
      [...elementsIn(book.package)].map(({ element }) => element),
      'schema:accessibilityFeature',
    );
    expect(claimed).toEqual(Object.keys(proofs));
    expect(claimed.filter((feature) => !proofs[feature]?.())).toEqual([]);
  });

  it('sums up in the language of the edition', async () => {
    const english = valuesOf(await packageOf(fullEdition('en')), 'schema:accessibilitySummary');
    const french = valuesOf(await packageOf(fullEdition('fr')), 'schema:accessibilitySummary');
    expect(english).toHaveLength(1);
    expect(french).toHaveLength(1);
    expect(french[0]).toContain(shipped.strings.fr['edition.epub.summary.navigation']);
    expect(english[0]).toContain(shipped.strings.en['edition.epub.summary.navigation']);
  });
});
