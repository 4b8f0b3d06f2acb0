import type { Heading, Nodes } from 'mdast';
import { copyTree, nameParts, walk } from '../align/index.ts';
import { lineStart, type SourceDocument, type SourceFile } from '../model/index.ts';
import { type TypographySetting, typographyChanges } from '../typography/index.ts';
import { applyEdits, type TextEdit } from './edits.ts';
import { editId } from './fence.ts';
import type { FileChange } from './files.ts';

export interface FormatOptions {
  /** Set the words as they are printed. Unless given, no word is touched. */
  readonly typography?: TypographySetting;
  /** Write the ids that are derived. */
  readonly ids?: boolean;
}

/**
 * The changes that bring sources into one form: a blank line inside each fence of a language block, so that code hosts
 * show headings, lists and tables in it; on demand, derived ids and typography. All else stays as it is, byte for byte.
 */
export function format(documents: readonly SourceDocument[], options: FormatOptions): readonly FileChange[] {
  const files = new Map<string, { readonly file: SourceFile; readonly edits: Map<string, TextEdit> }>();
  for (const document of documents) {
    for (const file of [document, ...(document.files ?? [])]) {
      if (!files.has(file.path)) files.set(file.path, { file, edits: new Map() });
    }
    for (const { path, ...edit } of editsOf(document, options)) {
      files.get(path)?.edits.set(`${edit.start} ${edit.end} ${edit.text}`, edit); // a part may be in several documents
    }
  }
  return [...files.values()].flatMap(({ file: { path, text }, edits }) => {
    const after = applyEdits(text, [...edits.values()]);
    return after === text ? [] : [{ path, before: text, after }];
  });
}

type PlacedEdit = TextEdit & { readonly path: string };

function editsOf(document: SourceDocument, { typography, ids }: FormatOptions): readonly PlacedEdit[] {
  const textOf = textsOf(document);
  return [
    ...blankLines(document, textOf),
    ...(ids ? idEdits(document, textOf) : []),
    ...(typography
      ? typographyChanges(document, typography).flatMap(({ path, changes }) =>
          changes.map((change) => ({ ...change, path })),
        )
      : []),
  ];
}

type TextOf = (node: Nodes) => SourceFile;

function textsOf(document: SourceDocument): TextOf {
  const files = new Map([document, ...(document.files ?? [])].map((file) => [file.path, file]));
  return ({ position }) => files.get(position?.path ?? document.path) ?? document;
}

/** Offsets that come from the parser know it. */
function offsets({ position }: Nodes): { readonly start: number; readonly end: number } {
  const point = (at: 'start' | 'end'): number => (position?.[at] as { offset?: number } | undefined)?.offset ?? 0;
  return { start: point('start'), end: point('end') };
}

function blankLines(document: SourceDocument, textOf: TextOf): readonly PlacedEdit[] {
  const edits: PlacedEdit[] = [];
  walk(document.tree, (node) => {
    if (node.type !== 'variant') return;
    const { path, text } = textOf(node);
    const { start, end } = offsets(node);
    edits.push(...linesIn(text, { start, end }).map((edit) => ({ ...edit, path })));
  });
  return edits;
}

/** The opening line, with its end. A side that is a file of its own may begin with a block that has another fence. */
const languageFence = /^:{3,}(?:en|fr)(?=[[{ \t\r\n])[^\r\n]*(\r\n|\n|\r)/;

/** After the opening fence and before the closing one; nothing where the block is no fence, or is empty. */
function linesIn(text: string, { start, end }: { start: number; end: number }): readonly TextEdit[] {
  const opening = languageFence.exec(text.slice(start, end));
  const closing = /(?:\r\n|\n|\r)([ \t>]*):{3,}[ \t]*$/.exec(text.slice(start, end));
  if (!opening || !closing) return [];
  const [inside, last] = [start + opening[0].length, start + closing.index];
  if (inside >= last || text.slice(inside, last).trim() === '') return [];
  const before = text.slice(lineStart(text, start), start);
  if (!/^[ \t>]*$/.test(before)) return []; // behind the mark of a list item a blank line would end it
  const ending = opening[1] ?? '\n';
  const line = before.trimEnd() + ending;
  const isBlank = (written: string | undefined): boolean => /^[ \t>]*$/.test(written ?? '');
  const first = /^[^\r\n]*/.exec(text.slice(inside, last))?.[0];
  const final = text.slice(Math.max(inside, lineStart(text, last)), last);
  const at = last + ending.length;
  return [
    ...(isBlank(first) ? [] : [{ start: inside, end: inside, text: line }]),
    ...(isBlank(final) ? [] : [{ start: at, end: at, text: line }]),
  ];
}

/** On each pair's first fence, and on each heading that both languages share. */
function idEdits(document: SourceDocument, textOf: TextOf): readonly PlacedEdit[] {
  const tree = copyTree(document.tree);
  nameParts(tree, document);
  const edits: PlacedEdit[] = [];
  walk(tree, (node) => {
    const { id, authored } = named(node);
    if (node.type === 'heading' && id !== undefined && !authored) edits.push(...headingId(node, id, textOf(node)));
    if (node.type !== 'pair') return undefined;
    const [side] = node.children;
    if (!side) return 'skip';
    const { path, text } = textOf(side);
    const { start } = offsets(side);
    if (id === undefined || authored || !languageFence.test(text.slice(start))) return 'skip';
    edits.push({ ...editId(text, start, id), path });
    return 'skip';
  });
  return edits;
}

/** Where a pair is one heading a side, its id is theirs. */
function named(node: Nodes): NonNullable<Nodes['data']> {
  const [block, more] = node.type === 'pair' ? (node.children[0]?.children ?? []) : [];
  const own = node.data?.id === undefined && block?.type === 'heading' && !more ? block.data : node.data;
  return own ?? {};
}

/** Behind the words of a heading of one line. */
function headingId(heading: Heading, id: string, { path, text }: SourceFile): readonly PlacedEdit[] {
  const last = heading.children.at(-1);
  const { start, end } = offsets(heading);
  if (!last || !/^#{1,6}[ \t]/.test(text.slice(start))) return [];
  const at = offsets(last).end;
  return at > start && at <= end ? [{ start: at, end: at, text: ` {#${id}}`, path }] : [];
}
