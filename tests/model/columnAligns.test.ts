import type { Table, TableCell } from 'mdast';
import { describe, expect, test } from 'vitest';
import { alignsOf, gridOf } from '../../pipeline/model/index.ts';

const cell = (value: string): TableCell => ({ type: 'tableCell', children: [{ type: 'text', value }] });

/** A table whose second column has these cells below its head. */
const column = (values: readonly string[], more: Partial<Table> = {}): Table => ({
  type: 'table',
  children: ['Head', ...values].map((value) => ({ type: 'tableRow', children: [cell('name'), cell(value)] })),
  ...more,
});
const alignOf = (table: Table): string | null | undefined => alignsOf(table, gridOf(table))[1];

describe('a column that holds nothing but numbers stands at the right', () => {
  test.each([
    ['English', ['1,234.5', '0.25', '-12', '−7.5%', '$1,200.00', 'US$4.8', '(12.5)', '3 km', '']],
    [
      'French',
      ['1\u00a0234,5', '0,25', '−12', '7,5\u00a0%', '1\u00a0200,00\u00a0$', '4,8\u00a0M$', '5\u00a0$\u00a0CA'],
    ],
    ['with gaps', ['12', '–', 'n/a', 's.\u00a0o.', '5']],
  ])('%s', (_, values) => {
    expect(alignOf(column(values))).toBe('right');
  });

  test.each([
    ['words', ['12', 'twelve']],
    ['codes', ['01', '02', '10']],
    ['dates', ['2001-12-12', '2002-01-01']],
    ['hours', ['12:30', '13\u00a0h\u00a030']],
    ['versions', ['1.2.3', '1.2.4']],
    ['telephone numbers', ['613-555-0100', '613-555-0199']],
    ['days', ['5 May', '12 juin']],
    ['gaps alone', ['–', '']],
  ])('but not %s', (_, values) => {
    expect(alignOf(column(values))).toBe(null);
  });

  test('as its author says, where he does', () => {
    expect(alignOf(column(['1', '22'], { align: [null, 'left'] }))).toBe('left');
    expect(alignOf(column(['a', 'b'], { align: [null, 'right'] }))).toBe('right');
  });

  test('years that name their rows, and headings of rows, stay at the left', () => {
    const years = (values: readonly string[], data?: Table['data']): string | null | undefined => {
      const rows = ['Year', ...values].map((value) => ({
        type: 'tableRow' as const,
        children: [cell(value), cell('a')],
      }));
      const table: Table = { type: 'table', children: rows, ...(data && { data }) };
      return alignsOf(table, gridOf(table))[0];
    };
    expect(years(['2001', '2002'])).toBe(null);
    expect(years(['1', '12'], { rowHeaders: true })).toBe(null);
    expect(years(['1', '12'])).toBe('right');
  });
});
