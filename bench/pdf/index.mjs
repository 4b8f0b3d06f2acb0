/**
 * Our PDF beside Typst's: the same words, faces, measure and page, tagged, justified and hyphenated. And PDF/UA-2 beside
 * PDF/UA-1, both ours.
 *
 *   npm run bench:pdf [-- runs]        2 runs of each unless told
 *
 * Whole processes, one after the other: processor time (user and system, all threads) and peak memory as the system
 * counts them, from a file of words to the PDF on disk; each makes of them what it sets: a tree, or markup. The least of
 * the runs counts, for noise only adds. Prints the figures, then the ratios and what each is to be.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTemplates } from '../../.build/read/index.js';
import { readTheme } from '../../.build/read/theme.js';
import { sectionsOf } from './text.mjs';

const runs = Number(process.argv[2] ?? 2);
const folder = mkdtempSync(path.join(tmpdir(), 'bench-pdf-'));

function textFile(pages) {
  return path.join(folder, `${pages}.json`);
}

/** @returns {{ seconds: number, megabytes: number, printed: number }} of one process that sets so many pages. */
function measured(program, pages, standard = 'ua-1') {
  const script = path.join(import.meta.dirname, `${program}.mjs`);
  const file = path.join(folder, 'out.pdf');
  const output = execFileSync(process.execPath, [script, textFile(pages), file, standard], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { ...JSON.parse(output.trim().split('\n').at(-1) ?? ''), bytes: statSync(file).size };
}

function least(results) {
  const lowest = (key) => Math.min(...results.map((result) => result[key]));
  const { printed, bytes } = results[0];
  return { seconds: lowest('seconds'), megabytes: lowest('megabytes'), printed, bytes };
}

function compare(tasks) {
  const results = tasks.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [index, task] of tasks.entries()) results[index].push(measured(...task));
  }
  return results.map((list, index) => {
    const best = least(list);
    const [program, pages, standard = ''] = tasks[index];
    const each = list.map(({ seconds }) => seconds.toFixed(2)).join(', ');
    console.log(
      `${program.padEnd(8)} ${standard.padEnd(4)} ${pages} pages (${best.printed})  ${each} s of CPU  ${best.megabytes.toFixed(0)} MB at most`,
    );
    return best;
  });
}

const { strings, text } = readTemplates(process.cwd());
const theme = readTheme(undefined, text('pdf/theme.yaml')).value;
for (const pages of [500, 1000, 2000]) {
  const job = { sections: sectionsOf(process.cwd(), pages), strings: strings.en, theme };
  writeFileSync(textFile(pages), JSON.stringify(job));
}
const [ours, newer, theirs, double, quadruple] = compare([
  ['diptych', 500, 'ua-1'],
  ['diptych', 500, 'ua-2'],
  ['typst', 500],
  ['diptych', 1000],
  ['diptych', 2000],
]);
rmSync(folder, { recursive: true });

const perPage = ({ seconds, printed }) => seconds / printed;
const ratio = (value, goal, name) => console.log(`${value.toFixed(2)}  ${name}; to be at most ${goal}`);
console.log('');
ratio(ours.seconds / theirs.seconds, 0.8, 'our CPU to Typst’s, 500 pages');
ratio(perPage(ours) / perPage(theirs), 0.8, 'the same for each page that came out');
ratio(ours.megabytes / theirs.megabytes, 0.5, 'our memory to Typst’s, 500 pages');
ratio(quadruple.seconds / ours.seconds, 4.4, 'CPU for 2,000 pages to that for 500');
ratio(double.megabytes, 300, 'MB for 1,000 pages');
ratio(newer.seconds / ours.seconds, 1.1, 'CPU for PDF/UA-2 to that for PDF/UA-1, 500 pages');
ratio(newer.bytes / ours.bytes, 1.1, 'bytes, likewise');
