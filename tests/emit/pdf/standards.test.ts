import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { emitPdf } from '../../../pipeline/emit/pdf/index.ts';
import { nameOf } from '../../../pipeline/emit/pdf/operators/index.ts';
import { type EmitOptions, type PdfStandard, pdfStandards } from '../../../pipeline/model/index.ts';
import { sampleEdition, sampleSettings } from '../../helpers/edition.ts';
import { type Pdf, readPdf } from '../../helpers/pdf.ts';
import { judgePdf } from '../../helpers/pdf-judge.ts';
import { mutations } from '../../helpers/pdf-mutations.ts';
import { allElements, type Element, idOf, structureOf } from '../../helpers/pdf-tree.ts';
import { templates } from '../../helpers/templates.ts';

const options: EmitOptions = { instant: '2005-04-19T00:00:00Z', generator: 'Diptych 0.0.0' };

const listing: RootContent = {
  type: 'figure',
  children: [
    { type: 'code', value: 'const x = 1;' },
    { type: 'caption', children: [{ type: 'text', value: 'A listing' }] },
  ],
} as RootContent;

function sample(standard?: PdfStandard) {
  const markdown = '# One\n\nA word.[^a] Again.[^a]\n\n## Two\n\n- item\n\n[^a]: The note.';
  const settings = standard ? { ...sampleSettings, pdf: { ...sampleSettings.pdf, standard } } : sampleSettings;
  const edition = sampleEdition('en', { one: markdown }, { settings });
  edition.documents[0]?.tree.children.push(structuredClone(listing));
  return edition;
}

async function made(asked: { in?: PdfStandard; by?: PdfStandard }): Promise<Pdf> {
  const { value } = await emitPdf(sample(asked.in), templates(), {
    ...options,
    ...(asked.by && { pdfStandard: asked.by }),
  });
  return readPdf(value[0]?.bytes ?? new Uint8Array());
}

describe('the standard of a PDF', () => {
  it('is PDF/UA-1 unless told, that of the publication, or the one asked for', async () => {
    expect((await made({})).header).toBe('%PDF-1.7');
    expect((await made({ in: 'ua-2' })).header).toBe('%PDF-2.0');
    expect((await made({ in: 'ua-2', by: 'ua-1' })).header).toBe('%PDF-1.7');
  });

  it.each(pdfStandards)('is kept: %s', async (standard) => {
    expect(judgePdf(await made({ by: standard }), standard)).toEqual([]);
  });
});

describe('in PDF/UA-2', async () => {
  const [older, pdf] = [await made({ by: 'ua-1' }), await made({ by: 'ua-2' })];
  const elements = allElements(structureOf(pdf));
  const named = (element: Element | undefined): (string | undefined)[] =>
    pdf.list(element?.dict.Ref).map((ref) => elements.find(({ id }) => id === idOf(ref))?.tag);

  it('a caption of blocks stands in what is not transparent', () => {
    const caption = elements.find(({ tag }) => tag === 'Caption');
    expect(caption?.parent?.tag).toBe('Aside');
    expect(allElements(structureOf(older)).find(({ tag }) => tag === 'Caption')?.parent?.tag).toBe('Div');
    const spoilt = mutations.find(({ name }) => name === 'a caption stands in a Div')?.spoil(pdf);
    expect(spoilt).toBeDefined();
    expect(judgePdf(pdf, 'ua-2').join()).toContain('8.2.5.27');
    spoilt?.();
  });

  it('a note names every call of it, and each call the note', () => {
    expect(named(elements.find(({ tag }) => tag === 'FENote'))).toEqual(['Reference', 'Reference']);
    const calls = elements.filter(({ tag, parent }) => tag === 'Reference' && parent?.tag === 'P');
    expect(calls.map(named)).toEqual([['FENote'], ['FENote']]);
  });

  it('entries of contents name their headings', () => {
    expect(elements.filter(({ tag }) => tag === 'TOCI').map(named)).toEqual([['H1'], ['H2']]);
  });
});

it('names are escaped where PDF has no such sign in them', () => {
  expect(nameOf('application/mathml+xml')).toBe('application#2Fmathml+xml');
  expect(nameOf('a b#é')).toBe('a#20b#23#C3#A9');
  expect(nameOf('columnalign')).toBe('columnalign');
});
