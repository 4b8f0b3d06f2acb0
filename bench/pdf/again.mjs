/**
 * How long a book of about 300 pages takes to be set and painted again after the words of one paragraph changed, from the
 * changed tree to the bytes of the file; beside the first time.
 *
 *   npm run bench:again
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../.build/build.js';
import { newMemory } from '../../.build/memory.js';
import { writePublication } from '../publication.mjs';

const saves = 20;
const dir = mkdtempSync(join(tmpdir(), 'diptych-again-'));
writePublication(dir, { documents: 40, kilobytes: 20 });
const path = join(dir, 'source/d7.md');
const text = readFileSync(path, 'utf8');
const memory = newMemory();

/** Milliseconds of the PDF alone. @param edition - `en` or `columns`. */
async function timed(edition, changed) {
  let took = 0;
  const run = async (slot, stage) => {
    const begun = performance.now();
    const made = await stage();
    if (slot.startsWith('pdf:')) took += performance.now() - begun;
    return made;
  };
  const how = { to: 'memory', formats: ['pdf'], editions: [edition], memory, run, ...(changed && { changed }) };
  const { outcome } = await build(dir, how);
  if (outcome !== 'done') throw new Error('The publication was refused');
  return took;
}

for (const edition of ['en', 'columns']) {
  const first = await timed(edition);
  const times = [];
  for (let save = 0; save < saves; save += 1) {
    writeFileSync(path, text.replace('is reviewed', `is read ${'again '.repeat(1 + (save % 3))}`));
    times.push(await timed(edition, new Set(['source/d7.md'])));
  }
  const [median, p95] = [0.5, 0.95].map((share) => [...times].sort((a, b) => a - b)[Math.floor(saves * share)]);
  console.log(
    `${edition}: first ${first.toFixed(0)} ms; again median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, ${(first / median).toFixed(1)} times as fast; load ${loadavg()[0].toFixed(1)}`,
  );
  writeFileSync(path, text);
}
rmSync(dir, { recursive: true });
