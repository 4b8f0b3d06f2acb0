import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cli, diptych, newCache } from './cli.ts';
import { chanceOf } from './mutations.ts';

const words = ['often', 'seldom', 'again', 'daily', 'rarely'];

export interface BuildKills {
  /** Builds that were killed before they ended. */
  readonly killed: number;
  /** What was wrong afterwards; to be empty. */
  readonly faults: readonly string[];
}

/**
 * Changes a publication, builds it with a cache and kills the build, at moments that follow from the seed. Now and then a
 * build is let end: it must leave what one without a cache makes, and nothing beside it.
 *
 * @param every - After how many kills a build is let end.
 */
export async function killBuilds(times: number, seed: number, every: number): Promise<BuildKills> {
  const root = mkdtempSync(join(tmpdir(), 'diptych-kills-'));
  const dir = join(root, 'publication');
  cpSync('tests/publications/edited', dir, { recursive: true });
  const page = join(dir, 'source/one.md');
  const text = readFileSync(page, 'utf8');
  const env = { PATH: process.env.PATH ?? '', DIPTYCH_CACHE: newCache() };
  const chance = chanceOf(seed);
  const faults: string[] = [];
  let killed = 0;
  let longest = 3000; // milliseconds
  for (let kill = 1; kill <= times && faults.length === 0; kill += 1) {
    writeFileSync(page, text.replace('twice', chance.pick(words)));
    const child = spawn(process.execPath, [cli, 'build', dir], { env, stdio: 'ignore' });
    const ended = once(child, 'exit');
    const began = performance.now();
    await Promise.race([sleep(chance.below(longest)), ended]);
    if (child.kill('SIGKILL')) killed += 1;
    else longest = Math.max(200, (performance.now() - began) * 1.2);
    await ended;
    if (kill % every === 0) faults.push(...faultsOf(root, dir, env).map((fault) => `kill ${kill}: ${fault}`));
  }
  if (faults.length === 0) rmSync(root, { recursive: true });
  return { killed, faults };
}

function faultsOf(root: string, dir: string, env: Readonly<Record<string, string>>): string[] {
  const again = diptych(['build', dir], { env });
  const fresh = diptych(['build', dir, '--no-cache', '--out', join(root, 'fresh')], { env });
  if (again.status !== 0 || fresh.status !== 0) return [`ended with ${again.status}: ${again.stdout}${again.stderr}`];
  const beside = readdirSync(dir).filter((name) => name.startsWith('.dist'));
  if (beside.length > 0) return [`left beside: ${beside}`];
  const manifest = (folder: string): string => readFileSync(join(folder, 'manifest.json'), 'utf8');
  return manifest(join(dir, 'dist')) === manifest(join(root, 'fresh')) ? [] : ['not what a fresh build makes'];
}
