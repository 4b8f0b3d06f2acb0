import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { measured } from './measure.mjs';
import { outputOf } from './outputs.mjs';

/**
 * Measures every contender once in each round, so that what else the machine does falls on all of them.
 *
 * @param contenders - As `contendersOf` gives them.
 * @param how - `folder` to work in, `workload`, `runs`, and `say`, which is told of each measurement.
 * @returns {Promise<object[]>} For each contender and mode (`cold`, `warm`, `edit`) its measurements and what came out.
 */
export async function rounds(contenders, { folder, workload, runs, say }) {
  for (const peer of new Set(contenders.map(({ peer }) => peer))) peer.write(sourceOf(folder, peer), workload);
  const rows = new Map();
  for (let run = 1; run <= runs; run += 1) {
    for (const contender of contenders) {
      for await (const { mode, took, came } of modes(contender, { folder, run })) {
        const { name, output, version, differs } = contender;
        const key = `${name} ${output} ${mode}`;
        const row = rows.get(key) ?? { name, version, output, mode, differs, came, runs: [] };
        row.runs.push(took);
        rows.set(key, row);
        say(
          `${key}  run ${run}: ${took.cpu.toFixed(2)} s of CPU, ${took.wall.toFixed(2)} s, ${took.memory.toFixed(0)} MB`,
        );
      }
    }
  }
  return [...rows.values()];
}

const sourceOf = (folder, peer) => path.join(folder, peer.name, 'source');

/** With empty folders; again, nothing changed; again, after a passage was changed. Each process begins anew. */
async function* modes({ peer, output, commands }, { folder, run }) {
  const own = path.join(folder, peer.name);
  const [source, out, cache] = [sourceOf(folder, peer), path.join(own, output), path.join(own, `${output} cache`)];
  for (const each of [out, cache]) {
    rmSync(each, { recursive: true, force: true });
    mkdirSync(each, { recursive: true });
  }
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  const once = async (mode) => ({ mode, took: await measured(commands(source, out), { env }), came: outputOf(out) });
  yield await once('cold');
  if (!peer.remembers) return;
  yield await once('warm');
  peer.edit(source, run);
  yield await once('edit');
  rmSync(cache, { recursive: true, force: true });
}
