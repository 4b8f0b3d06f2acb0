import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** Processes that waited for a processor or ran, over the last minute. */
export function load() {
  return Math.round(loadavg()[0] * 10) / 10;
}

/** What a reader of figures wants to know of the machine and of the state of this project. */
export function machine() {
  const all = cpus();
  return {
    processor: all[0]?.model ?? 'unknown',
    cores: all.length,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    commit: commit(),
    day: new Date().toISOString().slice(0, 10),
  };
}

/** Short name of the commit that was measured, with a `+` where files differ from it; empty outside a repository. */
function commit() {
  const git = (...args) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--', 'pipeline', 'templates') && '+'}`;
  } catch {
    return '';
  }
}
