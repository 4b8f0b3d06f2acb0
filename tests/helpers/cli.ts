import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The compiled command, as it is installed. */
export const cli = resolve('.build/bin/cli.js');

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** For node itself, before the script. */
  readonly node?: readonly string[];
}

/** A folder in which nothing was left by earlier runs. */
export function newCache(): string {
  return join(mkdtempSync(join(tmpdir(), 'diptych-cache-')), 'builds');
}

/** Runs the compiled command in a process of its own. */
export function diptych(
  args: readonly string[],
  { cwd = '.', env = {}, node = [] }: CliOptions = {},
): SpawnSyncReturns<string> {
  if (!existsSync(cli)) throw new Error('Compile first: npm run compile');
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, [...node, cli, ...args], {
    cwd,
    env: { PATH, DIPTYCH_CACHE: newCache(), ...env },
    encoding: 'utf8',
  });
}
