import { posix } from 'node:path';
import type { Include, Nodes, Parents } from 'mdast';
import { type Diagnostic, diagnose, visit, type Waiver } from '../model/index.ts';
import { isExternalAddress } from './addresses.ts';
import { type Folder, readText } from './files.ts';
import type { ReadingOptions } from './markdown.ts';
import { placedWaivers, placeIn, type ReadFile, remembered } from './readFile.ts';
import { withWaivers } from './waivers.ts';

/** Inclusions and characters that one document may take in: far more than anybody writes, and an end to any bomb. */
const most = { inclusions: 1000, characters: 4_000_000 } as const;

/** Files that were read already. */
export interface ParsedFiles {
  /** By path. */
  readonly files: Map<string, ReadFile>;
  /** How they are read. */
  readonly options: ReadingOptions;
}

/** One document while its parts are put in. */
interface Work {
  readonly folder: Folder;
  /** Filled with the parts that are no listed documents. */
  readonly known: ParsedFiles;
  readonly parts: Map<string, ReadFile>;
  readonly diagnostics: Diagnostic[];
  readonly waivers: Waiver[];
  inclusions: number;
  characters: number;
}

/**
 * The file with the blocks of every file that it includes in their places, each saying which file it is in. Front matter
 * of a part is left out.
 *
 * @param known - Others inside the publication's folder are read and added.
 */
export async function withParts(file: ReadFile, folder: Folder, known: ParsedFiles): Promise<ReadFile> {
  const memory = folder.memory.part(file.path);
  if (!memory.recall('includes', [file.tree], () => hasIncludes(file.tree))) return file;
  const work: Work = {
    folder,
    known,
    parts: new Map(),
    diagnostics: [],
    waivers: [...(file.tree.data?.waivers ?? [])],
    inclusions: 0,
    characters: 0,
  };
  const tree = structuredClone(file.tree);
  await putParts(tree, [file.path], work);
  return memory.same('with parts', {
    ...file,
    tree: withWaivers(tree, work.waivers),
    diagnostics: [...file.diagnostics, ...work.diagnostics],
    included: [...work.parts.values()].map(({ path, text }) => ({ path, text })),
  });
}

function hasIncludes(tree: Nodes): boolean {
  let found = false;
  visit(tree, 'include', () => {
    found = true;
  });
  return found;
}

/** @param chain - The files that are open, innermost last. */
async function putParts(parent: Parents, chain: readonly string[], work: Work): Promise<void> {
  const children: Nodes[] = [];
  for (const child of parent.children) {
    if (child.type === 'include') children.push(...(await partOf(child, chain, work)));
    else {
      if ('children' in child) await putParts(child, chain, work);
      children.push(child);
    }
  }
  (parent as { children: Nodes[] }).children = children;
}

async function partOf(include: Include, chain: readonly string[], work: Work): Promise<Nodes[]> {
  const from = chain.at(-1) ?? '';
  const tell = (variant: string, details: Diagnostic['details'] = {}): Nodes[] => {
    const { position } = include;
    const src = include.src.slice(0, 120);
    work.diagnostics.push(
      diagnose('include-resolves', { path: from, position, details: { variant, src, ...details } }),
    );
    return [];
  };
  if (include.src.trim() === '') return tell('unnamed');
  const path = pathOf(include.src, from);
  if (path === undefined) return tell('outside');
  if (!/\.md$/i.test(path)) return tell('type');
  if (chain.includes(path)) return tell('cycle', { chain: [...chain.slice(chain.indexOf(path)), path].join(' → ') });
  const part = await readPart(path, work);
  if (typeof part === 'string') return tell(part);
  work.inclusions++;
  work.characters += part.text.length;
  if (work.inclusions > most.inclusions || work.characters > most.characters) return tell('much');
  if (!work.parts.has(path)) work.waivers.push(...placedWaivers(part));
  work.parts.set(path, part);
  const tree = placeIn(structuredClone(part.tree), path);
  await putParts(tree, [...chain, path], work);
  return tree.children;
}

/** Path relative to the publication's folder; undefined when it lies outside. */
function pathOf(src: string, from: string): string | undefined {
  if (isExternalAddress(src) || src.startsWith('/') || src.includes('\\')) return undefined;
  const path = posix.normalize(posix.join(posix.dirname(from), decoded(src.trim())));
  return path === '..' || path.startsWith('../') ? undefined : path;
}

function decoded(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

/** @returns the file, or what is wrong with it. */
async function readPart(path: string, work: Work): Promise<ReadFile | 'missing' | 'outside' | 'unreadable'> {
  const read = work.known.files.get(path);
  if (read) return read;
  const file = await readText(work.folder, path);
  if (file.absent) return 'missing';
  if (file.text === undefined) {
    return file.diagnostics.some(({ details }) => details.variant === 'outside') ? 'outside' : 'unreadable';
  }
  const part = remembered({ path, text: file.text }, work.folder, work.known.options);
  work.known.files.set(path, part);
  work.diagnostics.push(...part.diagnostics);
  return part;
}
