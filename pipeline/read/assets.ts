import { posix } from 'node:path';
import type { Definition, Nodes } from 'mdast';
import {
  type Asset,
  addTo,
  type Diagnostic,
  diagnose,
  languages,
  type Position,
  type SourceDocument,
  type Staged,
  visit,
} from '../model/index.ts';
import { isExternalAddress } from './addresses.ts';
import { type Folder, readBytes } from './files.ts';
import { measurePicture } from './pictureSize.ts';
import { type SafeSvg, safeSvg } from './safeSvg.ts';

interface Use {
  readonly document: SourceDocument;
  readonly url: string;
  readonly position?: Position | undefined;
}

/** The pictures that documents show, each read once. */
export async function readAssets(
  folder: Folder,
  documents: readonly SourceDocument[],
): Promise<Staged<ReadonlyMap<string, Asset>>> {
  const assets = new Map<string, Asset>();
  const diagnostics: Diagnostic[] = [];
  const { memory } = folder;
  const uses = documents.flatMap((each) => memory.part(each.path).recall('uses', [each], () => usesIn(each)));
  for (const use of uses) {
    const path = assetPath(use.position?.path ?? use.document.path, use.url);
    const known = path !== undefined && assets.has(path);
    const read = known ? undefined : await readAsset(folder, use.url, path);
    if (typeof read === 'string') {
      const { document, position } = use;
      const details = { variant: read, url: use.url.slice(0, 120) };
      diagnostics.push(diagnose('asset-exists', { path: document.path, position, details }));
    } else if (read) {
      assets.set(read.asset.path, read.asset);
      if (read.removed.length === 0) continue;
      const details = { url: use.url.slice(0, 120), names: read.removed.join(', ').slice(0, 120) };
      diagnostics.push(diagnose('picture-is-safe', { path: use.document.path, position: use.position, details }));
    }
  }
  return { value: memory.same('assets', assets), diagnostics };
}

interface ReadAsset {
  readonly asset: Asset;
  /** What was taken out of a drawing. */
  readonly removed: readonly string[];
}

/** @returns the picture, or what is wrong with it. */
async function readAsset(folder: Folder, url: string, path: string | undefined): Promise<ReadAsset | AssetFault> {
  if (isExternalAddress(url)) return 'external';
  if (path === undefined) return 'outside';
  const read = await readBytes(folder, `source/${path}`);
  if ('fault' in read) return read.fault === 'absent' ? 'missing' : read.fault;
  return folder.memory.part(`source/${path}`).recall('picture', [read], () => {
    const picture = measurePicture(read.value);
    const safe = picture && (picture.mediaType === 'image/svg+xml' ? safeSvg(read.value) : asItIs(read.value));
    return picture && safe ? { asset: { path, ...picture, bytes: safe.bytes }, removed: safe.removed } : 'type';
  });
}

function asItIs(bytes: Uint8Array): SafeSvg {
  return { bytes, removed: [] };
}

type AssetFault = 'external' | 'outside' | 'missing' | 'unreadable' | 'type';

/**
 * Path under `source/` of a picture that a document names; undefined when it lies outside. An address that begins
 * with `/` has no meaning in a folder that can stand anywhere.
 *
 * @param file - That which names it: `source/guide/plan.md`.
 */
function assetPath(file: string, url: string): string | undefined {
  const bare = url.trim().replace(/[?#].*$/s, '');
  const path = posix.normalize(posix.join(posix.dirname(file), decoded(bare)));
  return bare.startsWith('/') || bare.includes('\\') || !path.startsWith('source/')
    ? undefined
    : path.slice('source/'.length);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function usesIn(document: SourceDocument): Use[] {
  const definitions = new Map<string, Definition[]>();
  visit(document.tree, 'definition', (node) => {
    addTo(definitions, node.identifier, node);
  });
  const uses: Use[] = [];
  const add = (url: string, node: Nodes): void => {
    uses.push({ document, url, position: node.position });
  };
  visit(document.tree, (node) => {
    if (node.type === 'image') add(node.url, node);
    else if (node.type === 'imageReference')
      for (const { url } of definitions.get(node.identifier) ?? []) add(url, node);
    else if (node.type === 'figure' && node.src) {
      for (const url of new Set(languages.map((language) => node.src?.[language] ?? ''))) add(url, node);
    }
  });
  return uses;
}
