import type { AlignType, Nodes, Table } from 'mdast';
import type { CellPlace, TableGrid } from './tables.ts';

/** How each column stands: as its author says, else numbers at the right, where their marks can stand in line. */
export function alignsOf({ align }: Table, { columns, body }: TableGrid): AlignType[] {
  const own = (column: number): CellPlace[] =>
    body.flatMap(({ cells }) => cells.filter((place) => place.column === column && place.colSpan === 1));
  return Array.from(
    { length: columns },
    (_, column) => align?.[column] ?? (holdsNumbers(own(column)) ? 'right' : null),
  );
}

/** Every cell is a number or stands for one. A first column of years, and what heads rows, names these. */
function holdsNumbers(cells: readonly CellPlace[]): boolean {
  if (cells.some(({ heads }) => heads)) return false;
  const texts = cells.map(({ cell }) => textOf(cell).trim());
  const numbers = texts.filter((text) => number.test(text));
  if (numbers.length === 0 || (cells[0]?.column === 0 && numbers.every((text) => /^\d{4}$/.test(text)))) return false;
  return texts.every((text) => number.test(text) || noNumber.test(text));
}

/** Its words; a sign that no number has for what is no text. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'footnoteReference') return '';
  return 'children' in node ? node.children.map(textOf).join('') : '?';
}

const space = '[\\u0020\\u00a0\\u202f]';

/** In either language: signs, a currency, digits with or without groups (“01” is a code), decimals, a short unit or a currency. */
const number = new RegExp(
  [
    `^[(<>≤≥~≈±+\\-−–]{0,2}${space}?(?:[A-Z]{0,3}[$€£¥]${space}?)?`,
    `(?!0\\d)\\d+(?:[\\u0020\\u00a0\\u202f,.’]\\d{3})*(?:[.,]\\d+)?`,
    `(?:${space}?(?:[%‰]|°[CF]?|[kMG]?[$€£¥]))?(?:${space}(?:\\p{L}{1,2}[²³]?|[A-Z]{3}))?\\)?$`,
  ].join(''),
  'u',
);

/** What stands where there is none: nothing, a dash, “n/a”. */
const noNumber = /^(?:[-–—−…*]|n\/?a|n\/?d|s\.?[\u0020\u00a0]?o\.?)?$/i;
