/**
 * Rivers, hyphens and wide spaces in our pages and in Typst's: the same words, faces, measure and page.
 *
 *   npm run bench:rivers [-- pages]        200 pages unless told; needs pdftotext (poppler)
 *
 * A river is a space that overlaps one of the line above which itself overlaps one of the line above that. Both files
 * are read in the same way, from where their words are.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTemplates } from '../../.build/read/index.js';
import { readTheme } from '../../.build/read/theme.js';
import { sectionsOf } from './text.mjs';

/** Of a space in Source Serif at 11 points; and so many in a line that it is no heading. */
const space = { width: 2.2, least: 6 };

/** Lines further apart than this, in points, do not follow each other. */
const farthest = 20;

function* pagesOf(file) {
  const bytes = { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] };
  const xml = execFileSync('pdftotext', ['-bbox', file, '-'], bytes);
  for (const page of xml.split('<page ').slice(1)) {
    const lines = new Map();
    for (const [, x, y, end, , text] of page.matchAll(
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g,
    )) {
      const at = Math.round(Number(y) * 2) / 2;
      lines.set(at, [...(lines.get(at) ?? []), { x: Number(x), end: Number(end), text }]);
    }
    yield [...lines].sort(([a], [b]) => a - b).map(([y, words]) => ({ y, words: words.sort((a, b) => a.x - b.x) }));
  }
}

function countIn(file) {
  const count = { lines: 0, spaces: 0, rivers: 0, hyphens: 0, wide: 0 };
  for (const lines of pagesOf(file)) {
    let above = { y: Number.NEGATIVE_INFINITY, spaces: [] };
    for (const { y, words } of lines) {
      const spaces = words.slice(1).map(({ x }, at) => {
        const from = words[at].end;
        const touching = y - above.y < farthest ? above.spaces.filter((one) => one.from < x && from < one.to) : [];
        return { from, to: x, depth: 1 + Math.max(0, ...touching.map(({ depth }) => depth)) };
      });
      count.lines += 1;
      count.spaces += spaces.length;
      count.rivers += spaces.filter(({ depth }) => depth >= 3).length;
      if (/[-\u00ad]$/.test(words.at(-1)?.text ?? '')) count.hyphens += 1;
      const mean = spaces.reduce((sum, { from, to }) => sum + to - from, 0) / spaces.length;
      if (spaces.length >= space.least && mean > 2.5 * space.width) count.wide += 1;
      above = { y, spaces };
    }
  }
  return count;
}

const folder = mkdtempSync(path.join(tmpdir(), 'bench-rivers-'));
const { strings, text } = readTemplates(process.cwd());
const theme = readTheme(undefined, text('pdf/theme.yaml')).value;
const words = path.join(folder, 'text.json');
const job = { sections: sectionsOf(process.cwd(), Number(process.argv[2] ?? 200)), strings: strings.en, theme };
writeFileSync(words, JSON.stringify(job));
for (const program of ['diptych', 'typst']) {
  const file = path.join(folder, `${program}.pdf`);
  execFileSync(process.execPath, [path.join(import.meta.dirname, `${program}.mjs`), words, file], { stdio: 'ignore' });
  const { lines, spaces, rivers, hyphens, wide } = countIn(file);
  const part = (count) => ((100 * count) / lines).toFixed(1);
  console.log(
    `${program.padEnd(8)} ${lines} lines: ${((1000 * rivers) / spaces).toFixed(1)} rivers in a thousand spaces; ${part(hyphens)} % of lines end in a hyphen; ${part(wide)} % have spaces 2.5 times as wide as they are`,
  );
}
rmSync(folder, { recursive: true });
