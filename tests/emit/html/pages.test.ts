import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emitEntry, emitHtml } from '../../../pipeline/emit/html/index.ts';
import { checkHtml } from '../../helpers/html.ts';
import { templates } from '../../helpers/templates.ts';
import { emitOptions, pageAt, pagesOf, specimenSite } from './site.ts';
import { specimen } from './specimen.ts';

const files = specimenSite();
const pages = pagesOf(files);

test('a page for each document and language, contents, search, changes and help for each, an entry page, one for what is missing', () => {
  const paths = pages.map(({ path }) => path).sort();
  const names = ['budget', 'changes', 'glossary', 'help', 'index', 'overview', 'search'];
  const expected = ['en', 'fr'].flatMap((language) => names.map((name) => `${language}/${name}.html`));
  expect(paths).toEqual(['404.html', ...expected, 'index.html'].sort());
});

describe.each(pages)('$path', ({ path, html }) => {
  test('is valid HTML', async () => {
    expect(await checkHtml(html)).toEqual([]);
  });

  test('has one h1, one main, its policy, and neither script nor style inside', () => {
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html.match(/<main[ >]/g)).toHaveLength(1);
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'self'">`);
    expect(html).not.toMatch(/<style|\sstyle=|<script(?! src=| type="application\/ld\+json">)|\son[a-z]+=/);
  });

  test('leads only to what is there', () => {
    const broken = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)]
      .map((match) => (match[1] ?? '').replaceAll('&#x26;', '&').replaceAll('&amp;', '&'))
      .filter((address) => !/^(https?|mailto):/.test(address))
      .filter((address) => !resolves(path, address));
    expect(broken).toEqual([]);
  });

  test('asks for nothing from elsewhere', () => {
    expect(html).not.toMatch(/<(?:img|script|link|source|iframe)[^>]+(?:src|href)="(?:https?:)?\/\//);
  });
});

function resolves(from: string, address: string): boolean {
  const [goal = '', anchor] = address.split('#');
  const path = goal === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(goal));
  const file = files.find((candidate) => candidate.path === path);
  if (!file) return false;
  return anchor === undefined || new TextDecoder().decode(file.bytes).includes(` id="${anchor}"`);
}

test('ids of a page are unique, and those of the text are the same in both languages', () => {
  const idsOf = (html: string): string[] => [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');
  for (const { html } of pages) expect(new Set(idsOf(html)).size).toBe(idsOf(html).length);
  for (const name of ['overview', 'budget', 'glossary', 'index']) {
    expect(idsOf(pageAt(files, `fr/${name}.html`))).toEqual(idsOf(pageAt(files, `en/${name}.html`)));
  }
});

test('French and English pages have the same elements in the same order', () => {
  const tagsOf = (html: string): string[] => [...html.matchAll(/<\/?([a-z][a-z0-9]*)/g)].map((match) => match[0]);
  // The two words of the toggle change places: the page's own is no link.
  const shape = (html: string): string[] => tagsOf(html.replace(/<nav class="toggle"[\s\S]*?<\/nav>/, ''));
  for (const name of ['overview', 'budget', 'glossary', 'index']) {
    expect(shape(pageAt(files, `fr/${name}.html`))).toEqual(shape(pageAt(files, `en/${name}.html`)));
  }
});

test('the toggle leads to the same page of the other edition, in that language', () => {
  expect(pageAt(files, 'en/budget.html')).toContain(
    '<a lang="fr-CA" hreflang="fr-CA" href="../fr/budget.html" data-same-block><span class="long">Français</span><span class="short">FR</span></a>',
  );
  expect(pageAt(files, 'fr/budget.html')).toContain(
    '<a lang="en-CA" hreflang="en-CA" href="../en/budget.html" data-same-block><span class="long">English</span><span class="short">EN</span></a>',
  );
});

test('without script, every heading leads to itself in the other language', () => {
  const html = pageAt(files, 'en/overview.html');
  for (const id of ['commitments', 'asked', 'format']) {
    expect(html).toMatch(new RegExp(`<noscript><a lang="fr-CA" hreflang="fr-CA" href="../fr/overview.html#${id}"`));
  }
});

test('addresses of its own only where the publication states where it will stand', () => {
  expect(pageAt(files, 'en/budget.html')).not.toMatch(/rel="(canonical|alternate)"/);
  const placed = specimenSite({ url: 'https://example.org/border' });
  const html = pageAt(placed, 'fr/budget.html');
  expect(html).toContain('<link rel="canonical" href="https://example.org/border/fr/budget.html">');
  expect(html).toContain('<link rel="alternate" hreflang="en-CA" href="https://example.org/border/en/budget.html">');
  expect(html).toContain('<link rel="alternate" hreflang="fr-CA" href="https://example.org/border/fr/budget.html">');
  expect(pageAt(placed, '404.html')).toContain('href="/border/assets/style.css"');
});

test('the entry page states format and size in each language', () => {
  const html = pageAt(files, 'index.html');
  expect(html).toContain('PDF, 245\u00a0kB');
  expect(html).toContain('PDF, 245\u00a0ko');
});

test('formats that are not made are not offered', () => {
  const [page] = emitHtml([specimen('en')], templates(), { ...emitOptions, formats: ['html', 'epub'] }).value;
  const html = new TextDecoder().decode(page?.bytes);
  expect(html).toContain('sample-en.epub');
  expect(html).not.toContain('sample-en.pdf');
});

test('an edition alone has no toggle, and its entry page one leaf', () => {
  const alone = [
    ...emitHtml([specimen('fr')], templates(), emitOptions).value,
    ...emitEntry([specimen('fr')], templates(), { ...emitOptions, downloads: [] }),
  ];
  expect(pageAt(alone, 'fr/overview.html')).not.toMatch(/class="toggle"|<noscript>/);
  expect(pageAt(alone, 'index.html').match(/<p class="read">/g)).toHaveLength(1);
});

test('what an author writes cannot become markup of the page', () => {
  const edition = { ...specimen('en'), title: '<script>alert(1)</script>"', notices: '<b>x</b>' };
  for (const { html } of pagesOf(emitHtml([edition], templates(), emitOptions).value)) {
    expect(html).not.toMatch(/<script>|<b>x/);
  }
});

test('the same editions give the same bytes', () => {
  const hashes = (made: typeof files): string[] =>
    made.map(({ path, bytes }) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`);
  expect(hashes(specimenSite())).toEqual(hashes(files));
});

test('a document named index does not take the place of the contents', () => {
  const edition = specimen('en');
  const documents = edition.documents.map((document) =>
    document.id === 'budget' ? { ...document, slug: 'index' } : document,
  );
  const paths = emitHtml([{ ...edition, documents }], templates(), emitOptions).value.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});

test('every face and picture that the style sheet and pages name is there', () => {
  const style = new TextDecoder().decode(files.find(({ path }) => path === 'assets/style.css')?.bytes);
  const named = [...style.matchAll(/url\("([^"]+)"\)/g)].map((match) => `assets/${match[1]}`);
  expect(named.length).toBeGreaterThan(0);
  const paths = new Set(files.map(({ path }) => path));
  expect(named.filter((path) => !paths.has(path))).toEqual([]);
  expect(style).not.toMatch(/@import|https?:/);
});

test('nothing that is styled by itself has the class of an admonition’s kind: it would be hidden or moved with it', () => {
  const style = files.find(({ path }) => path.endsWith('style.css'));
  const css = new TextDecoder().decode(style?.bytes);
  expect(css.match(/(?<!\.admonition)\.(?:note|tip|important|warning|caution)(?![\w-])[^{]*/g) ?? []).toEqual([]);
});
