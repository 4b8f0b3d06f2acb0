import { describe, expect, it } from 'vitest';
import type { LinkArea, StructureElement } from '../../../pipeline/layout/index.ts';
import { type Pdf, readPdf } from '../../helpers/pdf.ts';
import { judgePdf } from '../../helpers/pdf-judge.ts';
import { allElements, markedText, structureOf, textOf, textUnder } from '../../helpers/pdf-tree.ts';
import { documentElement, element, image, line, page, paged, paint, shippedFonts } from './paged.ts';

const link = (owner: StructureElement, to: LinkArea['to'], contents = 'Where it leads'): LinkArea => ({
  owner,
  x: 72,
  y: 90,
  width: 60,
  height: 14,
  to,
  contents,
});

const artifacts = (pdf: Pdf, at = 0) =>
  pdf.pages[at]?.content.flatMap(({ name, operands }) =>
    name === 'BDC' && operands[0] === '/Artifact' ? [pdf.dict(operands[1])] : [],
  ) ?? [];

describe('paintEdition', () => {
  it('keeps logical order where painting has another', async () => {
    const root = documentElement();
    const heading = element(root, 'H1');
    const paragraph = element(root, 'P');
    const first = line(paragraph, 140, 'begins ');
    const inside = element(paragraph, 'Span', { lang: 'fr-CA' });
    const within = line(inside, 156, 'milieu ');
    const last = line(paragraph, 172, 'ends.');
    const title = line(heading, 100, 'Title');
    const { bytes } = await paint(paged([page('1', [last, first, within, title])], root));
    const pdf = readPdf(bytes);
    expect(judgePdf(pdf)).toEqual([]);
    const [document] = structureOf(pdf);
    expect(document && textUnder(document, markedText(pdf))).toBe('Titlebegins milieu ends.');
    expect(allElements(structureOf(pdf)).map(({ tag, lang }) => [tag, lang])).toEqual([
      ['Document', 'en-CA'],
      ['H1', 'en-CA'],
      ['P', 'en-CA'],
      ['Span', 'fr-CA'],
    ]);
  });

  it('gives neighbours one marked content, and what comes between them another', async () => {
    const root = documentElement();
    const paragraph = element(root, 'P');
    const one = line(paragraph, 100, 'One ');
    const two = line(paragraph, 116, 'two ');
    const inside = element(paragraph, 'Code');
    const code = line(inside, 132, 'three ');
    const four = line(paragraph, 148, 'four');
    const pdf = readPdf((await paint(paged([page('1', [one, two, four, code])], root))).bytes);
    const [, p] = allElements(structureOf(pdf));
    expect(p?.kids.map(({ kind }) => kind)).toEqual(['content', 'element', 'content']);
    expect(p && textUnder(p, markedText(pdf))).toBe('One two three four');
  });

  it('tags an element that goes over a page once, with content and annotations on the pages where they are', async () => {
    const root = documentElement();
    const paragraph = element(root, 'P');
    const anchor = element(paragraph, 'Link');
    const before = line(anchor, 700, 'a long ');
    const after = line(anchor, 100, 'link');
    const pages = [
      page('1', [before], [link(anchor, { uri: 'https://example.ca/é' })]),
      page('2', [after], [link(anchor, { uri: 'https://example.ca/é' })]),
      page('3', [line(element(root, 'P'), 100, 'Afterwards')]),
    ];
    const pdf = readPdf((await paint(paged(pages, root))).bytes);
    expect(judgePdf(pdf)).toEqual([]);
    const found = allElements(structureOf(pdf)).find(({ tag }) => tag === 'Link');
    const ids = pdf.pages.map(({ id }) => id);
    expect(found?.kids.map((kid) => ('page' in kid ? [kid.kind, ids.indexOf(kid.page)] : []))).toEqual([
      ['content', 0],
      ['content', 1],
      ['object', 0],
      ['object', 1],
    ]);
    const annotation = pdf.dict(pdf.list(pdf.pages[0]?.dict.Annots)[0]);
    expect(textOf(pdf.dict(annotation.A).URI)).toBe('https://example.ca/%C3%A9');
    expect(annotation.Rect).toEqual([72, 688, 132, 702]);
  });

  it('says what kind of artifact each is', async () => {
    const root = documentElement();
    const box = { x: 72, y: 300, width: 100, height: 20 };
    const fragments = [
      line({ artifact: 'header' }, 40, 'Running head'),
      line(element(root, 'P'), 100, 'Text'),
      { kind: 'box', owner: { artifact: 'background' }, ...box, fill: '#fff0b8' } as const,
      {
        kind: 'rule',
        owner: { artifact: 'layout' },
        ...box,
        height: 0,
        thickness: 0.5,
        colour: '#b9b4a8',
        dots: 3,
      } as const,
      line({ artifact: 'footer' }, 760, '12'),
    ];
    const pdf = readPdf((await paint(paged([page('1', fragments)], root))).bytes);
    expect(judgePdf(pdf)).toEqual([]);
    expect(artifacts(pdf)).toEqual([
      { Type: '/Pagination', Subtype: '/Header', Attached: ['/Top'] },
      { Type: '/Background', BBox: [72, 472, 172, 492] },
      { Type: '/Layout' },
      { Type: '/Pagination', Subtype: '/Footer', Attached: ['/Bottom'] },
    ]);
    expect(Object.keys(Object.fromEntries(markedText(pdf)))).toHaveLength(1);
  });

  it('draws the mark of a draft as shapes, so that its letters are not among those that are copied', async () => {
    const root = documentElement();
    const mark = { ...line({ artifact: 'watermark' }, 400, 'ÉBAUCHE'), turn: 0.9 };
    const pdf = readPdf((await paint(paged([page('1', [mark, line(element(root, 'P'), 100, 'Text')])], root))).bytes);
    expect(judgePdf(pdf)).toEqual([]);
    const names = pdf.pages[0]?.content.map(({ name }) => name) ?? [];
    const end = names.indexOf('EMC');
    expect(names.slice(0, end)).toEqual(expect.arrayContaining(['BDC', 'cm', 'm', 'l', 'c', 'h', 'f']));
    expect(names.slice(0, end)).not.toContain('BT');
    expect(names.filter((name) => name === 'BT').length).toBe(1);
    expect(artifacts(pdf)).toEqual([{ Type: '/Pagination', Subtype: '/Watermark' }]);
  });

  it('writes what an element says of itself', async () => {
    const root = documentElement();
    const list = element(root, 'L', { listNumbering: 'Decimal' });
    const item = element(list, 'LI');
    line(element(item, 'Lbl'), 100, '1.');
    line(element(item, 'LBody'), 100, 'Item', { x: 90 });
    const row = element(element(element(root, 'Table'), 'TBody'), 'TR');
    line(element(row, 'TH', { scope: 'Column', colSpan: 2, rowSpan: 3 }), 120, 'Head');
    const note = element(root, 'Note', { id: 'fn-é' });
    line(note, 140, 'Note');
    line(
      element(root, 'Span', { expansion: 'Gendarmerie royale du Canada', actualText: 'G R C', title: 'x' }),
      160,
      'GRC',
    );
    const all = allFragments(root);
    const pdf = readPdf((await paint(paged([page('1', all)], root))).bytes);
    expect(judgePdf(pdf)).toEqual([]);
    const found = Object.fromEntries(allElements(structureOf(pdf)).map(({ tag, dict }) => [tag, dict]));
    expect(found.L?.A).toEqual([{ O: '/List', ListNumbering: '/Decimal' }]);
    expect(found.TH?.A).toEqual([{ O: '/Table', Scope: '/Column', ColSpan: 2, RowSpan: 3 }]);
    expect([found.Span?.E, found.Span?.ActualText, found.Note?.ID].map(textOf)).toEqual([
      'Gendarmerie royale du Canada',
      'G R C',
      'fn-é',
    ]);
    const ids = pdf.list(pdf.dict(pdf.dict(pdf.catalog.StructTreeRoot).IDTree).Names);
    expect(textOf(ids[0])).toBe('fn-é');
    expect(pdf.dict(ids[1])).toBe(found.Note);
  });

  it('gives cells that say what others are an id, by which these name them', async () => {
    const root = documentElement();
    const table = element(root, 'Table');
    const head = element(element(table, 'THead'), 'TR');
    const [over, alone] = ['Over', 'Alone'].map((name, at) => {
      const heading = element(head, 'TH', { scope: 'Column', headers: [], ...(at === 0 && { colSpan: 2 }) });
      line(heading, 100, name, { x: 72 + 100 * at });
      return heading;
    }) as [StructureElement, StructureElement];
    const row = element(element(table, 'TBody'), 'TR');
    for (const [at, headers] of [[over], [over], [alone, over]].entries())
      line(element(row, 'TD', { headers }), 120, `Cell ${at}`, { x: 72 + 60 * at });
    const pdf = readPdf((await paint(paged([page('1', allFragments(root))], root))).bytes);
    expect(judgePdf(pdf)).toEqual([]);
    const elements = allElements(structureOf(pdf));
    const ids = elements.flatMap(({ tag, dict }) => (tag === 'TH' ? [textOf(dict.ID)] : []));
    expect(new Set(ids).size).toBe(2);
    const named = elements.flatMap(({ tag, dict }) =>
      tag === 'TD' ? [pdf.list(pdf.list(dict.A).map((each) => pdf.dict(each).Headers)[0]).map(textOf)] : [],
    );
    expect(named).toEqual([[ids[0]], [ids[0]], [ids[1], ids[0]]]);
  });

  it('shows every space with the width that layout gave it, and a hyphen that reads as U+00AD', async () => {
    const root = documentElement();
    const paragraph = element(root, 'P');
    const fragment = line(paragraph, 100, 'AVATAR: « efficace » gouverne', { gap: 4.321, hyphen: true });
    const pdf = readPdf((await paint(paged([page('1', [fragment])], root))).bytes);
    const [document] = structureOf(pdf);
    expect(document && textUnder(document, markedText(pdf))).toBe('AVATAR: « efficace » gouverne\u00AD');
    const face = (await shippedFonts())('serif');
    const words = fragment.words.reduce((width, word) => width + (face.width(word.text) * 11) / 1000 + word.gap, 0);
    expect(advance(pdf)).toBeCloseTo(words + (face.width('-') * 11) / 1000, 2);
  });

  it('refuses what would not be accessible or complete', async () => {
    const root = documentElement();
    const paragraph = element(root, 'P');
    const shown = line(paragraph, 100, 'Shown');
    const stray = { ...shown };
    await expect(paint(paged([page('1', [shown, stray])], root))).rejects.toThrow('not among its children');
    await expect(paint(paged([page('1', [])], root))).rejects.toThrow('on no page');
    const lost = line({ tag: 'P', children: [] }, 100, 'Lost');
    await expect(paint(paged([page('1', [shown, lost])], root))).rejects.toThrow('not in the structure tree');
    const wordless = link(paragraph, { uri: 'https://example.ca' }, ' ');
    await expect(paint(paged([page('1', [shown], [wordless])], root))).rejects.toThrow('no words');
    const nowhere = link(paragraph, { destination: 'x' });
    await expect(paint(paged([page('1', [shown], [nowhere])], root))).rejects.toThrow('nowhere');
    await expect(paint(paged([page('1', [shown])], { ...root, children: [paragraph, paragraph] }))).rejects.toThrow(
      'twice',
    );
    await expect(
      paint(paged([page('1', [shown, image(paragraph, 'no.png', { x: 0, y: 0, width: 1, height: 1 })])], root)),
    ).rejects.toThrow('assets');
  });
});

describe('judgePdf', () => {
  it('speaks of what is wrong', async () => {
    const root = documentElement();
    line(element(root, 'H1'), 80, 'One');
    line(element(root, 'H3'), 100, 'Three');
    line(element(root, 'Figure'), 120, 'No alternative');
    line(element(root, 'Formula'), 130, 'No words');
    line(element(root, 'Link'), 140, 'No annotation');
    line(element(root, 'Note'), 160, 'No id');
    line(element(root, 'L'), 180, 'No numbering');
    line(element(root, 'TD'), 200, 'No row');
    element(root, 'P');
    const pdf = readPdf((await paint(paged([page('1', allFragments(root))], root))).bytes);
    const numbers = judgePdf(pdf).map((fault) => fault.replace(/ \d+ /g, ' '));
    for (const fault of [
      '14-003 H3 follows H1',
      '13-004 Figure has no alternative',
      '17-002 Formula has no alternative',
      '28-011 Link has no annotation',
      '19-003 Note has no id',
      '16 L does not say how it is numbered',
      '09 TD stands in Document',
      '09 P is empty',
    ]) {
      expect(numbers.join('\n')).toContain(fault);
    }
  });
});

function allFragments(root: StructureElement): Parameters<typeof page>[1] {
  return root.children.flatMap((child) => ('tag' in child ? allFragments(child) : [child]));
}

/** How far the only line of the first page moves the pen, in points, by the widths that the file itself states. */
function advance(pdf: Pdf): number {
  const [content] = pdf.pages;
  const font = pdf.dict(Object.values(pdf.dict(pdf.dict(content?.dict.Resources).Font))[0]);
  const widths = pdf.list(pdf.list(pdf.dict(pdf.list(font.DescendantFonts)[0]).W)[1]).map(Number);
  const shown =
    content?.content.filter(({ name }) => name === 'TJ').flatMap(({ operands }) => pdf.list(operands[0])) ?? [];
  const units = shown.reduce((sum: number, item) => {
    if (typeof item === 'number') return sum - item;
    const bytes = item && typeof item === 'object' && 'bytes' in item ? (item.bytes as Uint8Array) : new Uint8Array();
    for (let at = 0; at < bytes.length; at += 2)
      sum += widths[(bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)] ?? Number.NaN;
    return sum;
  }, 0);
  return (units * 11) / 1000;
}
