import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sampleEdition } from '../../helpers/edition.ts';
import { documentHtml } from './html.ts';

const folder = fileURLToPath(new URL('../../fixtures/markup/', import.meta.url));
const cases = readdirSync(folder);

test('there are cases', () => expect(cases).toContain('plain'));

test.each(cases)('%s gives the page and the book that stand beside it', (name) => {
  const read = (file: string): string => readFileSync(`${folder}${name}/${file}`, 'utf8');
  const edition = sampleEdition('en', { source: read('source.md') });
  const [document] = edition.documents;
  if (!document) throw new Error('No document');
  expect(documentHtml(document, edition, 'html')).toBe(read('expected.html'));
  expect(documentHtml(document, edition, 'epub')).toBe(read('expected.epub.html'));
});
