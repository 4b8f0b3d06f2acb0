import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { type OutputFile, pdfStandards } from '../../pipeline/model/index.ts';
import { elementsOf, parseXml, textOf as textIn, type XmlElement } from '../../pipeline/xml/index.ts';
import { readBook } from '../helpers/epub.ts';
import { type Pdf, readPdf } from '../helpers/pdf.ts';
import { judgePdf } from '../helpers/pdf-judge.ts';
import { type MathTree, mathOf } from '../helpers/pdf-mathml.ts';
import { askTool } from '../helpers/pdf-tools.ts';
import { allElements, structureOf } from '../helpers/pdf-tree.ts';
import { folderOf } from '../helpers/publication.ts';

/** One of every kind, and those that our two renderers of TeX write in different ways. */
const formulae: readonly string[] = [
  '\\frac{a}{b+\\frac{1}{c}}',
  '\\sqrt[3]{x^2+\\sqrt{2}}',
  '\\sum_{i=1}^{n} x_i \\le \\int_0^1 f\\,dx',
  '\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}^{-1}',
  'f(x)=\\begin{cases}1&\\text{if }x>0\\\\0&\\text{otherwise}\\end{cases}',
  '\\vec{v}+\\hat{y}+\\overline{z}+\\widetilde{ABC}',
  '\\text{débit à la sortie} = 3{,}5\\,\\text{m}',
  '\\lim_{x\\to 0}\\frac{\\sin x}{x}=1',
  '\\mathbf{A}\\mathbb{R}\\mathcal{L}\\boldsymbol{\\alpha}',
  "f''(x)=x_{1}^{2}",
  '\\underbrace{a+b}_{n}\\xrightarrow{abc}\\overbrace{c}^{m}',
  '\\binom{n}{k}\\left|\\frac12\\right|',
  '\\boxed{E=mc^2}\\cancel{x}',
  '\\begin{aligned}a&=b\\\\&=c\\end{aligned}',
  '\\ce{H2O}\\phantom{x}y',
  '\\left\\{\\begin{matrix}1\\\\3\\\\3\\\\4\\\\5\\\\6\\\\8\\end{matrix}\\right.',
  '\\parallel',
];

const config = `id: formulae
title: {en: Formulae, fr: Formules}
languages: [en-CA, fr-CA]
editions: [en, fr, columns]
date: 2024-05-01
url: none
`;

/** In each language a formula in a line; on its own, for both. */
const source = formulae
  .map((tex) => `:::en\nA word $$${tex}$$ more.\n:::\n\n:::fr\nUn mot $$${tex}$$ encore.\n:::\n\n$$\n${tex}\n$$`)
  .join('\n\n');

const built = new Map<string, readonly OutputFile[]>();
beforeAll(async () => {
  const dir = folderOf({
    'source/publication.yaml': config,
    'source/formulae.md': `:::en\n# Formulae\n:::\n\n:::fr\n# Formules\n:::\n\n${source}\n`,
  });
  for (const pdfStandard of pdfStandards) {
    const result = await build(dir, { to: 'memory', pdfStandard });
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    built.set(pdfStandard, result.files);
  }
});

function fileOf(standard: string, format: string, edition: string): OutputFile {
  const found = built.get(standard)?.filter((each) => each.format === format && each.edition === edition) ?? [];
  const file = format === 'html' ? found.find(({ path }) => /formulae\.html$/.test(path)) : found[0];
  if (!file) throw new Error(`No ${format} of ${edition}`);
  return file;
}

/** What the language and its schemas leave open, and no reader hears: spaces that do not break. */
function treeOf({ name, ...element }: XmlElement): MathTree {
  const children = elementsOf({ name, ...element }).map(treeOf);
  const text = textIn({ name, ...element });
  return { tag: name, ...(children.length > 0 ? { children } : text !== '' && { text }) };
}

function mathsIn(markup: string): MathTree[] {
  return [...markup.matchAll(/<math[\s>][\s\S]*?<\/math>/g)].map(([math]) => {
    const root = parseXml(math);
    if (!root) throw new Error(`No XML: ${math}`);
    return treeOf(root);
  });
}

const textOf = ({ bytes }: OutputFile): string => new TextDecoder().decode(bytes);

function inBook(file: OutputFile): MathTree[] {
  const book = readBook(file.bytes);
  return book.spine.flatMap((path) => mathsIn(book.text(path)));
}

const formulaeIn = (pdf: Pdf) => allElements(structureOf(pdf)).filter(({ tag }) => tag === 'Formula');

function inTree(pdf: Pdf): MathTree[] {
  return formulaeIn(pdf).flatMap(({ kids }) =>
    kids.flatMap((kid) => (kid.kind === 'element' && kid.element.tag === 'math' ? [mathOf(kid.element, pdf)] : [])),
  );
}

function attached(pdf: Pdf): MathTree[] {
  return formulaeIn(pdf).flatMap(({ dict }) => {
    const specification = pdf.dict(pdf.list(dict.AF)[0]);
    return mathsIn(Buffer.from(pdf.stream(pdf.dict(specification.EF).UF)).toString('utf8'));
  });
}

describe.each(['en', 'fr'])('in %s, every formula', (language) => {
  test('is the same MathML on the page, in the book and in the PDF of either standard', () => {
    const onPage = mathsIn(textOf(fileOf('ua-1', 'html', language)));
    expect(onPage).toHaveLength(2 * formulae.length);
    const inEpub = inBook(fileOf('ua-1', 'epub', language));
    const in1 = attached(readPdf(fileOf('ua-1', 'pdf', language).bytes));
    const in2 = inTree(readPdf(fileOf('ua-2', 'pdf', language).bytes));
    for (const [at, math] of onPage.entries()) {
      expect(inEpub[at], formulae[at >> 1]).toEqual(math);
      expect(in1[at], formulae[at >> 1]).toEqual(math);
      expect(in2[at], formulae[at >> 1]).toEqual(math);
    }
    expect([inEpub.length, in1.length, in2.length]).toEqual([onPage.length, onPage.length, onPage.length]);
  });
});

describe.each(pdfStandards)('the PDF of %s', (standard) => {
  test.each(['en', 'fr', 'columns'])('is sound in %s', (edition) => {
    const { bytes } = fileOf(standard, 'pdf', edition);
    expect(judgePdf(readPdf(bytes), standard)).toEqual([]);
    const qpdf = askTool('qpdf', ['--check', 'FILE'], bytes);
    if (qpdf) expect(qpdf).toMatchObject({ status: 0, output: expect.not.stringMatching(/warning|error:/i) });
  });

  test('says what stands once across both columns in both languages', () => {
    const pdf = readPdf(fileOf(standard, 'pdf', 'columns').bytes);
    const maths = standard === 'ua-2' ? inTree(pdf) : attached(pdf);
    expect(maths).toHaveLength(4 * formulae.length);
    const [en, fr] = [maths.slice(0, 2 * formulae.length), maths.slice(2 * formulae.length)];
    expect(fr).toEqual(en);
  });
});

test('what is unseen is found by whoever extracts text, in order', ({ skip }) => {
  const told = askTool('pdftotext', ['-raw', 'FILE', '-'], fileOf('ua-2', 'pdf', 'en').bytes);
  if (!told) return skip();
  for (const words of ['débit à la sortie', 'otherwise', 'if x>0', '∑', '∫', 'lim', 'sin x', '𝐀ℝ'])
    expect(told.output.replace(/[\u00A0\s]+/g, ' ').replace(/ ?([>]) ?/g, '$1')).toContain(words);
});

test('the TeX of a narrow formula is extracted with all its letters', ({ skip }) => {
  const told = askTool('pdftotext', ['FILE', '-'], fileOf('ua-1', 'pdf', 'en').bytes);
  if (!told) return skip();
  expect(told.output.match(/\\parallel/g)).toHaveLength(2);
});
