import { describe, expect, it } from 'vitest';
import { emitPdf } from '../../../pipeline/emit/pdf/index.ts';
import type { Edition, EmitOptions, Language } from '../../../pipeline/model/index.ts';
import { sampleEdition } from '../../helpers/edition.ts';
import { type Pdf, readPdf } from '../../helpers/pdf.ts';
import { judgePdf } from '../../helpers/pdf-judge.ts';
import { askTool } from '../../helpers/pdf-tools.ts';
import { allElements, markedText, structureOf, textOf, textUnder } from '../../helpers/pdf-tree.ts';
import { templates } from '../../helpers/templates.ts';
import { blockTexts, firstLost, flowingText, plain } from './texts.ts';

const options: EmitOptions = { instant: '2005-04-19T00:00:00Z', generator: 'Diptych 0.0.0' };
const shipped = templates();

const sentence = {
  en: 'On December 12, 2001, the two countries signed the Smart Border Declaration, “a thirty-point plan” with four pillars, efficient and officially agreed.',
  fr: 'Le 12 décembre 2001, les deux pays ont signé la Déclaration sur la frontière intelligente\u00A0: un plan «\u00A0en trente points\u00A0» à quatre piliers, efficace et officiellement adopté.',
} as const;

/** Every construct of plain Markdown, over several pages, in one language. */
function sample(language: Language): Edition {
  const paragraph = `${sentence[language]} `.repeat(6);
  const rows = Array.from({ length: 60 }, (_, at) => `| ${at + 1} | ${at * 7},5 |`).join('\n');
  return sampleEdition(language, {
    one: [
      `# ${language === 'en' ? 'The smart border' : 'La frontière intelligente'}`,
      `${paragraph}[^a]`,
      '## Constructs',
      `- first *point* of **four**\n- second with \`code\` and [a link](https://example.ca/a?b=c)\n  1. inner\n  2. list\n\n> ${sentence[language]}`,
      '### Table',
      `| N | Value |\n| --- | ---: |\n${rows}`,
      '```\nconst x = 1;\n  indented();\n```',
      `${paragraph}[^b] [^a]`,
      '[^a]: The first note.\n\n[^b]: The second note, with *emphasis*.',
    ].join('\n\n'),
    two: [
      '# Second',
      ...Array.from({ length: 12 }, (_, at) => `## Part ${at + 1}\n\n${paragraph}\n\n${paragraph}`),
    ].join('\n\n'),
  });
}

const made = async (language: Language): Promise<{ edition: Edition; bytes: Uint8Array; pdf: Pdf }> => {
  const edition = sample(language);
  const { value, diagnostics } = await emitPdf(edition, shipped, options);
  expect(diagnostics).toEqual([]);
  expect(value).toHaveLength(1);
  expect(value[0]).toMatchObject({
    path: `sample-${language}.pdf`,
    format: 'pdf',
    edition: language,
    languages: [edition.tag],
  });
  const bytes = value[0]?.bytes ?? new Uint8Array();
  return { edition, bytes, pdf: readPdf(bytes) };
};

describe.each(['en', 'fr'] as const)('the PDF of an edition in %s', async (language) => {
  const { edition, bytes, pdf } = await made(language);
  const elements = allElements(structureOf(pdf));

  it('passes every condition', () => {
    expect(judgePdf(pdf)).toEqual([]);
    expect(pdf.pages.length).toBeGreaterThan(6);
    expect(textOf(pdf.catalog.Lang)).toBe(edition.tag);
  });

  it('says every word of the edition, in order', () => {
    const texts = blockTexts(edition);
    expect(texts.length).toBeGreaterThan(150);
    expect(firstLost(texts, flowingText(pdf))).toBeUndefined();
  });

  it('has each heading of the edition as one heading of the same depth, text and language', () => {
    const marked = markedText(pdf);
    const found = elements.flatMap((element) =>
      /^H[1-6]$/.test(element.tag) ? [[Number(element.tag[1]), plain(textUnder(element, marked)), element.lang]] : [],
    );
    const wanted = edition.documents.flatMap(({ tree }) =>
      tree.children.flatMap((node) =>
        node.type === 'heading'
          ? [
              [
                node.depth,
                plain(node.children.map((child) => ('value' in child ? child.value : '')).join('')),
                edition.tag,
              ],
            ]
          : [],
      ),
    );
    expect(wanted.length).toBe(16);
    expect(found.filter((one) => wanted.some((heading) => heading.join() === one.join()))).toEqual(wanted);
  });

  it('has every note, item, cell and link of the edition', () => {
    const count = (tag: string): number => elements.filter((element) => element.tag === tag).length;
    expect([count('Note'), count('TD'), count('TH')]).toEqual([2, 120, 2]);
    const marked = markedText(pdf);
    const bodies = elements.filter(({ tag }) => tag === 'LBody').map((element) => plain(textUnder(element, marked)));
    for (const item of ['first point of four', 'second with code and a link', 'inner', 'list']) {
      expect(bodies.filter((body) => body.startsWith(item))).toHaveLength(1);
    }
    const links = elements.filter(({ tag }) => tag === 'Link').map((element) => plain(textUnder(element, marked)));
    expect(links).toContain('a link');
    expect(links.filter((text) => text === '').length).toBe(0);
  });

  it('is the same again, from faces that were read again', async () => {
    const again = await emitPdf(sample(language), templates(), options);
    expect(Buffer.from(again.value[0]?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
  });

  it('gives its words to pdftotext', ({ skip }) => {
    const told = askTool('pdftotext', ['FILE', '-'], bytes);
    if (!told) return skip();
    const words = new Map<string, number>();
    for (const word of plain(told.output.replace(/\u00AD\n/g, '')).split(' '))
      words.set(word, (words.get(word) ?? 0) + 1);
    const missing = blockTexts(edition)
      .flatMap((text) => text.split(' '))
      .filter((word) => {
        const left = words.get(word) ?? 0;
        words.set(word, left - 1);
        return left === 0;
      });
    expect(missing).toEqual([]);
  });

  it('is clean to qpdf and to MuPDF', ({ skip }) => {
    const qpdf = askTool('qpdf', ['--check', 'FILE'], bytes);
    const mutool = askTool('mutool', ['draw', '-q', '-o', '/dev/null', '-F', 'txt', 'FILE'], bytes);
    if (!qpdf && !mutool) return skip();
    if (qpdf) expect(qpdf).toMatchObject({ status: 0, output: expect.not.stringMatching(/warning|error:/i) });
    if (mutool) expect(mutool.output.replace('warning: ICC support is not available', '').trim()).toBe('');
  });
});
