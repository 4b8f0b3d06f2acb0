import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Of what a program keeps for itself beside what it makes. */
const kept = /-doctrees(?:\/|$)/;

/**
 * What came out.
 *
 * @returns its files and bytes, and of its PDFs, where `pdfinfo` is on the machine, pages and whether they are tagged.
 */
export function outputOf(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => !kept.test(name))
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const books = files.filter((file) => file.endsWith('.pdf')).map(bookOf);
  if (books.length === 0 || books.includes(undefined)) return { files: files.length, bytes };
  const pages = books.reduce((sum, book) => sum + book.pages, 0);
  return { files: files.length, bytes, pages, tagged: books.every(({ tagged }) => tagged) };
}

function bookOf(file) {
  const { status, stdout } = spawnSync('pdfinfo', [file], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  return { pages: Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1]), tagged: /^Tagged:\s+yes/m.test(stdout) };
}
