/**
 * Whether a build has become dearer: its processor time, cold, to that of the bare floor measured beside it, held against the
 * ratios of `gate.json`.
 *
 *   npm run bench:gate [-- --record]        fails when a ratio is a quarter above the recorded one; --record writes new ones
 *
 * Ratios are of the least times of several turns, for what else the machine does only adds; further turns are taken while a
 * ratio is too high. Processor time, not time by the clock, so that a machine with other work gives the same answer.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { diptych, floor } from './peers/index.mjs';
import { load } from './whole/machine.mjs';
import { coldBuild, writeSources } from './whole/rounds.mjs';
import { workloadOf } from './workload/documents.mjs';

const documents = 10;
const tolerance = 1.25;
const turns = { least: 2, most: 3 };
const outputs = ['HTML', 'EPUB', 'PDF'];
/** In turn; the floor twice, for all ratios lean on it. */
const measurements = [
  ['floor', floor, 'HTML'],
  ['HTML', diptych, 'HTML'],
  ['EPUB', diptych, 'EPUB'],
  ['floor', floor, 'HTML'],
  ['PDF', diptych, 'PDF'],
];
const recordFile = new URL('gate.json', import.meta.url);

/** Least CPU seconds so far, by output of ours and of the floor. */
async function takeTurn(folder, least) {
  for (const [name, peer, output] of measurements) {
    const { took } = await coldBuild({ peer, output, commands: peer.outputs[output].commands }, folder);
    least[name] = Math.min(least[name] ?? took.cpu, took.cpu);
  }
}

function ratiosOf(least) {
  return Object.fromEntries(outputs.map((output) => [output, Math.round((least[output] / least.floor) * 100) / 100]));
}

const { values } = parseArgs({ options: { record: { type: 'boolean', default: false } } });
const recorded = JSON.parse(readFileSync(recordFile, 'utf8'));
const isDearer = (ratios) => outputs.filter((output) => ratios[output] > recorded.ratios[output] * tolerance);

const folder = mkdtempSync(path.join(tmpdir(), 'diptych-gate-'));
writeSources([{ peer: diptych }, { peer: floor }], folder, workloadOf(documents));
const least = {};
for (let turn = 1; turn <= turns.most; turn += 1) {
  await takeTurn(folder, least);
  if (turn >= turns.least && !values.record && isDearer(ratiosOf(least)).length === 0) break;
}
rmSync(folder, { recursive: true });

const ratios = ratiosOf(least);
for (const output of outputs) {
  const seconds = `${least[output].toFixed(2)} s of CPU`;
  const limit = (recorded.ratios[output] * tolerance).toFixed(2);
  console.log(
    `${output}  ${seconds}, ${ratios[output]} times the floor; recorded ${recorded.ratios[output]}, at most ${limit}`,
  );
}
console.log(`floor ${least.floor.toFixed(2)} s of CPU; load ${load()}`);
if (values.record) writeFileSync(recordFile, `${JSON.stringify({ node: process.version, ratios }, null, 2)}\n`);
else if (isDearer(ratios).length > 0) {
  console.error(
    `Dearer by a quarter or more than recorded: ${isDearer(ratios).join(', ')}. If that is meant: npm run bench:gate -- --record`,
  );
  process.exitCode = 1;
}
