import type { BlockContent, PhrasingContent, RootContent, Table, TableCell } from 'mdast';
import { describe, expect, test } from 'vitest';
import { type Fragment, layoutEdition } from '../../pipeline/layout/index.ts';
import { sampleEdition } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { pageOf } from './pageOf.ts';
import { elementsOf, fragmentsOf } from './reading.ts';
import { documentOf, rootOf } from './trees.ts';

const paragraph = (lines: number): BlockContent => ({
  type: 'paragraph',
  children: Array.from({ length: lines }, () => [
    { type: 'text' as const, value: 'word' },
    { type: 'break' as const },
  ]).flat(),
});

function table(rows: number): Table {
  const row = (value: string) => ({
    type: 'tableRow' as const,
    children: ['', ''].map(() => ({ type: 'tableCell' as const, children: [{ type: 'text' as const, value }] })),
  });
  return { type: 'table', children: [row('Head'), ...Array.from({ length: rows }, (_, index) => row(`Row ${index}`))] };
}

/** How many rows of the table stand on each page that has any, under so many lines of text. */
function rowsByPage(rows: number, lines: number): number[] {
  const children: RootContent[] = [paragraph(lines), table(rows)];
  const edition = sampleEdition('en', {}, { documents: [documentOf(rootOf(...children))] });
  const { pages, structure } = layoutEdition(edition, { fonts: fakeFonts() }).value;
  const pageOf = new Map<Fragment, number>();
  for (const [index, page] of pages.entries()) for (const each of page.fragments) pageOf.set(each, index);
  const counts = new Map<number, number>();
  for (const body of elementsOf(structure).filter(({ tag }) => tag === 'TBody')) {
    for (const row of elementsOf(body).filter(({ tag }) => tag === 'TR')) {
      const page = pageOf.get(fragmentsOf(row)[0] as Fragment) as number;
      counts.set(page, (counts.get(page) ?? 0) + 1);
    }
  }
  return [...counts.values()];
}

const lines = Array.from({ length: 34 }, (_, index) => index + 1);

describe('a table that meets the end of a page', () => {
  test('leaves no fewer than three rows on either side', () => {
    const broken = [9, 20, 30].flatMap((rows) => lines.map((above) => rowsByPage(rows, above)));
    expect(broken.flat().filter((count) => count < 3)).toEqual([]);
    expect(broken.some((counts) => counts.length > 1)).toBe(true);
  });

  test('is moved whole if it is short and less than a sixth of the page would stay empty, else broken', () => {
    for (const above of lines.filter((count) => count > 28)) expect(rowsByPage(12, above)).toEqual([12]);
    expect(rowsByPage(12, 20).length).toBe(2);
  });

  test('is broken rather than moved if it is long and more than an eighth of the page would stay empty', () => {
    expect(rowsByPage(20, 26).length).toBe(2);
    expect(rowsByPage(20, 30)).toEqual([20]);
  });

  test('fills pages if it is taller than one', () => {
    const [first = 0, ...rest] = rowsByPage(60, 15);
    expect(first).toBeGreaterThan(6);
    expect(rest.length).toBeGreaterThan(0);
  });
});

describe('a row whose cells hold blocks', () => {
  const list = (count: number): BlockContent => ({
    type: 'list',
    children: Array.from({ length: count }, (_, index) => ({
      type: 'listItem',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: `item${index}` }] }],
    })),
  });
  const cell = (...children: (BlockContent | PhrasingContent)[]): TableCell => ({
    type: 'tableCell',
    children: children as PhrasingContent[],
  });
  const full = (...rows: TableCell[][]): Table => ({
    type: 'table',
    children: [['Head', 'Other'].map((value) => cell({ type: 'text', value })), ...rows].map((children) => ({
      type: 'tableRow',
      children,
    })),
  });
  const laid = (...children: RootContent[]) => {
    const edition = sampleEdition('en', {}, { documents: [documentOf(rootOf(...children))] });
    return layoutEdition(edition, { fonts: fakeFonts() }).value;
  };
  const textOf = (fragment: Fragment): string =>
    fragment.kind === 'text' ? fragment.words.map(({ text }) => text).join(' ') : '';

  test('has them in the tree as what they are', () => {
    const { structure } = laid(full([cell(paragraph(2), paragraph(1)), cell(list(2), { type: 'code', value: 'a' })]));
    const [first, second] = elementsOf(structure).filter(({ tag }) => tag === 'TD');
    const tagsIn = (element = structure) =>
      elementsOf(element)
        .slice(1)
        .map(({ tag }) => tag);
    expect(tagsIn(first)).toEqual(['P', 'P']);
    expect(tagsIn(second)).toEqual(['L', ...['LI', 'Lbl', 'LBody', 'P'], ...['LI', 'Lbl', 'LBody', 'P'], 'P', 'Code']);
  });

  test('begins at one height, and its blocks stand in their own columns', () => {
    const { pages } = laid(full([cell(paragraph(3)), cell(list(3))]));
    const texts = pages.flatMap(({ fragments }) => fragments.flatMap((each) => (each.kind === 'text' ? [each] : [])));
    const words = texts.filter((each) => textOf(each) === 'word');
    const items = texts.filter((each) => textOf(each).startsWith('item'));
    expect(items.map(({ baseline }) => baseline)).toEqual(words.map(({ baseline }) => baseline));
    expect(Math.max(...words.map(({ x }) => x))).toBeLessThan(Math.min(...items.map(({ x }) => x)));
  });

  test('goes on overleaf under the head where it is taller than a page, each cell in its own order', () => {
    const { pages } = laid(full([cell(...Array.from({ length: 20 }, () => paragraph(3))), cell(list(30))]));
    const body = pages.map(({ fragments }) => fragments.map(textOf)).filter((texts) => texts.includes('Head'));
    expect(body.length).toBeGreaterThan(1);
    expect(body.flat().filter((text) => text === 'word').length).toBe(60);
    expect(body.flat().filter((text) => text.startsWith('item'))).toEqual(
      Array.from({ length: 30 }, (_, index) => `item${index}`),
    );
    for (const { fragments } of pages) {
      const rules = fragments.flatMap((each) => (each.kind === 'rule' ? [each.y] : []));
      const lines = fragments.flatMap((each) =>
        /^(word|item)/.test(textOf(each)) ? [(each as { baseline: number }).baseline] : [],
      );
      // The first line below the head keeps clear of its rule.
      if (lines.length > 0) expect(Math.min(...lines) - (rules[1] as number)).toBeGreaterThan(10);
    }
  });

  test('stays whole where it takes little of a page, and is divided rather than leave a sixth of one empty', () => {
    const pagesWith = (lines: number, count: number) =>
      laid(paragraph(lines), full([cell(list(count)), cell(paragraph(count))])).pages.filter(({ fragments }) =>
        fragments.some((each) => textOf(each).startsWith('item')),
      ).length;
    expect(pagesWith(36, 8)).toBe(1);
    expect(pagesWith(18, 34)).toBe(2);
    expect(pagesWith(26, 20)).toBe(2);
  });

  test('is not parted from the row that is its title', () => {
    const bold = (value: string): TableCell =>
      cell({ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value }] }] });
    const rows = Array.from({ length: 4 }, (_, at) => [
      ...Array.from({ length: 4 }, () => [cell(paragraph(1)), cell(paragraph(1))]),
      [bold(`title${at}`), bold('title')],
    ]).flat();
    for (const above of lines) {
      const { pages } = laid(paragraph(above), full(...rows, [cell(paragraph(1)), cell(paragraph(1))]));
      for (const { fragments } of pages) {
        const own = fragments.filter((each) => 'tag' in each.owner).map(textOf);
        expect(own.at(-1) ?? '').not.toMatch(/^title/);
      }
    }
  });
});

describe('a table that is too wide for the text', () => {
  const wide = (rows: number): Table => {
    const row = (value: string) => ({
      type: 'tableRow' as const,
      children: Array.from({ length: 11 }, (_, column) => ({
        type: 'tableCell' as const,
        children: [{ type: 'text' as const, value: `${value} ${column} of several words` }],
      })),
    });
    return {
      type: 'table',
      children: Array.from({ length: rows }, (_, index) => row(index ? `Row ${index}` : 'Head')),
    };
  };
  const said = (fragments: readonly Fragment[]) =>
    fragments.flatMap((each) => (each.kind === 'text' ? each.words.map(({ text }) => text) : []));

  test('stands on turned pages after the page that calls it, which the text goes on to fill', () => {
    const children: RootContent[] = [paragraph(10), wide(60), paragraph(10), wide(2), paragraph(60)];
    const edition = sampleEdition('en', {}, { documents: [documentOf(rootOf(...children))] });
    const { value, diagnostics } = layoutEdition(edition, { fonts: fakeFonts() });
    expect(diagnostics.map(({ rule, details }) => [rule, details.variant])).toEqual([
      ['table-fits', 'turned'],
      ['table-fits', 'turned'],
    ]);
    const body = value.pages.filter(({ label }) => /^\d/.test(label));
    const turned = body.filter(({ width, height }) => width > height);
    expect(turned.length).toBeGreaterThan(1);
    const at = body.indexOf(turned[0] as (typeof body)[number]);
    expect(at).toBe(1);
    expect(body.slice(at, at + turned.length)).toEqual(turned);
    // Twenty lines of text before it, and more below these.
    expect(said(body[0]?.fragments ?? []).filter((word) => word === 'word').length).toBeGreaterThan(25);
    for (const { fragments, width, height } of turned) {
      expect(said(fragments)).toContain('Head');
      for (const each of fragments) {
        const [x, y] = each.kind === 'text' ? [each.x, each.baseline] : [each.x + each.width, each.y + each.height];
        expect(x).toBeLessThan(width);
        expect(y).toBeLessThan(height);
      }
    }
    const tags = elementsOf(value.structure).map(({ tag }) => tag);
    const order = tags.filter((tag) => tag === 'P' || tag === 'Table');
    const first = order.indexOf('Table');
    expect(order.slice(first - 1, first + 4)).toEqual(['P', 'Table', 'P', 'Table', 'P']);
  });

  test('has its head on each of its pages, though its names are long', () => {
    const [head, ...rows] = wide(60).children;
    const named = head?.children.map((cell) => ({
      ...cell,
      children: [{ type: 'text' as const, value: `Head ${'of some words '.repeat(10)}` }],
    }));
    const table: Table = { type: 'table', children: [{ type: 'tableRow', children: named ?? [] }, ...rows] };
    const edition = sampleEdition('en', {}, { documents: [documentOf(rootOf(paragraph(3), table))] });
    const turned = layoutEdition(edition, { fonts: fakeFonts() }).value.pages.filter(
      ({ width, height }) => width > height,
    );
    expect(turned.length).toBeGreaterThan(2);
    for (const { fragments } of turned) expect(said(fragments)).toContain('Head');
  });

  test('comes before the table after it, and never in the middle of that', () => {
    const narrow: Table = {
      type: 'table',
      children: Array.from({ length: 60 }, (_, index) => ({
        type: 'tableRow' as const,
        children: [`next${index}`, 'cell'].map((value) => ({
          type: 'tableCell' as const,
          children: [{ type: 'text' as const, value }],
        })),
      })),
    };
    for (const between of [1, 8]) {
      const children: RootContent[] = [paragraph(10), wide(60), paragraph(between), narrow, paragraph(60)];
      const edition = sampleEdition('en', {}, { documents: [documentOf(rootOf(...children))] });
      const { pages } = layoutEdition(edition, { fonts: fakeFonts() }).value;
      const kinds = pages.map(({ width, height, fragments }) =>
        width > height ? 'turned' : said(fragments).some((word) => word.startsWith('next')) ? 'next' : 'text',
      );
      const first = kinds.indexOf('next');
      expect(kinds.lastIndexOf('turned')).toBeLessThan(first);
      expect(kinds.slice(first, kinds.lastIndexOf('next') + 1)).toEqual(['next', 'next']);
    }
  });

  test('is named under a heading that would have nothing else below it, for the eye alone', () => {
    const heading = (value: string): RootContent => ({
      type: 'heading',
      depth: 2,
      children: [{ type: 'text', value }],
    });
    const laid = (...children: RootContent[]) => {
      const edition = sampleEdition('en', {}, { documents: [documentOf(rootOf(...children))] });
      return layoutEdition(edition, { fonts: fakeFonts() }).value.pages.flatMap(({ fragments }) => fragments);
    };
    const note = (fragments: readonly Fragment[]) =>
      fragments.filter((each) => 'artifact' in each.owner && said([each]).includes('sideways.'));
    const below = (fragments: readonly Fragment[], word: string) =>
      fragments.flatMap((each) => (each.kind === 'text' && said([each]).includes(word) ? [each.baseline] : []))[0] ?? 0;
    const alone = laid(paragraph(3), heading('First'), wide(4), heading('Second'), paragraph(3));
    expect(note(alone).length).toBe(1);
    const [at = 0] = note(alone).flatMap((each) => (each.kind === 'text' ? [each.baseline] : []));
    expect(at).toBeGreaterThan(below(alone, 'First'));
    expect(at).toBeLessThan(below(alone, 'Second'));
    expect(note(laid(paragraph(3), heading('First'), wide(4))).length).toBe(1);
    expect(note(laid(heading('First'), wide(4), paragraph(3)))).toEqual([]);
    expect(note(laid(paragraph(3), wide(4), heading('Second'), paragraph(3)))).toEqual([]);
  });

  test('is found on the page that it stands on, whatever part of it is named', () => {
    const named: RootContent = {
      type: 'group',
      data: { id: 'pair' },
      children: [{ type: 'figure', kind: 'table', number: 1, data: { id: 'wide' }, children: [wide(4)] }],
    };
    const children: RootContent[] = [paragraph(10), named, paragraph(60)];
    const edition = sampleEdition('en', {}, { documents: [documentOf(rootOf(...children))] });
    const paged = layoutEdition(edition, { fonts: fakeFonts() }).value;
    const turned = paged.pages.find(({ width, height }) => width > height);
    expect(turned?.label).toMatch(/^\d+$/);
    expect([pageOf(paged, 'chapter#wide'), pageOf(paged, 'chapter#pair')]).toEqual([turned?.label, turned?.label]);
  });

  test('is not turned where it is part of something else', () => {
    const quoted: RootContent = { type: 'blockquote', children: [wide(3)] };
    for (const [children, count] of [
      [[quoted], 0],
      [[wide(3)], 1],
    ] as const) {
      const edition = sampleEdition('en', {}, { documents: [documentOf(rootOf(...children))] });
      const { pages, structure } = layoutEdition(edition, { fonts: fakeFonts() }).value;
      expect(pages.filter(({ width, height }) => width > height).length).toBe(count);
      expect(elementsOf(structure).filter(({ tag }) => tag === 'TR').length).toBe(3);
    }
  });
});

test.each([
  ['as its author aligns it', [null, 'right'] as const],
  ['though nobody aligns it', [null, null] as const],
])('numbers stand with their marks one below the other, though the longest has the fewest decimals: %s', (_, align) => {
  const values = ['Value', '1,234,567.5', '0.1234', '12'];
  const column: Table = {
    type: 'table',
    align: [...align],
    children: values.map((value) => ({
      type: 'tableRow',
      children: ['a', value].map((words) => ({ type: 'tableCell', children: [{ type: 'text', value: words }] })),
    })),
  };
  const fonts = fakeFonts();
  const edition = sampleEdition('en', {}, { documents: [documentOf(rootOf(column))] });
  const fragments = layoutEdition(edition, { fonts }).value.pages.flatMap((page) => page.fragments);
  const marks = values.slice(1).map((value) => {
    const found = fragments.find((each) => each.kind === 'text' && each.words.some(({ text }) => text === value));
    if (found?.kind !== 'text') throw new Error(`No “${value}”`);
    const [before = ''] = value.split('.');
    return Math.round((found.x + (fonts(found.face).width(before) * found.size) / 1000) * 10) / 10;
  });
  expect(new Set(marks).size).toBe(1);
});
