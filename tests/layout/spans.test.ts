import type { Table, TableCell } from 'mdast';
import { describe, expect, test } from 'vitest';
import {
  type Fragment,
  layoutEdition,
  type PagedEdition,
  type StructureElement,
  type TextFragment,
} from '../../pipeline/layout/index.ts';
import { gridOf } from '../../pipeline/model/index.ts';
import { sampleEdition } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { elementsOf, fragmentsOf, isArtifact, textOfFragment, textOfStructure } from './reading.ts';
import { documentOf, rootOf } from './trees.ts';

const fonts = fakeFonts();

function cell(value: string, colSpan = 1, rowSpan = 1): TableCell {
  const data = { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) };
  return { type: 'tableCell', children: value ? [{ type: 'text', value }] : [], data };
}

function table(rows: readonly (readonly TableCell[])[], data: Table['data'] = {}): Table {
  return { type: 'table', data, children: rows.map((cells) => ({ type: 'tableRow', children: [...cells] })) };
}

function laidOut(node: Table): PagedEdition {
  const edition = sampleEdition('en', {}, { documents: [documentOf(rootOf(node))] });
  return layoutEdition(edition, { fonts }).value;
}

const cellsIn = ({ structure }: PagedEdition): StructureElement[] =>
  elementsOf(structure).filter(({ tag }) => tag === 'TH' || tag === 'TD');

/** Words of the table on each page, in the order of their lines. */
function wordsOf(paged: PagedEdition): TextFragment[][] {
  const own = new Set<Fragment>(cellsIn(paged).flatMap((each) => fragmentsOf(each)));
  return paged.pages.map(({ fragments }) =>
    fragments.filter((each): each is TextFragment => each.kind === 'text' && own.has(each)),
  );
}

const widthOf = ({ words, face, size }: TextFragment): number =>
  words.reduce((sum, { text, gap }) => sum + (fonts(face).width(text) * size) / 1000 + gap, 0);

/** Words that stand on one another. */
function collisions(paged: PagedEdition): string[] {
  return wordsOf(paged).flatMap((words) =>
    words.flatMap((one, at) =>
      words.slice(at + 1).flatMap((other) => {
        const apart = one.x + widthOf(one) <= other.x + 0.01 || other.x + widthOf(other) <= one.x + 0.01;
        const level = Math.abs(one.baseline - other.baseline) < 0.8 * one.size;
        return level && !apart ? [`“${textOfFragment(one)}” on “${textOfFragment(other)}”`] : [];
      }),
    ),
  );
}

const startsWith = (fragment: Fragment, words: string): boolean =>
  fragment.kind === 'text' && textOfFragment(fragment).startsWith(words);

/** Regions: a label beside so many rows, of so many words. */
function regions(counts: readonly number[], words: number): Table {
  const head = [
    [cell('Region', 1, 2), cell('Office', 1, 2), cell('Cases', 2)],
    [cell('2023'), cell('2024')],
  ];
  const body = counts.flatMap((count, region) =>
    Array.from({ length: count }, (_, row) => [
      ...(row === 0 ? [cell(`region ${region} ${'goes on '.repeat(words)}`, 1, count)] : []),
      cell(`office ${region} ${row}`),
      ...(row % 5 === 4 ? [cell('not counted', 2)] : [cell(`${row}`), cell(`${row + 1}`)]),
    ]),
  );
  return table([...head, ...body], { headRows: 2, rowHeaders: true });
}

describe('a table whose cells cover several columns and rows', () => {
  const shapes = [regions([3, 2, 1], 2), regions([40, 3, 60], 1), regions([2, 1, 2], 60), regions([30, 30], 150)];

  test.each(shapes.map((shape, at) => [at, shape] as const))('%i: says every cell once, in its order', (_, shape) => {
    const paged = laidOut(shape);
    const written = shape.children.flatMap(({ children }) => children.map((each) => textIn(each)));
    expect(cellsIn(paged).map((each) => textOfStructure(each))).toEqual(written);
    expect(collisions(paged)).toEqual([]);
  });

  test('keeps a few rows that share a cell on one page, and lets many go on overleaf under the whole head', () => {
    const pagesWith = (paged: PagedEdition): number => wordsOf(paged).filter((words) => words.length > 0).length;
    const few = laidOut(
      regions(
        Array.from({ length: 40 }, () => 3),
        1,
      ),
    );
    expect(pagesWith(few)).toBeGreaterThan(1);
    const rowsOf = (words: TextFragment[]) => words.filter((each) => /^office/.test(textOfFragment(each))).length;
    for (const words of wordsOf(few)) expect(rowsOf(words) % 3).toBe(0);
    const many = laidOut(regions([100], 1));
    expect(pagesWith(many)).toBeGreaterThan(1);
    for (const [at, words] of wordsOf(many).entries()) {
      if (words.length === 0) continue;
      const seen = many.pages[at]?.fragments.filter((each) => each.kind === 'text').map((each) => textOfFragment(each));
      for (const name of ['Region', 'Office', 'Cases', '2023', '2024'])
        expect(seen?.map((text) => text.trim())).toContain(name);
    }
    const artifacts = many.pages.flatMap(({ fragments }) => fragments.filter(isArtifact));
    expect(artifacts.some((each) => each.kind === 'text' && textOfFragment(each) === 'Cases')).toBe(true);
  });

  test('says overleaf again, for the eye alone, what a cell over several rows says, beside the first of them there', () => {
    const paged = laidOut(regions([70, 2], 1));
    const label = 'region 0 goes on';
    const pages = paged.pages.filter(({ fragments }) => fragments.some((each) => startsWith(each, 'office 0')));
    expect(pages.length).toBeGreaterThan(1);
    for (const [at, { fragments }] of pages.entries()) {
      const first = fragments.find((each) => startsWith(each, 'office 0')) as TextFragment;
      const said = fragments.filter((each) => startsWith(each, label)) as TextFragment[];
      expect(said.map((each) => [isArtifact(each), each.baseline, each.x < first.x])).toEqual([
        [at > 0, first.baseline, true],
      ]);
    }
    expect(
      paged.pages.flatMap(({ fragments }) => fragments.filter((each) => startsWith(each, 'region 1'))).length,
    ).toBe(1);
  });

  test('says of each cell what it covers, and which cells say what it is', () => {
    const section = { ...cell('Elsewhere', 4), data: { colSpan: 4, heads: true } };
    const shape = regions([2], 0);
    const paged = laidOut({
      ...shape,
      children: [
        ...shape.children,
        { type: 'tableRow', children: [section] },
        { type: 'tableRow', children: [cell('abroad'), cell('all offices'), cell('few', 2)] },
      ],
    });
    const told = cellsIn(paged).map((each) => [
      textOfStructure(each),
      `${each.tag} ${each.scope ?? '-'} ${each.colSpan ?? 1}x${each.rowSpan ?? 1}`,
      (each.headers ?? []).map((heading) => textOfStructure(heading)).join(', '),
    ]);
    expect(told).toEqual([
      ['Region', 'TH Column 1x2', ''],
      ['Office', 'TH Column 1x2', ''],
      ['Cases', 'TH Column 2x1', ''],
      ['2023', 'TH Column 1x1', 'Cases'],
      ['2024', 'TH Column 1x1', 'Cases'],
      ['region 0', 'TH Row 1x2', 'Region'],
      ['office 0 0', 'TD - 1x1', 'Office, region 0'],
      ['0', 'TD - 1x1', 'Cases, 2023, region 0'],
      ['1', 'TD - 1x1', 'Cases, 2024, region 0'],
      ['office 0 1', 'TD - 1x1', 'Office, region 0'],
      ['1', 'TD - 1x1', 'Cases, 2023, region 0'],
      ['2', 'TD - 1x1', 'Cases, 2024, region 0'],
      ['Elsewhere', 'TH Column 4x1', 'Region, Office, Cases, 2023, 2024'],
      ['abroad', 'TH Row 1x1', 'Region, Elsewhere'],
      ['all offices', 'TD - 1x1', 'Office, Elsewhere, abroad'],
      ['few', 'TD - 2x1', 'Cases, 2023, 2024, Elsewhere, abroad'],
    ]);
  });

  test('without spans, leaves it to the scopes', () => {
    const paged = laidOut(
      table(
        [
          [cell('A'), cell('B')],
          [cell('c'), cell('d')],
        ],
        { rowHeaders: true },
      ),
    );
    expect(cellsIn(paged).map(({ tag, headers }) => [tag, headers])).toEqual([
      ['TH', undefined],
      ['TH', undefined],
      ['TH', undefined],
      ['TD', undefined],
    ]);
  });
});

const textIn = ({ children }: TableCell): string =>
  children
    .map((each) => ('value' in each ? each.value : ''))
    .join('')
    .trim();

describe('the grid of a table', () => {
  const shown = (node: Table) => {
    const { head, body } = gridOf(node);
    const rowsIn = (rows: typeof head) =>
      rows.map(({ cells }) =>
        cells.map((at) => `${textIn(at.cell)}${at.column}:${at.colSpan}x${at.rowSpan}`).join(' '),
      );
    return { head: rowsIn(head), body: rowsIn(body) };
  };

  test('no cell reaches out of the table, out of its head, or over another', () => {
    const rows = [[cell('a', 9, 9), cell('b')], [cell('c', 1, 2), cell('d')], [cell('e', 3)]];
    expect(shown(table(rows))).toEqual({
      head: ['a0:9x1 b9:1x1'],
      body: [expect.stringContaining('c0:1x2 d1:1x1'), expect.stringContaining('e1:3x1')],
    });
  });

  test('a row in which no cell begins is none, and short rows are filled up', () => {
    const rows = [[cell('a'), cell('b')], [cell('c', 2, 3)], [], [], [cell('d')]];
    expect(shown(table(rows))).toEqual({ head: ['a0:1x1 b1:1x1'], body: ['c0:2x1', 'd0:1x1 1:1x1'] });
  });

  test('a head without words is none', () => {
    expect(
      shown(
        table([
          [cell(''), cell('')],
          [cell('a'), cell('b')],
        ]),
      ).head,
    ).toEqual([]);
  });
});
