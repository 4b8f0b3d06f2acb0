import { cp, mkdir, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { packageFolder } from '../about.ts';
import { Failure } from '../model/index.ts';
import { pad, painter } from '../report/index.ts';
import { shortPath } from './build.ts';
import type { Context } from './program.ts';
import type { ExitCode } from './terminal.ts';

/** `diptych init DIR`: a small bilingual publication that builds, to be written over. */
export async function initCommand(dir: string, { speech, terminal }: Context): Promise<ExitCode> {
  const folder = resolve(dir);
  await assertEmpty(folder);
  await mkdir(folder, { recursive: true });
  await cp(join(packageFolder, 'templates/init'), folder, { recursive: true, errorOnExist: true, force: false });

  const paint = painter(terminal.colour);
  const path = shortPath(folder);
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const commands = [
    [`diptych build ${quoted(path)}`, speech.say('init.build')],
    [`diptych watch ${quoted(path)}`, speech.say('init.watch')],
  ] as const;
  const width = Math.max(...commands.map(([command]) => command.length));
  const lines = [
    speech.say('init.done', { path }),
    ...files.map((file) => `  ${file}`),
    '',
    speech.say('init.next'),
    ...commands.map(([command, purpose]) => `  ${paint('bold', pad(command, width))}  ${purpose}`),
  ];
  terminal.out(`${lines.join('\n')}\n`);
  return 0;
}

/** @throws Failure when there is anything in the folder, or it is no folder. */
export async function assertEmpty(folder: string): Promise<void> {
  try {
    if ((await readdir(folder)).length > 0) throw new Failure('folder-not-empty', { path: folder });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') throw new Failure('out-not-folder', { path: folder });
    if (code !== 'ENOENT') throw error;
  }
}

/** As a shell takes it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
