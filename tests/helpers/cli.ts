import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The compiled command, as it is installed. */
export const cli = resolve('.build/bin/cli.js');

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** For node itself, before the script. */
  readonly node?: readonly string[];
}

/** Runs the compiled command in a process of its own. */
export function diptych(
  args: readonly string[],
  { cwd = '.', env = {}, node = [] }: CliOptions = {},
): SpawnSyncReturns<string> {
  if (!existsSync(cli)) throw new Error('Compile first: npm run compile');
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, [...node, cli, ...args], { cwd, env: { PATH, ...env }, encoding: 'utf8' });
}
