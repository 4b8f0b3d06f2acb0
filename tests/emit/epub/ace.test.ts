import { expect, it } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { packageEpub } from '../../../pipeline/emit/epub/index.ts';
import { type Audit, auditBooks } from '../../helpers/ace.ts';
import { readBook } from '../../helpers/epub.ts';
import { chapter, smallPublication } from './publication.ts';

const specimen = new URL('../../publications/specimen', import.meta.url).pathname;

it('gives Ace nothing to report in the books of the specimen, and a good deal to look at', async (context) => {
  const { files } = await build(specimen, { formats: ['epub'], to: 'memory' });
  expect(files.map(({ edition }) => edition).sort()).toEqual(['columns', 'en', 'fr']);
  const audits = await auditBooks(
    files.map(({ bytes }) => bytes),
    context,
  );
  for (const [index, { path, bytes }] of files.entries()) {
    const audit = audits[index] as Audit;
    const pages = readBook(bytes).spine.map((page) => page.replace('OEBPS/', ''));
    expect([path, audit.violations]).toEqual([path, []]);
    expect([...new Set(audit.looked)].sort()).toEqual([...pages, 'content.opf'].sort());
    expect(audit).toMatchObject({ hasFormulae: true, hasPages: true });
    expect(audit.stated).toContain('schema:accessibilitySummary');
  }
});

it('is told by Ace what is wrong in a book that is', async (context) => {
  const small = smallPublication();
  const { accessibility } = small.metadata;
  const faulty = [
    smallPublication({ chapters: [chapter('one', '<h1>One</h1><p><img src="x.png"/></p>')] }),
    smallPublication({ metadata: { ...small.metadata, accessibility: { ...accessibility, hazards: [] } } }),
    smallPublication({ chapters: [chapter('one', '<h1>One</h1><nav epub:type="toc"><ol><li>x</li></ol></nav>')] }),
  ];
  const audits = await auditBooks(await Promise.all(faulty.map(packageEpub)), context);
  const found = audits.map(({ violations }) => violations.join('\n'));
  expect(found).toEqual([
    expect.stringContaining('one.xhtml: critical image-alt'),
    expect.stringContaining('metadata-accessibilityhazard'),
    expect.stringContaining('epub-type-has-matching-role'),
  ]);
});
