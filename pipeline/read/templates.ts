import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language, Strings, Templates } from '../model/index.ts';

/** Ours: `templates/` of the package, two levels above this module, in the sources and when compiled to `.build/`. */
const packaged = fileURLToPath(new URL('../../templates/', import.meta.url));

/**
 * Templates, style sheets and string tables: the publication's own file by file, and key by key in string tables,
 * before ours. A string table of the publication that is not JSON is passed over here: `templateFaults` speaks of it.
 *
 * @param dir - The publication's folder.
 */
export function readTemplates(dir: string): Templates {
  const folders = [join(dir, 'templates'), packaged];
  const bytes = (path: string): Uint8Array => {
    for (const folder of folders) {
      const found = readInside(folder, path);
      if (found) return found;
    }
    throw new Error(`No template “${path}”`);
  };
  return {
    has: (path) => folders.some((folder) => readInside(folder, path) !== undefined),
    bytes,
    text: (path) => new TextDecoder().decode(bytes(path)),
    strings: { en: readStrings(folders, 'en'), fr: readStrings(folders, 'fr') },
  };
}

/** Names and contents of the publication's own templates as one text, which changes only with them. */
export function ownTemplates(dir: string): string {
  const folder = join(dir, 'templates');
  const hash = createHash('sha256');
  for (const path of filesIn(folder)) hash.update(`${path}\0`).update(readInside(folder, path) ?? '');
  return hash.digest('base64');
}

/** One of ours, whatever the publication has. @throws when we have none of that name. */
export function packagedText(path: string): string {
  return readFileSync(join(packaged, path), 'utf8');
}

/** A string table's file in `folder`, parsed; undefined when there is none. @throws when it is not JSON. */
export function readStringTable(folder: string, language: Language): unknown {
  const bytes = readInside(folder, `strings/${language}.json`);
  return bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

function readStrings(folders: readonly string[], language: Language): Strings {
  const [own, ours] = folders as [string, string];
  const table = flatten(readStringTable(ours, language));
  try {
    return { ...table, ...flatten(readStringTable(own, language)) };
  } catch {
    return table;
  }
}

/** `{edition: {contents: 'Contents'}}` → `{'edition.contents': 'Contents'}`. What is neither text nor a map is left out. */
function flatten(table: unknown, prefix = ''): Strings {
  if (typeof table !== 'object' || table === null) return {};
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(table)) {
    if (typeof value === 'string') flat[prefix + name] = value;
    else Object.assign(flat, flatten(value, `${prefix}${name}.`));
  }
  return flat;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort();
  } catch {
    return [];
  }
}

function readInside(folder: string, path: string): Uint8Array | undefined {
  const file = join(folder, path);
  const inside = relative(folder, file);
  if (inside.startsWith('..') || isAbsolute(inside)) throw new Error(`Template “${path}” lies outside its folder`);
  try {
    return readFileSync(file);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
