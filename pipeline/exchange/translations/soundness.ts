import type { Nodes } from 'mdast';
import type { TextEdit } from '../../edit/index.ts';
import type { SourceFile } from '../../model/index.ts';
import { parseDocument } from '../../read/index.ts';
import { rangesIn } from '../ranges.ts';

/** An edit and where what it put stands after all edits. */
interface Moved extends TextEdit {
  readonly from: number;
  readonly to: number;
}

/**
 * Whether a text after edits reads as before but for what was put: the same blocks around it, as many sides more as
 * were put in, and no error that was not there.
 */
export function readsAsBefore(before: SourceFile, after: SourceFile, edits: readonly TextEdit[]): boolean {
  const moved = movedBy(edits);
  const [one, other] = [read(before), read(after)];
  const added = edits.filter(({ start, end }) => start === end).length;
  if (one.sides + added !== other.sides || one.errors !== other.errors) return false;
  const places = moved.map(({ start, end }) => ({ start, end }));
  const expected = around(one.nodes, places).map(
    ({ type, start, end }) => `${type} ${at(start, moved)} ${at(end, moved)}`,
  );
  const found = around(
    other.nodes,
    moved.map(({ from, to }) => ({ start: from, end: to })),
  ).map(({ type, start, end }) => `${type} ${start} ${end}`);
  return expected.join('\n') === found.join('\n');
}

function movedBy(edits: readonly TextEdit[]): readonly Moved[] {
  let shift = 0;
  return edits
    .toSorted((a, b) => a.start - b.start)
    .map((edit) => {
      const from = edit.start + shift;
      shift += edit.text.length - (edit.end - edit.start);
      return { ...edit, from, to: from + edit.text.length };
    });
}

/** Where an offset outside the edits is after them. */
function at(offset: number, moved: readonly Moved[]): number {
  const last = moved.findLast(({ end }) => end <= offset);
  return last ? offset + (last.to - last.end) : offset;
}

interface Placed {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Those that touch no edit: what holds one or lies in one may differ. */
function around(nodes: readonly Placed[], edits: readonly { start: number; end: number }[]): readonly Placed[] {
  return nodes.filter((node) => edits.every(({ start, end }) => node.end < start || node.start > end));
}

function read({ text, path }: SourceFile): { nodes: readonly Placed[]; sides: number; errors: number } {
  const { value, diagnostics } = parseDocument(text, path);
  const rangeOf = rangesIn(new Map([['', { text, path }]]));
  const nodes: Placed[] = [];
  let sides = 0;
  const visit = (node: Nodes): void => {
    if (node.type === 'variant' || node.type === 'phrasingVariant') sides += 1;
    if (node.position) {
      const { start, end } = node.position;
      nodes.push({ type: node.type, ...rangeOf({ start, end }) });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(value);
  // a side that is missing is no fault of the edit
  const errors = diagnostics.filter(({ severity, rule }) => severity === 'error' && rule !== 'variant-present').length;
  return { nodes, sides, errors };
}

/** Whether what is opened in a text ends in it: a comment, a block of code or a container would take in what follows. */
export function endsItself(text: string): boolean {
  const { value } = parseDocument(`${text}\n\n${sentinel}\n`, '');
  const last = value.children.at(-1);
  return (
    last?.type === 'paragraph' &&
    last.children.length === 1 &&
    last.children[0]?.type === 'text' &&
    last.children[0].value === sentinel
  );
}

const sentinel = 'xqzend';
