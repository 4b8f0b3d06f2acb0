import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { phrasingToHast } from '../../../pipeline/emit/markup/index.ts';
import type { Asset, Edition } from '../../../pipeline/model/index.ts';
import { sampleEdition } from '../../helpers/edition.ts';
import { documentHtml, plainOptions } from './html.ts';

const asset: Asset = { path: 'a.png', mediaType: 'image/png', bytes: new Uint8Array(1), width: 640, height: 480 };
const edition: Edition = sampleEdition('fr', { one: '# Un' }, { assets: new Map([['a.png', asset]]) });

type Blocks = Root['children'];
const text = (value: string) => ({ type: 'text', value }) as const;
const paragraph = (value: string) => ({ type: 'paragraph' as const, children: [text(value)] });
const image = (alt: string) => ({ type: 'image' as const, url: 'x', alt, data: { asset: 'a.png' } });
const table = {
  type: 'table' as const,
  align: [null, 'right' as const],
  data: { rowHeaders: true },
  children: [
    { type: 'tableRow' as const, children: [cell(''), cell('Somme')] },
    { type: 'tableRow' as const, children: [cell('Total'), cell('7')] },
  ],
};

const sevenHeads = `\n<thead>\n<tr>\n${[...'abcdefg'].map((name) => `<th scope="col" class="short">${name}</th>\n`).join('')}</tr>\n</thead>\n`;

function cell(value: string) {
  return { type: 'tableCell' as const, children: value ? [text(value)] : [] };
}

function spanning(value: string, data: { colSpan?: number; rowSpan?: number }) {
  return { ...cell(value), data };
}

function html(children: Blocks, flavour: 'html' | 'epub' = 'html'): string {
  const [document] = edition.documents;
  if (!document) throw new Error('No document');
  return documentHtml({ ...document, tree: { type: 'root', children }, notes: [] }, edition, flavour).trim();
}

const cases: Record<string, { nodes: Blocks; html: string; epub: string }> = {
  'a figure has its caption below': {
    nodes: [
      {
        type: 'figure',
        kind: 'figure',
        data: { id: 'fig-x' },
        children: [
          { type: 'caption', children: [{ type: 'label', children: [text('Figure 1.')] }, text(' Carte')] },
          { type: 'paragraph', children: [image('Une carte')] },
        ],
      },
    ],
    html: '<figure class="figure-figure" id="fig-x">\n<img src="asset:a.png" alt="Une carte" width="640" height="480">\n<figcaption><span class="label">Figure 1.</span> Carte</figcaption>\n</figure>',
    epub: '<figure class="figure-figure" id="fig-x">\n<img src="asset:a.png" alt="Une carte" width="640" height="480">\n<figcaption><span class="label">Figure 1.</span> Carte</figcaption>\n</figure>',
  },
  'a decorative picture has empty words': {
    nodes: [{ type: 'figure', kind: 'figure', children: [image('')] }],
    html: '<figure class="figure-figure">\n<img src="asset:a.png" alt="" width="640" height="480">\n</figure>',
    epub: '<figure class="figure-figure">\n<img src="asset:a.png" alt="" width="640" height="480">\n</figure>',
  },
  'a captioned table is named by its caption, its rows by their first cells': {
    nodes: [
      {
        type: 'figure',
        kind: 'table',
        data: { id: 'tab' },
        children: [{ type: 'caption', children: [text('Budget')] }, table],
      },
    ],
    html: '<section class="table-scroll" tabindex="0" aria-label="Budget" id="tab"><table><caption><span>Budget</span></caption>\n<thead>\n<tr>\n<td></td>\n<th scope="col" class="align-right short">Somme</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<th scope="row" class="short">Total</th>\n<td class="align-right short">7</td>\n</tr>\n</tbody>\n</table></section>',
    epub: '<table id="tab"><caption><span>Budget</span></caption>\n<thead>\n<tr>\n<td></td>\n<th scope="col" class="align-right short">Somme</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<th scope="row" class="short">Total</th>\n<td class="align-right short">7</td>\n</tr>\n</tbody>\n</table>',
  },
  'cells cover several columns and rows, under a head of two rows': {
    nodes: [
      {
        type: 'table',
        align: [null, 'right', 'right'],
        data: { headRows: 2, rowHeaders: true },
        children: [
          { type: 'tableRow', children: [spanning('Bureau', { rowSpan: 2 }), spanning('Dossiers', { colSpan: 2 })] },
          { type: 'tableRow', children: [cell('2023'), cell('2024')] },
          { type: 'tableRow', children: [spanning('Nord', { rowSpan: 2 }), cell('1'), cell('2')] },
          { type: 'tableRow', children: [spanning('peu', { colSpan: 2 })] },
        ],
      },
    ],
    html: '<section class="table-scroll" tabindex="0" aria-label="Tableau\u00a0: Bureau, Dossiers, 2023, 2024"><table>\n<thead>\n<tr>\n<th scope="col" class="short" rowspan="2">Bureau</th>\n<th scope="col" class="align-right spanning short" colspan="2">Dossiers</th>\n</tr>\n<tr>\n<th scope="col" class="align-right short">2023</th>\n<th scope="col" class="align-right short">2024</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<th scope="row" class="short" rowspan="2">Nord</th>\n<td class="align-right short">1</td>\n<td class="align-right short">2</td>\n</tr>\n<tr>\n<td class="align-right short" colspan="2">peu</td>\n</tr>\n</tbody>\n</table></section>',
    epub: '<table>\n<thead>\n<tr>\n<th scope="col" class="short" rowspan="2">Bureau</th>\n<th scope="col" class="align-right spanning short" colspan="2">Dossiers</th>\n</tr>\n<tr>\n<th scope="col" class="align-right short">2023</th>\n<th scope="col" class="align-right short">2024</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<th scope="row" class="short" rowspan="2">Nord</th>\n<td class="align-right short">1</td>\n<td class="align-right short">2</td>\n</tr>\n<tr>\n<td class="align-right short" colspan="2">peu</td>\n</tr>\n</tbody>\n</table>',
  },
  'a table of more columns than a book’s page holds scrolls there too': {
    nodes: [{ type: 'table', children: [{ type: 'tableRow', children: [...'abcdefg'].map(cell) }] }],
    html: `<section class="table-scroll" tabindex="0" aria-label="Tableau\u00a0: a, b, c, d, e, f, g"><table>${sevenHeads}</table></section>`,
    epub: `<section class="table-scroll" tabindex="0" aria-label="Tableau\u00a0: a, b, c, d, e, f, g"><table>${sevenHeads}</table></section>`,
  },
  'an admonition is a note named by its title': {
    nodes: [
      {
        type: 'admonition',
        kind: 'tip',
        children: [{ ...paragraph('Conseil'), data: { role: 'admonition-title' } }, paragraph('Lisez.')],
      },
    ],
    html: '<div class="admonition tip" role="note" aria-label="Conseil">\n<p class="admonition-title">Conseil</p>\n<p>Lisez.</p>\n</div>',
    epub: '<div class="admonition tip" role="note" aria-label="Conseil">\n<p class="admonition-title">Conseil</p>\n<p>Lisez.</p>\n</div>',
  },
  'an aside is no landmark': {
    nodes: [{ type: 'aside', children: [paragraph('x')] }],
    html: '<aside role="note">\n<p>x</p>\n</aside>',
    epub: '<aside role="note" epub:type="sidebar">\n<p>x</p>\n</aside>',
  },
  'a language that is written from the right says so, unless its tag names another script': {
    nodes: [
      { ...paragraph('x'), data: { lang: 'ar' } },
      { ...paragraph('y'), data: { lang: 'ku-Arab' } },
      { ...paragraph('z'), data: { lang: 'ur-Latn' } },
    ],
    html: '<p lang="ar" dir="rtl">x</p>\n<p lang="ku-Arab" dir="rtl">y</p>\n<p lang="ur-Latn">z</p>',
    epub: '<p lang="ar" xml:lang="ar" dir="rtl">x</p>\n<p lang="ku-Arab" xml:lang="ku-Arab" dir="rtl">y</p>\n<p lang="ur-Latn" xml:lang="ur-Latn">z</p>',
  },
  'a group carries the id of its blocks, a block its language': {
    nodes: [
      { type: 'group', data: { id: 'pair' }, children: [{ ...paragraph('x'), data: { lang: 'la' } }, paragraph('y')] },
    ],
    html: '<div id="pair">\n<p lang="la">x</p>\n<p>y</p>\n</div>',
    epub: '<div id="pair">\n<p lang="la" xml:lang="la">x</p>\n<p>y</p>\n</div>',
  },
  'a glossary has its roles': {
    nodes: [
      {
        type: 'definitionList',
        data: { role: 'glossary' },
        children: [
          { type: 'definitionTerm', data: { id: 'term-x' }, children: [text('x')] },
          { type: 'definitionDescription', children: [{ ...paragraph('e'), data: { role: 'glossary-equivalent' } }] },
        ],
      },
    ],
    html: '<section class="glossary" role="doc-glossary" aria-label="Glossaire"><dl>\n<dt><dfn id="term-x">x</dfn></dt>\n<dd>\n<p class="equivalent">e</p>\n</dd>\n</dl></section>',
    epub: '<section class="glossary" role="doc-glossary" aria-label="Glossaire" epub:type="glossary"><dl>\n<dt epub:type="glossterm"><dfn id="term-x">x</dfn></dt>\n<dd epub:type="glossdef">\n<p class="equivalent">e</p>\n</dd>\n</dl></section>',
  },
  'terms, acronyms and links to places': {
    nodes: [
      {
        type: 'paragraph',
        children: [
          {
            type: 'term',
            concept: 'x',
            data: { target: { document: 'glossary', id: 'term-x' } },
            children: [text('x')],
          },
          { type: 'term', concept: 'x', children: [text('y')] },
          { type: 'abbreviation', expansion: 'Gendarmerie royale', children: [text('GRC')] },
          {
            type: 'link',
            url: 'b.md',
            data: { target: { document: 'b' }, otherLanguage: 'en', lang: 'en-CA' },
            children: [text('English')],
          },
        ],
      },
    ],
    html: '<p><a class="term" href="here:glossary#term-x" role="doc-glossref">x</a>y<abbr title="Gendarmerie royale">GRC</abbr><a href="en:b" hreflang="en-CA" lang="en-CA">English</a></p>',
    epub: '<p><a class="term" href="here:glossary#term-x" role="doc-glossref" epub:type="glossref">x</a>y<abbr title="Gendarmerie royale">GRC</abbr><a href="en:b" hreflang="en-CA" lang="en-CA" xml:lang="en-CA">English</a></p>',
  },
  'a list of contents is a navigation landmark': {
    nodes: [
      {
        type: 'list',
        data: { role: 'contents' },
        children: [{ type: 'listItem', children: [paragraph('x')] }],
      },
    ],
    html: '<nav aria-label="Table des matières"><ul>\n<li>x</li>\n</ul></nav>',
    epub: '<nav aria-label="Table des matières" role="doc-toc" epub:type="toc"><ul>\n<li>x</li>\n</ul></nav>',
  },
};

test.each(Object.entries(cases))('%s', (_, { nodes, html: page, epub }) => {
  expect(html(structuredClone(nodes))).toBe(page);
  expect(html(structuredClone(nodes), 'epub')).toBe(epub);
});

test.each(['https://a.example/', 'ftp://a.example/', '//a.example/'])('%s leads elsewhere, and says so', (url) => {
  const options = { ...plainOptions(edition, 'html'), external: '_external' };
  const [made] = phrasingToHast([{ type: 'link', url, children: [text('x')] }], options);
  expect(made).toMatchObject({ properties: { href: url, className: ['external'], ariaDescribedBy: ['_external'] } });
});

test('tables without a caption have names of their own', () => {
  const names = [...html([table, structuredClone(table)]).matchAll(/aria-label="([^"]*)"/g)].map((match) => match[1]);
  expect(names).toEqual(['Tableau\u00a0: Somme', 'Tableau\u00a0: Somme (2)']);
});

test('phrasing stands without a paragraph around it', () => {
  const made = phrasingToHast([{ type: 'emphasis', children: [text('x')] }, text('y')], plainOptions(edition, 'html'));
  expect(made).toMatchObject([
    { type: 'element', tagName: 'em' },
    { type: 'text', value: 'y' },
  ]);
});

test('the tree that is given stays as it was', () => {
  const document = sampleEdition('en', { one: '# One\n\nText[^1]\n\n[^1]: Note' }).documents[0];
  if (!document) throw new Error('No document');
  const before = structuredClone(document);
  documentHtml(document, edition, 'html');
  expect(document).toEqual(before);
});

test('a note call without a number is our mistake', () => {
  expect(() => html([{ type: 'paragraph', children: [{ type: 'footnoteReference', identifier: 'x' }] }])).toThrow(
    'number',
  );
});
