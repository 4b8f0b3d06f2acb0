import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutlineEntry } from '../../../../pipeline/layout/index.ts';
import { type Pdf, type PdfDict, PdfRef, readPdf } from '../../../helpers/pdf.ts';
import { judgePdf, nameTree } from '../../../helpers/pdf-judge.ts';
import { textOf } from '../../../helpers/pdf-tree.ts';
import { documentElement, element, line, page, paged, paint } from '../paged.ts';

async function withLabels(
  labels: readonly string[],
  outline: readonly OutlineEntry[] = [],
  destinations = new Map<string, { page: number; y: number }>(),
): Promise<Pdf> {
  const root = documentElement();
  const pages = labels.map((label) => page(label, [line(element(root, 'P'), 100, 'Words')]));
  return readPdf((await paint(paged(pages, root, { outline, destinations }))).bytes);
}

const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc', 'c', 'cx', 'cxx'];
const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/** Figure by figure; to 129. */
const roman = (number: number): string => `${tens[Math.floor(number / 10)]}${units[number % 10]}`;

/** Labels as a viewer works them out. ISO 32000-1, 12.4.2. */
function shown(pdf: Pdf): string[] {
  const numbers = pdf.list(pdf.dict(pdf.catalog.PageLabels).Nums);
  let range: PdfDict = {};
  let from = 0;
  return pdf.pages.map((_, at) => {
    const index = numbers.findIndex((value, key) => key % 2 === 0 && value === at);
    if (index >= 0) {
      range = pdf.dict(numbers[index + 1]);
      from = at;
    }
    const number = Number(range.St ?? 1) + at - from;
    const figure = range.S === '/D' ? String(number) : range.S === '/r' ? roman(number) : '';
    return textOf(range.P) + figure;
  });
}

describe('page labels', () => {
  it('are those of layout, whatever they are', async () => {
    const label = fc.oneof(
      fc.integer({ min: 1, max: 120 }).map(String),
      fc.integer({ min: 1, max: 120 }).map(roman),
      fc.constantFrom('A-1', 'é', '007', 'iiii', 'vx'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(label, { minLength: 1, maxLength: 8 }), async (labels) => {
        expect(shown(await withLabels(labels))).toEqual(labels);
      }),
      { seed: 4, numRuns: 25 },
    );
  });

  it('are ranges where pages count on', async () => {
    const pdf = await withLabels(['i', 'ii', 'iii', '1', '2', '3']);
    expect(pdf.list(pdf.dict(pdf.catalog.PageLabels).Nums)).toHaveLength(4);
  });
});

describe('outline and destinations', () => {
  const entry = (title: string, destination: string, ...children: OutlineEntry[]): OutlineEntry => ({
    title,
    destination,
    children,
  });

  it('lead to the page and height of what they name', async () => {
    const destinations = new Map([
      ['b', { page: 1, y: 80 }],
      ['a#x', { page: 0, y: 700 }],
      ['z', { page: 1, y: -3 }],
    ]);
    const outline = [entry('Aperçu', 'b', entry('Détail', 'a#x', entry('Fin', 'z'))), entry('Second', 'z')];
    const pdf = await withLabels(['1', '2'], outline, destinations);
    expect(judgePdf(pdf)).toEqual([]);
    const ids = pdf.pages.map(({ id }) => id);
    const place = (value: PdfDict[string] | undefined) => {
      const [to, , x, y] = pdf.list(value);
      return [to instanceof PdfRef ? ids.indexOf(to.id) : to, x, y];
    };
    const root = pdf.dict(pdf.catalog.Outlines);
    const first = pdf.dict(root.First);
    const inner = pdf.dict(first.First);
    const second = pdf.dict(first.Next);
    expect([root.Count, first.Count, inner.Count, second.Count]).toEqual([2, -1, -1, undefined]);
    expect([first, inner, second].map(({ Title }) => textOf(Title))).toEqual(['Aperçu', 'Détail', 'Second']);
    expect([first, inner, second].map(({ Dest }) => place(Dest))).toEqual([
      [1, 0, 712],
      [0, 0, 92],
      [1, 0, 792],
    ]);
    expect([pdf.dict(second.Prev), pdf.dict(root.Last), pdf.dict(inner.Parent), pdf.catalog.PageMode]).toEqual([
      first,
      second,
      first,
      '/UseOutlines',
    ]);
    expect(nameTree(pdf)).toEqual(['d000001', 'd000002', 'd000003']);
  });

  it('refuse what is nowhere', async () => {
    await expect(withLabels(['1'], [entry('Lost', 'x')])).rejects.toThrow('nowhere');
    await expect(withLabels(['1'], [], new Map([['x', { page: 4, y: 0 }]]))).rejects.toThrow('does not exist');
  });
});
