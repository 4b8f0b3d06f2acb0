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
  writeSources(contenders, folder, workload);
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

/** Writes the workload for each program once. */
export function writeSources(contenders, folder, workload) {
  for (const peer of new Set(contenders.map(({ peer }) => peer))) peer.write(sourceOf(folder, peer), workload);
}

const sourceOf = (folder, peer) => path.join(folder, peer.name, 'source');

/** With empty folders; again, nothing changed; again, after a passage was changed. Each process begins anew. */
async function* modes(contender, { folder, run }) {
  const { peer } = contender;
  const { took, came, again } = await coldBuild(contender, folder);
  yield { mode: 'cold', took, came };
  if (!peer.remembers) return;
  yield { mode: 'warm', ...(await again()) };
  peer.edit(sourceOf(folder, peer), run);
  yield { mode: 'edit', ...(await again()) };
}

/**
 * One build that nothing is remembered for.
 *
 * @param folder - Where the program’s source has been written by its name.
 * @returns what it took, what came out, and how to build once more with what is there now.
 */
export async function coldBuild({ peer, output, commands }, folder) {
  const own = path.join(folder, peer.name);
  const [source, out, cache] = [sourceOf(folder, peer), path.join(own, output), path.join(own, 'cache')];
  for (const each of [out, cache]) {
    rmSync(each, { recursive: true, force: true });
    mkdirSync(each, { recursive: true });
  }
  const env = { ...process.env, XDG_CACHE_HOME: cache, DIPTYCH_CACHE: path.join(cache, 'diptych') };
  const again = async () => ({ took: await measured(commands(source, out), { env }), came: outputOf(out) });
  return { ...(await again()), again };
}
