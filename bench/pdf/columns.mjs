/**
 * What the PDF in both languages costs, beside the two in one.
 *
 *   npm run bench:columns [-- documents]        20 documents unless told, of 20 kB in both languages
 *
 * Each in a process of its own, which reads the same publication; processor time of the step that lays out and paints, and
 * the most memory that the process had.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../.build/build.js';
import { writePublication } from '../publication.mjs';
import { spent } from '../sample.mjs';

const cases = { apart: ['en', 'fr'], columns: ['columns'] };

async function measure(editions, dir) {
  let [since, took] = [process.cpuUsage(), 0];
  const { files } = await build(dir, {
    editions,
    formats: ['pdf'],
    to: 'memory',
    draft: true,
    onStep: (step, state) => {
      if (step === 'pdf' && state === 'begins') since = process.cpuUsage();
      if (step === 'pdf' && state === 'ended') took = spent(since);
    },
  });
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return { took, megabytes: process.resourceUsage().maxRSS / 1024, bytes };
}

const [asked = '20', dir] = process.argv.slice(2);
if (dir) console.log(JSON.stringify(await measure(cases[asked], dir)));
else {
  const made = mkdtempSync(path.join(tmpdir(), 'bench-columns-'));
  writePublication(made, { documents: Number(asked), kilobytes: 20 });
  const [apart, columns] = Object.keys(cases).map((name) => {
    const said = execFileSync(process.execPath, [fileURLToPath(import.meta.url), name, made], { encoding: 'utf8' });
    const result = JSON.parse(said);
    const { took, megabytes, bytes } = result;
    console.log(
      `${name.padEnd(8)} ${took.toFixed(1)} s, ${Math.round(megabytes)} MB at most, ${Math.round(bytes / 1024)} kB`,
    );
    return result;
  });
  rmSync(made, { recursive: true });
  console.log(
    `${(columns.took / apart.took).toFixed(2)}  of both PDFs in one language; to be at most 1.3; load ${loadavg()[0].toFixed(1)}`,
  );
}
