import type { Paragraph, Root, Yaml } from 'mdast';
import type { Settings, Staged } from '../model/index.ts';
import { convertBlocks, unsafeLabels } from './convert.ts';
import { checkFences } from './fences.ts';
import { checkNoteCalls } from './noteCalls.ts';
import { placed } from './phrasing.ts';
import { deepest, depthOf, type ParsedText, parseText } from './reparse.ts';
import { inOrder, pointsIn, report, type Source } from './source.ts';
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
  const { value, diagnostics } = parseSource(parseText(text), path, options);
  return { value: value.tree, diagnostics };
}

export function parseSource(
  { text, root }: ParsedText,
  path: string,
  { html }: ReadingOptions = {},
): Staged<ParsedDocument> {
  const source: Source = { path, text, diagnostics: [] };
  if (depthOf(root) > deepest) return { value: asWords(root, source), diagnostics: source.diagnostics };
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

/** A document nested too deeply, as one paragraph, so that none of its words are lost. */
function asWords(root: Root, source: Source): ParsedDocument {
  const position = placed(root);
  report(source, 'file-is-readable', { details: { variant: 'nested' } });
  const words: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: source.text, position }], position };
  return { tree: { type: 'root', children: [words], position }, frontMatter: undefined };
}
