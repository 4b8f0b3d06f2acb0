import type { Nodes, Root } from 'mdast';
import { type Diagnostic, diagnose, type SourceFile, visit, type Waiver } from '../model/index.ts';
import type { Folder } from './files.ts';
import { withOurFences } from './foreignFences.ts';
import { type FrontMatter, readFrontMatter } from './frontMatter.ts';
import { parseSource, type ReadingOptions } from './markdown.ts';
import { type ParsedText, parseText } from './reparse.ts';
import type { Source } from './source.ts';

/** One Markdown file, parsed: a document, one side of one, or part of one. */
export interface ReadFile extends SourceFile {
  readonly tree: Root;
  readonly front: FrontMatter;
  readonly diagnostics: readonly Diagnostic[];
  /** Files that it includes, each once. */
  readonly included: readonly SourceFile[];
}

/** @param text - Without a byte-order mark. */
function parseFile(parsed: ParsedText, path: string, options: ReadingOptions): ReadFile {
  const { text } = parsed;
  const { value, diagnostics: found } = parseSource(parsed, path, options);
  const source: Source = { path, text, diagnostics: [...found] };
  const front = readFrontMatter(value.frontMatter, source);
  return { path, text, tree: value.tree, front, diagnostics: source.diagnostics, included: [] };
}

/** As `parseFile`, unless the file was parsed before. @param file - As it was read. */
export function remembered({ path, text }: SourceFile, folder: Folder, options: ReadingOptions): ReadFile {
  const { html } = options;
  const memory = folder.memory.part(path);
  const parsed = memory.recall('parsed', [text], (before?: ParsedText) =>
    folder.store.recall('parsed', [text, folder.bare], () =>
      parseText(folder.bare ? withOurFences(text) : text, before),
    ),
  );
  return memory.recall('file', [parsed, html], () => parseFile(parsed, path, options));
}

/** Writes into the positions of a tree which file they are in, unless they say another. */
export function placeIn<Node extends Nodes>(tree: Node, path: string): Node {
  visit(tree, (node) => {
    if (node.position && node.position.path === undefined) node.position = { ...node.position, path };
  });
  return tree;
}

/** Waivers of a tree whose file is not its document's own. */
export function placedWaivers({ tree, path }: Pick<ReadFile, 'tree' | 'path'>): readonly Waiver[] {
  return (tree.data?.waivers ?? []).map(({ position, ...waiver }) => ({ ...waiver, position: { path, ...position } }));
}

/** No title, neither in front matter nor as a heading. */
export function titleFaults({ path, tree, front }: ReadFile): Diagnostic[] {
  if (front.title || hasTitle(tree)) return [];
  return [diagnose('front-matter-is-valid', { path, details: { variant: 'no-title' } })];
}

function hasTitle(tree: Root): boolean {
  let found = false;
  visit(tree, 'heading', ({ depth }) => {
    found ||= depth === 1;
  });
  return found;
}
