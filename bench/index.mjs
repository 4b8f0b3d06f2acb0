/**
 * This project beside others that make the same, as whole processes in one run: see `npm run bench -- --help`.
 *
 * Results, table and drawings go into `docs/`: what stands there comes from this command alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contendersOf } from './whole/contenders.mjs';
import { summed } from './whole/figures.mjs';
import { load, machine } from './whole/machine.mjs';
import { optionsOf, usage } from './whole/options.mjs';
import { writeReport } from './whole/report.mjs';
import { rounds } from './whole/rounds.mjs';
import { workloadOf } from './workload/documents.mjs';

const options = optionsOf(process.argv.slice(2));
if (options.help) console.log(usage);
else await bench();

async function bench() {
  const { contenders, missing } = await contendersOf(options);
  for (const name of missing) console.log(`${name} is missing on this machine, and not measured`);
  const before = load();
  const rows = [];
  for (const documents of options.documents) {
    const folder = mkdtempSync(path.join(tmpdir(), 'diptych-bench-'));
    const say = (line) => console.log(`${documents} documents  ${line}`);
    const measured = await rounds(contenders, { folder, workload: workloadOf(documents), runs: options.runs, say });
    rows.push(...measured.map((row) => summed(row, documents)));
    rmSync(folder, { recursive: true });
  }
  const result = { machine: { ...machine(), load: { before, after: load() } }, runs: options.runs, missing, rows };
  for (const file of writeReport(result, options.to)) console.log(file);
}
