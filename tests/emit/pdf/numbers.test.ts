import { expect, test } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { type EditionId, type OutputFile, pdfStandards } from '../../../pipeline/model/index.ts';
import { readPdf } from '../../helpers/pdf.ts';
import { squeezed } from '../../helpers/pdf-roles.ts';
import { xmpOf } from '../../helpers/pdf-standard.ts';
import { markedText } from '../../helpers/pdf-tree.ts';
import { edit, newPublication } from '../../helpers/publication.ts';

const own: Readonly<Partial<Record<EditionId, string>>> = {
  en: '978-0-306-40615-7',
  fr: '978-3-16-148410-0',
  facing: '978-1-4028-9462-6',
};
const editions = ['en', 'fr', 'columns', 'facing'] as const;

/** What a file says by which number it is found, and the numbers that its colophon has as its own. */
function numbersIn({ bytes }: OutputFile): { found: string | undefined; printed: string[] } {
  const pdf = readPdf(bytes);
  const { xmp } = xmpOf(pdf);
  const text = squeezed([...markedText(pdf).values()].join(''));
  return {
    found: /<dc:identifier>([^<]*)</.exec(xmp)?.[1],
    printed: [...new Set([...text.matchAll(/([\d-]{17})\(PDF\)/g)].map(([, number = '']) => number))],
  };
}

test.each(pdfStandards)('a PDF states its own ISBN, and none where it has none: %s', async (pdfStandard) => {
  const dir = newPublication();
  const written = Object.entries(own).map(([edition, isbn]) => `  ${edition}: {pdf: {isbn: ${isbn}}}\n`);
  edit(dir, 'source/publication.yaml', ['publisher:', `identifiers:\n${written.join('')}publisher:`]);
  const { files } = await build(dir, { formats: ['pdf'], editions, to: 'memory', pdfStandard });
  expect(files.map(({ edition }) => edition)).toEqual([...editions]);
  for (const file of files) {
    const isbn = own[file.edition as EditionId];
    expect([file.path, numbersIn(file)]).toEqual([file.path, { found: isbn, printed: isbn ? [isbn] : [] }]);
  }
});
