import { describe, expect, it } from 'vitest';
import { packageEpub } from '../../../pipeline/emit/epub/index.ts';
import { bookFaults } from '../../helpers/book-faults.ts';
import { readBook } from '../../helpers/epub.ts';
import { nestingFaults } from '../../helpers/nesting.ts';
import { parseXml } from '../../helpers/xml.ts';
import { chapter, smallPublication } from './publication.ts';

describe('the checks of our own', () => {
  it.each([
    ['<ol><p>x</p></ol>', 'not allowed here'],
    ['<p><div>x</div></p>', 'block in <p>'],
    ['<p><em><ul><li>x</li></ul></em></p>', 'block in'],
    ['<ul>words<li>x</li></ul>', 'words directly in <ul>'],
    ['<div><li>x</li></div>', 'item outside a list'],
    ['<table><tr><td>x</td></tr></table>', 'not allowed here'],
    ['<a href="#x"><a href="#y">x</a></a>', 'link in a link'],
    ['<p><a>x</a></p>', 'link to nowhere'],
    ['<p role="banana">x</p>', 'unknown role'],
    ['<p role="doc-noteref">x</p>', 'role doc-noteref on'],
    ['<p><img src="x.png"/></p>', 'picture without alt'],
    ['<p lang="fr">x</p>', 'lang and xml:lang differ'],
    ['<p onclick="x()">x</p>', 'style or script of its own'],
  ])('see what is wrong with %s', (content, fault) => {
    expect(nestingFaults(parseXml(`<body>${content}</body>`)).join('\n')).toContain(fault);
  });

  it.each([
    ['<p id="a"/><p id="a"/>', 'stands twice'],
    ['<p id="1a"/>', 'no XML name'],
    ['<p><a href="#b">x</a></p>', 'leads nowhere'],
    ['<p><a href="two.xhtml">x</a></p>', 'leads nowhere'],
    ['<p><img src="x.png" alt=""/></p>', 'no file'],
    ['<section aria-labelledby="b"><p/></section>', 'aria-labelledby names no'],
  ])('see what is wrong in a book with %s', async (content, fault) => {
    const book = readBook(await packageEpub(smallPublication({ chapters: [chapter('one', content)] })));
    expect(bookFaults(book).join('\n')).toContain(fault);
  });

  it('find nothing in a book that is right', async () => {
    expect(bookFaults(readBook(await packageEpub(smallPublication())))).toEqual([]);
  });

  it.each([
    '<a>',
    '<a></b>',
    '<a b="<"/>',
    '<a b="1" b="2"/>',
    '<a>&x;</a>',
    '<a>&#0;</a>',
    '<a>]]></a>',
    '<a/><b/>',
    'a',
    '<a>\u0001</a>',
  ])('read XML strictly: %j', (source) => {
    expect(() => parseXml(source)).toThrow();
  });
});
