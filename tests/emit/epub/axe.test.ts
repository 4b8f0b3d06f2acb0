import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { emitEpub } from '../../../pipeline/emit/epub/index.ts';
import { auditPage, openBrowser, sidewaysScroll, writeFiles } from '../../helpers/browser.ts';
import { readBook } from '../../helpers/epub.ts';
import { fullEdition, options, shipped } from './sample.ts';

/** They ask of a page what a chapter of a book, framed by its reader, does not have. */
const forSites = /^(landmark-one-main|page-has-heading-one|region):/;

it('gives axe-core nothing to say, and a phone nothing to scroll sideways', async (context) => {
  const browser = await openBrowser();
  if (!browser) return context.skip();
  const { value } = await emitEpub(fullEdition('fr'), shipped, options);
  const book = readBook(value[0]?.bytes ?? new Uint8Array());
  const files = writeFiles(
    book.names.map((path) => ({ path, format: 'epub', languages: [], bytes: book.bytes(path) })),
  );
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
    const findings: string[] = [];
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
