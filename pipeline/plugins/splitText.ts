import type { Nodes, Text } from 'mdast';

/** Offsets into a text node's value, end exclusive; ascending, apart from one another. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Cuts a text node at ranges; each range becomes what `wrap` makes of it, and all pieces keep the node's position. */
export function splitText<Found extends Range>(
  text: Text,
  ranges: readonly Found[],
  wrap: (range: Found, children: Text[]) => Nodes,
): Nodes[] {
  if (ranges.length === 0) return [text];
  const at = text.position && { position: text.position };
  const piece = (start: number, end?: number): Text => ({ type: 'text', value: text.value.slice(start, end), ...at });
  const pieces: Nodes[] = [];
  let from = 0;
  for (const range of ranges) {
    if (range.start > from) pieces.push(piece(from, range.start));
    pieces.push({ ...wrap(range, [piece(range.start, range.end)]), ...at });
    from = range.end;
  }
  return from < text.value.length ? [...pieces, piece(from)] : pieces;
}
