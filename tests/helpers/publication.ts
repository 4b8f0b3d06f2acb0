import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';

/** A small bilingual publication, that of `diptych init`, in a folder of its own. */
export function newPublication(): string {
  const dir = join(mkdtempSync(join(tmpdir(), 'diptych-')), 'publication');
  cpSync('templates/init', dir, { recursive: true });
  return dir;
}

/** A publication with these sources, in a folder of its own. */
export function copyOf(source: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'diptych-copy-'));
  cpSync(source, join(dir, 'source'), { recursive: true });
  return dir;
}

/** Files with what they hold, by their paths, in a folder of their own. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'diptych-folder-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

/** Changes a file of a publication; what is replaced must be there. */
export function edit(dir: string, path: string, [before, after]: readonly [before: string, after: string]): void {
  const text = readFileSync(join(dir, path), 'utf8');
  if (!text.includes(before)) throw new Error(`${path} has no “${before}”`);
  writeFileSync(join(dir, path), text.replace(before, after));
}

/** Every file of a folder with its bytes as hexadecimal, hidden ones too. */
export function contentOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [
      path
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
      readFileSync(path).toString('hex'),
    ]),
  );
}
