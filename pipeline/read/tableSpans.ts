import type { Data, Table, TableCell, TableRow } from 'mdast';

/** What stands in a cell that is not one: it belongs to the cell at its left, or to the one above. */
const marks = { left: '<<', above: '^^' } as const;

/** A cell that is written, and the places that it covers. */
interface Region {
  readonly row: number;
  readonly column: number;
  places: number;
  lastRow: number;
  lastColumn: number;
}

/**
 * Gives the cells of a Markdown table what stands beside and below them as `<<` and `^^`. Where these do not make a
 * rectangle, or would join the head to the body, they are words as any others.
 */
export function withSpans(table: Table): Table {
  const regions = regionsOf(table);
  if (!regions) return table;
  const children = table.children.map((row, at): TableRow => {
    const cells = row.children.flatMap((cell, column): TableCell[] => {
      const region = regions[at]?.[column] as Region;
      if (region.row !== at || region.column !== column) return [];
      const data = { ...cell.data, ...spansOf(region) };
      return [Object.keys(data).length > 0 ? { ...cell, data } : cell];
    });
    return { ...row, children: cells };
  });
  return { ...table, children };
}

function spansOf({ row, column, lastRow, lastColumn }: Region): Data {
  const [colSpan, rowSpan] = [lastColumn - column + 1, lastRow - row + 1];
  return { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) };
}

/** For every place the region it is in; undefined where no cell covers another. */
function regionsOf(table: Table): Region[][] | undefined {
  const regions: Region[][] = [];
  const joined = new Set<Region>();
  for (const [row, { children }] of table.children.entries()) {
    const own: Region[] = [];
    regions.push(own);
    for (const [column, cell] of children.entries()) {
      const mark = markOf(cell);
      const found =
        mark === marks.left
          ? own[column - 1]
          : mark === marks.above && row > 1
            ? regions[row - 1]?.[column]
            : undefined;
      const region = found ?? { row, column, places: 0, lastRow: row, lastColumn: column };
      region.places++;
      region.lastRow = Math.max(region.lastRow, row);
      region.lastColumn = Math.max(region.lastColumn, column);
      own.push(region);
      if (found) joined.add(found);
    }
  }
  if (joined.size === 0) return undefined;
  const broken = [...joined].filter((region) => !isWhole(region));
  return regions.map((own, row) =>
    own.map((region, column) => (broken.includes(region) ? alone(row, column) : region)),
  );
}

const alone = (row: number, column: number): Region => ({ row, column, places: 1, lastRow: row, lastColumn: column });

const isWhole = ({ row, column, places, lastRow, lastColumn }: Region): boolean =>
  places === (lastRow - row + 1) * (lastColumn - column + 1);

/** What a cell says that says nothing else; with a backslash before it, it is words. */
function markOf({ children }: TableCell): string | undefined {
  const [only, more] = children;
  if (only?.type !== 'text' || more || !only.position) return undefined;
  const { start, end } = only.position;
  return end.column - start.column === only.value.length ? only.value : undefined;
}
