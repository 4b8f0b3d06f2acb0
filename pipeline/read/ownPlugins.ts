import { readFile, realpath, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'unified';
import {
  type Diagnostic,
  diagnose,
  type OwnPlugin,
  type PluginSetting,
  reasonOf,
  type Staged,
} from '../model/index.ts';
import { type Folder, isInside } from './files.ts';

const configPath = 'source/publication.yaml';

/**
 * Loads the plugins that a publication names: files in its folder, and packages that are installed for it. What cannot
 * be loaded is reported where it is named.
 */
export async function loadPlugins(settings: readonly PluginSetting[], folder: Folder): Promise<Staged<OwnPlugin[]>> {
  const value: OwnPlugin[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const setting of settings) {
    const loaded = await load(setting.name, folder).catch((error: unknown) => ({
      fault: 'broken',
      reason: reasonOf(error),
    }));
    if ('plugin' in loaded) value.push({ ...setting, plugin: loaded.plugin });
    else {
      const { fault: variant, reason } = loaded;
      const details = { variant, name: setting.name, ...(reason !== undefined && { reason }) };
      diagnostics.push(diagnose('plugin-runs', { path: configPath, position: setting.position, details }));
    }
  }
  return { value: folder.memory.same('plugins', value), diagnostics };
}

type Loaded = { readonly plugin: Plugin } | { readonly fault: string; readonly reason?: string };

async function load(name: string, folder: Folder): Promise<Loaded> {
  const found = /^[./]/.test(name) ? await fileOf(name, folder) : await packageOf(name, folder);
  if ('fault' in found) return found;
  const loaded: { readonly default?: unknown } = await import(found.url);
  return typeof loaded.default === 'function' ? { plugin: loaded.default as Plugin } : { fault: 'no-plugin' };
}

type Found = { readonly url: string } | { readonly fault: string };

/** A file is loaded again when it has changed: Node remembers modules by their address. */
async function fileOf(name: string, { root }: Folder): Promise<Found> {
  const path = await realpath(join(root, name)).catch(() => undefined);
  if (path === undefined) return { fault: 'no-file' };
  if (!isInside(root, path)) return { fault: 'outside' };
  const { mtimeMs } = await stat(path);
  return { url: `${pathToFileURL(path).href}?changed=${mtimeMs}` };
}

async function packageOf(name: string, { root }: Folder): Promise<Found> {
  try {
    return { url: pathToFileURL(createRequire(join(root, 'publication.js')).resolve(name)).href };
  } catch {
    const path = await entryOf(name, root);
    return path === undefined ? { fault: 'no-package' } : { url: pathToFileURL(path).href };
  }
}

/** A package for `import` alone, which `require` does not resolve: looked for in each folder up from the publication's. */
async function entryOf(name: string, root: string): Promise<string | undefined> {
  for (let folder = root; ; folder = dirname(folder)) {
    const home = join(folder, 'node_modules', name);
    const text = await readFile(join(home, 'package.json'), 'utf8').catch(() => undefined);
    if (text !== undefined) return join(home, entryIn(JSON.parse(text)));
    if (dirname(folder) === folder) return undefined;
  }
}

function entryIn({ exports, main }: { exports?: unknown; main?: string }): string {
  const at = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  const own = at(exports, '.') ?? exports;
  const entry = at(own, 'import') ?? at(own, 'default') ?? own;
  const file = at(entry, 'default') ?? entry;
  return typeof file === 'string' ? file : (main ?? 'index.js');
}
