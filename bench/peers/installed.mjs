import { spawnSync } from 'node:child_process';

/** What a program says of its version, in a line; undefined where it is not on this machine. */
export function versionOf(command, args = ['--version']) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? /\d+(?:\.\d+)+/.exec(stdout)?.[0] : undefined;
}

/** Of a package of npm, as `package.json` says; undefined where it is not installed. */
export async function packageVersion(name) {
  try {
    await import(name);
  } catch {
    return undefined;
  }
  const url = new URL('../../package.json', import.meta.url);
  const { dependencies, devDependencies } = (await import(url, { with: { type: 'json' } })).default;
  return { ...dependencies, ...devDependencies }[name];
}
