import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { assembleBilingual } from '../../pipeline/assemble/index.ts';
import { build } from '../../pipeline/index.ts';
import { layoutBilingual, layoutEdition, type Page } from '../../pipeline/layout/index.ts';
import { languages, type OutputFile } from '../../pipeline/model/index.ts';
import { sampleEdition, sampleSettings } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { askTool } from '../helpers/pdf-tools.ts';
import { edit, newPublication } from '../helpers/publication.ts';
import { strings } from '../helpers/strings.ts';
import { sampleTheme } from '../helpers/theme.ts';

const marks = { en: strings('en')['edition.draft.mark'] ?? '', fr: strings('fr')['edition.draft.mark'] ?? '' };
const notYet = { en: strings('en')['edition.draft.not-yet'] ?? '', fr: strings('fr')['edition.draft.not-yet'] ?? '' };

/** A publication with a broken link, a picture that is not there, and passages of one language alone. */
function unfinished(): string {
  const dir = newPublication();
  edit(dir, 'source/welcome.md', ['](borrowing.md)', '](nowhere.md)']);
  const rest = [
    ':::en{#lone}',
    '## A lone heading',
    'A lone passage, *in English*.',
    ':::',
    '![What the picture shows](none.png)',
    '- :fr[Un mot français]',
  ];
  edit(dir, 'source/welcome.md', ['## :en[What you will find]', `${rest.join('\n\n')}\n\n## :en[What you will find]`]);
  return dir;
}

const pages = (files: readonly OutputFile[]) =>
  files.filter(({ path }) => path.endsWith('.html')).map(({ path, bytes }) => ({ path, html: strFromU8(bytes) }));

function book(files: readonly OutputFile[], edition: 'en' | 'fr'): Record<string, string> {
  const epub = files.find((file) => file.format === 'epub' && file.edition === edition);
  const entries = Object.entries(unzipSync(epub?.bytes ?? new Uint8Array()));
  return Object.fromEntries(entries.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

describe('a draft', () => {
  test('is made in spite of errors, and says what it is in its manifest and on every page of every format', async () => {
    const dir = unfinished();
    expect((await build(dir)).outcome).toBe('refused');
    const result = await build(dir, { draft: true });
    expect([result.outcome, result.draft]).toEqual(['done', true]);
    expect(result.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    expect(JSON.parse(readFileSync(join(dir, 'dist/manifest.json'), 'utf8')).draft).toBe(true);

    const html = pages(result.files);
    expect(html.length).toBeGreaterThan(8);
    for (const { path, html: page } of html) {
      const both = !/^(?:en|fr)\//.test(path);
      const expected = both ? [marks.en, marks.fr] : [path.startsWith('fr/') ? marks.fr : marks.en];
      for (const mark of expected) {
        const told = /<strong>(.*?)<\/strong>/g;
        expect([path, [...page.matchAll(told)].some(([, words]) => words?.includes(mark))]).toEqual([path, true]);
        expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toContain(mark);
      }
      expect(page).toContain('<meta name="robots" content="noindex">');
    }
    for (const language of languages) {
      const files = book(result.files, language);
      const texts = Object.entries(files).filter(([path]) => path.endsWith('.xhtml'));
      expect(texts.length).toBeGreaterThan(5);
      for (const [path, text] of texts) {
        expect([path, text.includes(`<p class="draft">${marks[language]}`)]).toEqual([path, true]);
      }
      expect(files['OEBPS/content.opf']).toContain(`>${marks[language]} – `);
    }
  });

  test('has its mark on every page of the PDF, and in its title', async (context) => {
    const { files } = await build(unfinished(), { draft: true, formats: ['pdf'], to: 'memory' });
    for (const language of languages) {
      const pdf = files.find(({ edition }) => edition === language);
      const text = askTool('pdftotext', ['FILE', '-'], pdf?.bytes ?? new Uint8Array());
      const about = askTool('pdfinfo', ['FILE'], pdf?.bytes ?? new Uint8Array());
      if (!text || !about) return context.skip();
      const sheets = text.output.split('\f').slice(0, -1);
      expect(sheets.length).toBeGreaterThan(4);
      for (const sheet of sheets) expect(sheet).toContain(marks[language]);
      expect(about.output).toMatch(new RegExp(`Title: +${marks[language]} – `));
    }
  });

  test('shows the other language’s words where its own are missing, marked, with a note', async () => {
    const { files } = await build(unfinished(), { draft: true, formats: ['html', 'epub'], to: 'memory' });
    const page = (path: string): string => pages(files).find((each) => each.path === path)?.html ?? '';
    const french = page('fr/welcome.html');
    expect(french).toMatch(/<span lang="en-CA">A lone heading<\/span>/);
    expect(french).toMatch(
      /<p[^>]* lang="en-CA"[^>]*>A lone passage, <em>in English<\/em>\.(?:<noscript>.*?<\/noscript>)?<\/p>/,
    );
    expect(french.split(`>${notYet.fr}<`).length).toBe(2); // once for the heading and the passage
    expect(page('en/welcome.html')).toContain(`<span lang="fr-CA">Un mot français</span> [${notYet.en}]`);
    expect(page('en/welcome.html')).not.toContain(`>${notYet.en}<`);
    expect(Object.values(book(files, 'fr')).join('')).toContain(`<p class="not-yet">${notYet.fr}</p>`);
  });

  test('has the words of broken links as plain text, and of missing pictures what describes them', async () => {
    const { files } = await build(unfinished(), { draft: true, formats: ['html'], to: 'memory' });
    const page = pages(files).find(({ path }) => path === 'en/welcome.html')?.html ?? '';
    expect(page).toContain('What the picture shows');
    expect(page).not.toContain('none.png');
    expect(page).not.toContain('nowhere.md');
    expect(page).toMatch(/see\s+Borrowing\./);
  });

  test('marks what has no errors too; without it nothing is marked', async () => {
    const dir = newPublication();
    const draft = await build(dir, { draft: true, formats: ['html'], to: 'memory' });
    const plain = await build(dir, { formats: ['html'], to: 'memory' });
    expect(pages(draft.files).every(({ html }) => html.includes(marks.en) || html.includes(marks.fr))).toBe(true);
    for (const { html } of pages(plain.files)) expect(html).not.toMatch(/class="draft"|DRAFT|ÉBAUCHE|noindex/);
    await build(dir, { formats: ['html'] });
    expect(JSON.parse(readFileSync(join(dir, 'dist/manifest.json'), 'utf8'))).not.toHaveProperty('draft');
  });

  test('keeps documents of one name apart, and those called as an edition’s own pages', async () => {
    const dir = newPublication();
    const front = '---\nid: welcome\ntitle: {en: A second welcome, fr: Un second accueil}\n---\n';
    edit(dir, 'source/borrowing.md', ['---\n', `${front.slice(0, 17)}`]);
    const { files } = await build(dir, { draft: true, formats: ['html'], to: 'memory' });
    const paths = pages(files).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toEqual(expect.arrayContaining(['en/welcome.html', 'en/welcome-2.html']));
  });
});

test('a laid-out draft has its mark as an artifact on each page, and once as text', () => {
  const edition = { ...sampleEdition('fr', { one: `# Un\n\n${'Des mots. '.repeat(2000)}` }), draft: true };
  const { pages: sheets } = layoutEdition(edition, { fonts: fakeFonts() }).value;
  expect(sheets.length).toBeGreaterThan(4);
  for (const { fragments } of sheets) {
    const headers = fragments.filter(({ owner }) => 'artifact' in owner && owner.artifact === 'header');
    const texts = headers.map((each) => (each.kind === 'text' ? each.words.map(({ text }) => text).join(' ') : ''));
    expect(texts).toContain(marks.fr);
    const [left, right] = headers.map(({ x }) => x).sort((a, b) => a - b);
    if (headers.length > 1) expect((right ?? 0) - (left ?? 0)).toBeGreaterThan(50);
  }
  const spoken = (sheets[0]?.fragments ?? []).flatMap((each) =>
    each.kind === 'text' && !('artifact' in each.owner) ? each.words.map(({ text }) => text) : [],
  );
  expect(spoken).toContain(`${marks.fr}.`);
});

describe('the watermark of a draft', () => {
  const draft = (language: 'en' | 'fr', own?: string) => {
    const settings = { ...sampleSettings, ...(own && { pdf: { paper: 'letter' as const, theme: sampleTheme(own) } }) };
    const text = `# Un\n\n${'Des mots. '.repeat(2000)}`;
    return { ...sampleEdition(language, { one: text }, { settings }), draft: true };
  };
  const behind = (pages: readonly Page[]) =>
    pages.map(({ fragments }) =>
      fragments.filter(({ owner }) => 'artifact' in owner && owner.artifact === 'watermark'),
    );

  test.each(['en', 'fr'] as const)('stands before all else of each page in %s, inside the sheet', (language) => {
    const { pages: sheets } = layoutEdition(draft(language), { fonts: fakeFonts() }).value;
    for (const [index, [mark, more]] of behind(sheets).entries()) {
      const { fragments, width, height } = sheets[index] as Page;
      expect(more).toBeUndefined();
      expect(fragments[0]).toBe(mark);
      if (mark?.kind !== 'text') throw new Error('No watermark');
      expect(mark.words.map(({ text }) => text)).toEqual([marks[language]]);
      const turn = mark.turn ?? 0;
      expect(turn).toBeGreaterThan(Math.PI / 6);
      const long = (fakeFonts()(mark.face).width(marks[language]) * mark.size) / 1000;
      const end = [mark.x + long * Math.cos(turn), mark.baseline - long * Math.sin(turn)] as const;
      expect([mark.x, mark.baseline, ...end].every((at) => at > 36)).toBe(true);
      expect(end[0]).toBeLessThan(width - 36);
      expect(mark.baseline).toBeLessThan(height - 36);
    }
  });

  test('says it in both languages on pages of two columns, as large as elsewhere', () => {
    const editions = { en: draft('en'), fr: draft('fr') };
    const { pages } = layoutBilingual(assembleBilingual(editions, 'columns'), { fonts: fakeFonts() }).value;
    expect(pages.length).toBeGreaterThan(2);
    for (const [mark] of behind(pages)) {
      if (mark?.kind !== 'text') throw new Error('No watermark');
      expect(mark.words.map(({ text }) => text)).toEqual([marks.en, marks.fr]);
      expect(mark.size).toBeGreaterThan(50);
    }
  });

  test('is not there where the theme wants none, nor in what is no draft', () => {
    const without = layoutEdition(draft('en', 'watermark: false'), { fonts: fakeFonts() }).value.pages;
    const { draft: _, ...finished } = draft('en');
    const plain = layoutEdition(finished, { fonts: fakeFonts() }).value.pages;
    for (const marks of [...behind(without), ...behind(plain)]) expect(marks).toEqual([]);
  });
});
