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

test('what a page names as its equivalent names it back, on the page and in the site map', () => {
  const named = new Map(
    pagesOf(held.files).map(({ path }) => {
      const links = head(path).matchAll(/rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g);
      return [path, [...links].map(([, tag = '', href = '']) => `${tag} ${href.replace(site, '')}`)];
    }),
  );
  const text = ['fr-CA fr/texte.html', 'en-CA en/text.html', 'x-default bilingual/text.html'];
  for (const path of ['en/text.html', 'fr/texte.html', 'bilingual/text.html']) expect(named.get(path)).toEqual(text);
  const contents = ['fr-CA fr/index.html', 'en-CA en/index.html', 'x-default index.html'];
  for (const path of ['en/index.html', 'fr/index.html', 'index.html']) expect(named.get(path)).toEqual(contents);
  expect(named.get('en/help.html')?.at(-1)).toBe('x-default fr/help.html');
  for (const [path, others] of named) {
    for (const other of others) expect(named.get(other.split(' ')[1] ?? ''), `${path} names ${other}`).toEqual(others);
  }
  const map = new TextDecoder().decode(held.files.find(({ path }) => path === 'sitemap.xml')?.bytes);
  const mapped = [...map.matchAll(/<url><loc>([^<]*)<\/loc>(.*?)<\/url>/g)].map(
    ([, loc = '', rest = '']): [string, string[]] => [
      loc.replace(site, ''),
      [...rest.matchAll(/hreflang="([^"]*)" href="([^"]*)"/g)].map(
        ([, tag, href = '']) => `${tag} ${href.replace(site, '')}`,
      ),
    ],
  );
  expect(mapped.length).toBeGreaterThan(15);
  expect(new Set(mapped.map(([path]) => path)).size).toBe(mapped.length);
  for (const [path, others] of mapped) expect(others, path).toEqual(named.get(path));
  const own = [...named.keys()].filter((path) => !/^404|\/(?:search|changes|help)\./.test(path));
  expect(mapped.map(([path]) => path).sort()).toEqual(own.sort());
});

test('words of a note are found in the notes, under the name of their page', () => {
  const file = held.files.find(({ path }) => path === 'assets/search-en.js');
  const window: { diptychSearch?: { sections: readonly (readonly string[])[] } } = {};
  new Function('window', new TextDecoder().decode(file?.bytes))(window);
  const notes = window.diptychSearch?.sections.filter(([href]) => href?.endsWith('#fn-notes')) ?? [];
  const page = pageAt(held.files, 'en/text.html');
  expect(page).toContain('id="fn-notes"');
  const [, title, heading, text = ''] = notes.find(([href]) => href === 'text.html#fn-notes') ?? [];
  expect([title, heading]).toEqual(['Text', 'Notes']);
  expect(text.length).toBeGreaterThan(5);
});

test('without a page in both languages, the one that stands first is for all other readers', () => {
  const budget = pageAt(specimenSite({ url: 'https://example.org/border' }), 'fr/budget.html');
  expect(budget).toMatch(/hreflang="x-default" href="https:\/\/example\.org\/border\/(en|fr)\/budget\.html"/);
});

test('a page can be shared by e-mail whether or not its address is stated', () => {
  const shareOf = (html: string): string | undefined => /<a href="(mailto:\?[^"]*"[^>]*)>/.exec(html)?.[1];
  const placed = shareOf(pageAt(specimenSite({ url: 'https://example.org/border' }), 'en/budget.html'));
  expect(placed).toContain(encodeURIComponent('https://example.org/border/en/budget.html'));
  expect(placed).not.toContain('data-address-open');
  const open = shareOf(pageAt(specimenSite(), 'en/budget.html'));
  expect(open).toMatch(/^mailto:\?subject=[^&]+&amp;body=[^"]+%0A" data-address-open$/);
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
