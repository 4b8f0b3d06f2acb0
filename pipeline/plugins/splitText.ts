import type { Nodes, Text } from 'mdast';

/** Offsets into a text node's value, end exclusive; ascending, apart from one another. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a text node at ranges; each range becomes what `wrap` makes of it. Where the source has the same letters as the
 * node, its place is its own; where it has escapes or marks between lines, all pieces keep the node's.
 */
export function splitText<Found extends Range>(
  text: Text,
  ranges: readonly Found[],
  wrap: (range: Found, children: Text[]) => Nodes,
): Nodes[] {
  if (ranges.length === 0) return [text];
  const at = (start: number, end: number) => {
    const position = positionOf(text, start, end);
    return position && { position };
  };
  const piece = (start: number, end: number): Text => ({
    type: 'text',
    value: text.value.slice(start, end),
    ...at(start, end),
  });
  const pieces: Nodes[] = [];
  let from = 0;
  for (const range of ranges) {
    if (range.start > from) pieces.push(piece(from, range.start));
    pieces.push({ ...wrap(range, [piece(range.start, range.end)]), ...at(range.start, range.end) });
    from = range.end;
  }
  return from < text.value.length ? [...pieces, piece(from, text.value.length)] : pieces;
}

function positionOf({ value, position }: Text, start: number, end: number): Text['position'] {
  const [from, to] = [position?.start.offset, position?.end.offset];
  if (!position || from === undefined || to === undefined || to - from !== value.length) return position;
  const pointAt = (offset: number) => {
    const lines = value.slice(0, offset).split('\n');
    const column = (lines.at(-1)?.length ?? 0) + (lines.length === 1 ? position.start.column : 1);
    return { line: position.start.line + lines.length - 1, column, offset: from + offset };
  };
  return { ...position, start: pointAt(start), end: pointAt(end) };
}
