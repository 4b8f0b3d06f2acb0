import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Manifest } from '../../pipeline/model/index.ts';
import { recoverFolder } from '../../pipeline/write/index.ts';

export interface Kills {
  /** How often a process was killed. */
  readonly kills: number;
  /** After how many of them something had to be finished or rolled back. */
  readonly mended: number;
  /** What was wrong afterwards; to be empty. */
  readonly faults: readonly string[];
}

/**
 * Kills a process that replaces a folder without end, at moments that follow from the seed; after each kill the next
 * command's recovery runs, and the folder must be whole, of one build, with nothing beside it.
 */
export async function killWriters(times: number, seed: number): Promise<Kills> {
  const root = mkdtempSync(join(tmpdir(), 'diptych-kill-'));
  const out = join(root, 'dist');
  const faults: string[] = [];
  let mended = 0;
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; // Numerical Recipes' linear congruence
    return state / 2 ** 32;
  };
  for (let kill = 0; kill < times; kill++) {
    const child = spawn(process.execPath, ['tests/helpers/write-forever.mjs', out], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data'); // one build is whole
    await sleep(random() * 60);
    child.kill('SIGKILL');
    await once(child, 'exit');
    if (readdirSync(root).some((name) => name !== 'dist' && name !== '.dist.lock')) mended++;
    await recoverFolder(out);
    faults.push(...faultsOf(root).map((fault) => `kill ${kill}: ${fault}`));
  }
  return { kills: times, mended, faults };
}

function faultsOf(root: string): string[] {
  const beside = readdirSync(root).filter((name) => name !== 'dist');
  if (beside.length > 0) return [`left beside: ${beside}`];
  const bytes = (path: string): Buffer => readFileSync(join(root, 'dist', path));
  const { files } = JSON.parse(bytes('manifest.json').toString()) as Manifest;
  if (files.length !== 25) return [`${files.length} files`];
  if (new Set(files.map(({ sha256 }) => sha256)).size !== 1) return ['files of two builds'];
  const broken = files.filter(({ path, sha256 }) => createHash('sha256').update(bytes(path)).digest('hex') !== sha256);
  return broken.map(({ path }) => `not as the manifest says: ${path}`);
}
