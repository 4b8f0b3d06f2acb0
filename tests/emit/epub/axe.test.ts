import { pathToFileURL } from 'node:url';
import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { emitEpub } from '../../../pipeline/emit/epub/index.ts';
import type { PageStart } from '../../../pipeline/layout/index.ts';
import type { Edition } from '../../../pipeline/model/index.ts';
import { auditPage, openBrowser, sidewaysScroll, writeFiles } from '../../helpers/browser.ts';
import { readBook } from '../../helpers/epub.ts';
import { folderOf } from '../../helpers/publication.ts';
import { fullEdition, options, shipped } from './sample.ts';

/** They ask of a page what a chapter of a book, framed by its reader, does not have. */
const forSites = /^(landmark-one-main|page-has-heading-one|region):/;

/** A page of print begins with each heading, and within each paragraph. */
function pagesIn({ documents }: Edition): PageStart[] {
  const pages: PageStart[] = [{ label: 'ii', part: 'contents' }];
  for (const { id, tree } of documents) {
    visit(tree, (node) => {
      if (node.type !== 'heading' && node.type !== 'paragraph') return;
      const [first] = node.children;
      const at = node.type === 'paragraph' ? 4 : 0;
      if (first?.type === 'text') {
        pages.push({ label: String(pages.length), part: 'text', document: id, place: { node: first, at } });
      }
    });
  }
  return [...pages, { label: String(pages.length), part: 'colophon' }];
}

it('gives axe-core nothing to say, and a phone nothing to scroll sideways', async (context) => {
  const browser = await openBrowser();
  if (!browser) return context.skip();
  const edition = fullEdition('fr');
  const { value } = await emitEpub(edition, shipped, { ...options, pages: pagesIn(edition) });
  const book = readBook(value[0]?.bytes ?? new Uint8Array());
  const files = writeFiles(
    book.names.map((path) => ({ path, format: 'epub', languages: [], bytes: book.bytes(path) })),
  );
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
    const findings: string[] = [];
    expect(book.spine.filter((path) => book.text(path).includes('doc-pagebreak')).length).toBeGreaterThan(3);
    for (const path of book.spine) {
      await page.goto(pathToFileURL(`${files.dir}/${path}`).href);
      const found = (await auditPage(page)).filter((finding) => !forSites.test(finding));
      findings.push(...found.map((finding) => `${path}: ${finding}`));
      if ((await sidewaysScroll(page)) > 0) findings.push(`${path}: wider than the screen`);
    }
    expect(findings).toEqual([]);
  } finally {
    files.remove();
    await browser.close();
  }
});

/** Words of tables that stand on two lines: cut, since no hyphen parts them here. */
const brokenWords = `(() => {
  const broken = [];
  for (const cell of document.querySelectorAll('th, td')) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const { 0: word, index } of texts.currentNode.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
      }
    }
  }
  return broken;
})()`;

it('keeps the words of tables whole on a phone, and their columns on it', async (context) => {
  const browser = await openBrowser();
  if (!browser) return context.skip();
  const { files } = await build(new URL('../../../', import.meta.url).pathname, { formats: ['epub'], to: 'memory' });
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  try {
    const findings: string[] = [];
    for (const { path, bytes } of files) {
      const book = readBook(bytes);
      const written = writeFiles(
        book.names.map((name) => ({ path: name, format: 'epub', languages: [], bytes: book.bytes(name) })),
      );
      for (const name of book.spine.filter((each) => book.text(each).includes('<table'))) {
        await page.goto(pathToFileURL(`${written.dir}/${name}`).href);
        const broken = (await page.evaluate(brokenWords)) as string[];
        findings.push(...broken.map((word) => `${path} ${name}: ${word}`));
        if ((await sidewaysScroll(page)) > 0) findings.push(`${path} ${name}: wider than the screen`);
      }
      written.remove();
    }
    expect(findings).toEqual([]);
  } finally {
    await browser.close();
  }
});

const wideFormula = '$$\na + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r + s + t + u + v = w\n$$';

it('lets a formula scroll that is wider than a phone, by keyboard too', async (context) => {
  const browser = await openBrowser();
  if (!browser) return context.skip();
  const settings = 'id: wide\ntitle: {en: Wide, fr: Large}\nlanguages: [en-CA, fr-CA]\ndate: 2024-05-01\n';
  const named = `::::math{#eq-wide alt-en="Letters" alt-fr="Des lettres"}\n${wideFormula}\n::::`;
  const dir = folderOf({
    'source/publication.yaml': settings,
    'source/wide.md': `# :en[Wide]:fr[Large] {#wide}\n\n${wideFormula}\n\n${named}\n`,
  });
  const { files } = await build(dir, { formats: ['epub'], editions: ['fr'], to: 'memory' });
  const book = readBook(files[0]?.bytes ?? new Uint8Array());
  const written = writeFiles(
    book.names.map((path) => ({ path, format: 'epub', languages: [], bytes: book.bytes(path) })),
  );
  try {
    const page = await browser.newPage({ viewport: { width: 375, height: 640 } });
    await page.goto(pathToFileURL(`${written.dir}/OEBPS/01-wide.xhtml`).href);
    expect(await sidewaysScroll(page)).toBe(0);
    for (const index of [0, 1]) {
      await page.keyboard.press('Tab');
      const box = `document.querySelectorAll('.formula')[${index}]`;
      expect(await page.evaluate(`document.activeElement === ${box}`)).toBe(true);
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => page.evaluate(`${box}.scrollLeft`)).toBeGreaterThan(0);
      expect(await page.evaluate(`${box}.scrollHeight - ${box}.clientHeight`)).toBe(0);
    }
    expect((await auditPage(page)).filter((finding) => finding.includes('.formula'))).toEqual([]);
  } finally {
    written.remove();
    await browser.close();
  }
});
