import type { OutputFile } from '../model/index.ts';
import { displayWidth, pad } from '../report/index.ts';
import type { Speech } from './speech.ts';

/**
 * What came out, a line for each format and edition:
 *
 *     HTML  en  en/index.html   7 pages    96 kB
 *     PDF   en  sample-en.pdf            210 kB
 */
export function outputTable(files: readonly OutputFile[], speech: Speech): string {
  const rows = rowsOf(files, speech);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const lines = rows.map((row) => row.map((cell, at) => align(cell, widths[at] ?? 0, at)).join('  '));
  return lines.map((line) => `  ${line}\n`).join('');
}

function rowsOf(files: readonly OutputFile[], { count, size }: Speech): readonly (readonly string[])[] {
  return (['html', 'epub', 'pdf'] as const).flatMap((format) => {
    const made = files.filter((file) => file.format === format && file.edition);
    const editions = [...new Set(made.map(({ edition }) => edition))];
    return editions.map((edition) => {
      const own = made.filter((file) => file.edition === edition);
      const first = own.find(({ path }) => path.endsWith('/index.html')) ?? own[0];
      const pages = format === 'html' ? count('build.pages', own.length) : '';
      const bytes = own.reduce((sum, file) => sum + file.bytes.byteLength, 0);
      return [format.toUpperCase(), edition ?? '', first?.path ?? '', pages, size(bytes)];
    });
  });
}

/** Numbers to the right, words to the left. */
function align(cell: string, width: number, column: number): string {
  return column < 3 ? pad(cell, width) : ' '.repeat(Math.max(0, width - displayWidth(cell))) + cell;
}
