import type { Heading, Pair, Root } from 'mdast';
import type { TextEdit } from '../../edit/index.ts';
import { addTo, type Language, languages, type SourceDocument, type SourceFile } from '../../model/index.ts';
import { rangesIn } from '../ranges.ts';
import { headingsIn } from './anchors.ts';

interface Headed {
  readonly source: Pick<SourceDocument, 'title'>;
  readonly pairs: readonly Pair[];
  readonly files: ReadonlyMap<string, SourceFile>;
}

/**
 * What makes the heading that a document begins with its first one, so that it has no title beside it: `## IV. Config`
 * becomes `# IV. Config`, and those below it move up with it, unless another is as high.
 *
 * @returns By path; nothing where the document has a title, or does not begin with a heading in every language it has.
 */
export function raisedHeadings({ source, pairs, files }: Headed): ReadonlyMap<string, readonly TextEdit[]> {
  const tree: Root = { type: 'root', children: [...pairs] };
  const sides = languages
    .map((language) => ({ language, headings: headingsIn(tree, language), first: firstBlock(pairs, language) }))
    .filter(({ first }) => first !== undefined);
  const depths = sides.map(({ headings, first }) => (first === headings[0] ? (headings[0]?.depth ?? 0) : 0));
  const depth = depths[0] ?? 0;
  const all = sides.flatMap(({ headings }) => headings);
  if (source.title || depth < 2 || depths.some((each) => each !== depth) || all.some((each) => each.depth < depth))
    return new Map();
  const isHighest = sides.every(({ headings }) => headings.every((each, index) => index === 0 || each.depth > depth));
  const raised = sides.flatMap(({ headings }) => (isHighest ? headings : headings.slice(0, 1)));
  return editsFor(raised, depth - 1, files);
}

function firstBlock(pairs: readonly Pair[], language: Language) {
  return pairs.flatMap(({ children }) => children.find((side) => side.language === language)?.children ?? [])[0];
}

/** Takes signs off the marks; none where a heading is not written with such a mark. */
function editsFor(
  headings: readonly Heading[],
  levels: number,
  files: ReadonlyMap<string, SourceFile>,
): ReadonlyMap<string, readonly TextEdit[]> {
  const rangeOf = rangesIn(files);
  const edits = new Map<string, TextEdit[]>();
  for (const { position } of headings) {
    const path = position?.path ?? '';
    const text = files.get(path)?.text;
    const start = position ? rangeOf(position).start : -1;
    if (text === undefined || !/^#{2,6}[ \t]/.test(text.slice(start, start + 8))) return new Map();
    addTo(edits, path, { start, end: start + levels, text: '' });
  }
  return edits;
}
