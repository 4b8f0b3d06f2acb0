import type { Nodes, Paragraph, Root, Yaml } from 'mdast';
import type { Settings, Staged } from '../model/index.ts';
import { convertBlocks, unsafeLabels } from './convert.ts';
import { checkFences } from './fences.ts';
import { checkNoteCalls } from './noteCalls.ts';
import { placed } from './phrasing.ts';
import { fillPositions } from './positions.ts';
import { inOrder, pointsIn, report, type Source } from './source.ts';
import { parser } from './syntax.ts';
import { waiversIn, withWaivers } from './waivers.ts';

/** A document's tree, with the front matter that was taken out of it. */
export interface ParsedDocument {
  readonly tree: Root;
  readonly frontMatter: Yaml | undefined;
}

/** What the publication says of how its files are read. */
export type ReadingOptions = Pick<Settings, 'html'>;

/** Markdown with our syntax → a tree with variants, each node with its position. Front matter is left out. */
export function parseDocument(text: string, path: string, options: ReadingOptions = {}): Staged<Root> {
  const { value, diagnostics } = parseSource(text, path, options);
  return { value: value.tree, diagnostics };
}

export function parseSource(text: string, path: string, { html }: ReadingOptions = {}): Staged<ParsedDocument> {
  const source: Source = { path, text, diagnostics: [] };
  const root = parser.parse(text);
  if (depthOf(root) > deepest) return { value: asWords(root, source), diagnostics: source.diagnostics };
  fillPositions(root, text);
  checkFences(root, source);
  const fencesWrong = source.diagnostics.some(
    ({ rule }) => rule === 'fence-is-closed' || rule === 'fence-is-recognised',
  );
  const pointAt = pointsIn(text);
  const children = convertBlocks(root.children, {
    ...source,
    fencesWrong,
    passes: html === 'pass',
    unsafe: unsafeLabels(root),
    positionOf: (start, end) => ({ start: pointAt(start), end: pointAt(end) }),
  });
  const frontMatter = root.children.find((node): node is Yaml => node.type === 'yaml');
  const tree = withWaivers({ type: 'root', children, position: placed(root) }, waiversIn(root, text));
  checkNoteCalls(tree, source);
  return { value: { tree, frontMatter }, diagnostics: inOrder(source.diagnostics) };
}

/** Nodes within nodes; what is written by hand stays far below, and no stage after this one needs to fear for its stack. */
const deepest = 200;

function depthOf(root: Root): number {
  let level: Nodes[] = [root];
  let depth = 0;
  while (level.length > 0 && depth <= deepest) {
    level = level.flatMap((node) => ('children' in node ? node.children : []));
    depth++;
  }
  return depth;
}

/** A document nested too deeply, as one paragraph, so that none of its words are lost. */
function asWords(root: Root, source: Source): ParsedDocument {
  const position = placed(root);
  report(source, 'file-is-readable', { details: { variant: 'nested' } });
  const words: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: source.text, position }], position };
  return { tree: { type: 'root', children: [words], position }, frontMatter: undefined };
}
