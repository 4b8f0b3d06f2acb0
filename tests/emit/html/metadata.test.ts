import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { emitEntry } from '../../../pipeline/emit/html/index.ts';
import type { OutputFile } from '../../../pipeline/model/index.ts';
import { templates } from '../../helpers/templates.ts';
import { emitOptions, pageAt, pagesOf, specimenSite } from './site.ts';
import { specimen } from './specimen.ts';

const held: { files: readonly OutputFile[] } = { files: [] };
const site = 'https://example.org/specimen/';

beforeAll(async () => {
  const options = { to: 'memory', formats: ['html'], editions: ['en', 'fr', 'columns'] } as const;
  held.files = (await build('tests/publications/specimen', options)).files;
});

const head = (path: string): string => pageAt(held.files, path).split('</head>')[0] ?? '';
const metas = (path: string, name: string): readonly string[] =>
  [...head(path).matchAll(new RegExp(`<meta name="${name}" content="([^"]*)"`, 'g'))].map(
    ([, content = '']) => content,
  );
const data = (path: string) => JSON.parse(/ld\+json">(.*)<\/script>/.exec(head(path))?.[1] ?? '{}') as object;

describe('a page in both languages', () => {
  test('says what it is about in both, and that it is in both', () => {
    const said = 'What stands inside a paragraph.';
    const dit = 'Ce qui se trouve dans un paragraphe.';
    for (const name of ['description', 'dcterms.description']) {
      expect(metas('bilingual/text.html', name)).toEqual([`${dit} / ${said}`]);
    }
    expect(metas('bilingual/text.html', 'dcterms.language')).toEqual(['fr-CA', 'en-CA']);
    for (const path of ['bilingual/text.html', 'bilingual/index.html', 'index.html'])
      expect(data(path)).toMatchObject({ inLanguage: ['fr-CA', 'en-CA'] });
  });

  test('has its document’s date, where it has one', () => {
    for (const language of ['en/text', 'bilingual/text']) {
      expect(metas(`${language}.html`, 'dcterms.modified')).toEqual(['2026-07-31']);
      expect(data(`${language}.html`)).toMatchObject({ dateModified: '2026-07-31' });
    }
    expect(metas('bilingual/blocks.html', 'dcterms.modified')).toEqual(['2026-08-01']);
  });
});

test('what a page names as its equivalent names it back', () => {
  const named = new Map(
    pagesOf(held.files).map(({ path }) => {
      const links = head(path).matchAll(/rel="alternate" hreflang="[^"]*" href="([^"]*)"/g);
      return [path, [...links].map(([, href = '']) => href.replace(site, ''))];
    }),
  );
  expect(named.get('en/text.html')).toEqual(['fr/texte.html', 'en/text.html', 'fr/texte.html']); // the last for all others
  expect(named.get('index.html')).toEqual(['fr/index.html', 'en/index.html', 'index.html']);
  for (const [path, others] of named) {
    for (const other of others) expect(named.get(other), `${path} names ${other}`).toContain(path);
  }
});

test('the page of what is missing has its files at every depth, and claims no address', () => {
  const missing = pageAt(specimenSite({ url: 'https://example.org/border' }), '404.html');
  const own = [...missing.matchAll(/<(?:link|script|a) [^>]*(?:href|src)="([^"#]+)"/g)].map(
    ([, address = '']) => address,
  );
  expect(own.length).toBeGreaterThan(4);
  expect(own.filter((address) => !address.startsWith('/border/'))).toEqual([]);
  expect(missing).not.toMatch(/ld\+json|og:url|rel="canonical"/);
});

test('two books in both languages are told apart by how they are set', () => {
  const book = (edition: 'columns' | 'stacked'): OutputFile => ({
    path: `sample-${edition}.epub`,
    format: 'epub',
    edition,
    languages: ['en-CA', 'fr-CA'],
    bytes: new Uint8Array(1000),
  });
  const names = (...editions: readonly ('columns' | 'stacked')[]): readonly string[] => {
    const downloads = editions.map(book);
    const entry = emitEntry([specimen('en'), specimen('fr')], templates(), { ...emitOptions, downloads });
    return [...pageAt(entry, 'index.html').matchAll(/epub" hreflang="[^"]*">([^<,]*(?:, [^<,]*)?), /g)].map(
      ([, name = '']) => name,
    );
  };
  expect(names('columns')).toEqual(['EPUB in both languages', 'EPUB dans les deux langues']);
  expect(names('columns', 'stacked')).toEqual([
    'EPUB in both languages, side by side',
    'EPUB in both languages, one under the other',
    'EPUB dans les deux langues, côte à côte',
    'EPUB dans les deux langues, l’une sous l’autre',
  ]);
});
