import { expect, test } from 'vitest';
import { parseDocument } from '../../../pipeline/read/index.ts';
import { sampleEdition } from '../../helpers/edition.ts';
import { documentHtml } from './html.ts';

function htmlOf(source: string, flavour: 'html' | 'epub' = 'html'): string {
  const edition = sampleEdition('en', { source: '# One' });
  const [document] = edition.documents;
  if (!document) throw new Error('No document');
  return documentHtml({ ...document, tree: parseDocument(source, 'a.md').value }, edition, flavour);
}

test('a formula in a line is MathML, and its TeX says it', () => {
  const html = htmlOf('The share $$\\frac{1}{2}$$ is half.');
  expect(html).toContain(
    '<math display="inline" alttext="\\frac{1}{2}"><mfrac><mn>1</mn><mn>2</mn></mfrac></math> is half.',
  );
});

test('a display formula brings neither style nor id, and has its namespace in a book', () => {
  const source = '$$\n\\begin{aligned}a &= b \\label{x} \\tag{1}\\end{aligned}\n$$';
  expect(htmlOf(source)).toMatch(/<math display="block"/);
  expect(htmlOf(source)).not.toMatch(/ style=| id="x"/);
  expect(htmlOf(source, 'epub')).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"');
});

test('TeX that is not valid is code', () => {
  expect(htmlOf('A $$\\nothing$$ here.')).toContain('A <code translate="no">\\nothing</code> here.');
});

test('money is text', () => {
  expect(htmlOf('US$4.8 billion (C$7.7 billion), $5 and $6.')).not.toContain('<math');
});
