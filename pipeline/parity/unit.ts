import type { Passage } from '../language/index.ts';
import type { Language, Position, UnitSide } from '../model/index.ts';

/** One side of a unit, with what its fingerprint is taken of. */
export interface Side extends UnitSide {
  readonly passage: Passage;
  /** The approval that its own fence carries. */
  readonly rev?: string;
}

/** A unit before anything is known of its approval. Sides in the order in which they were written; one or two. */
export interface DraftUnit {
  readonly name: string;
  readonly document?: string;
  readonly sides: readonly Side[];
  readonly place: 'fence' | 'file';
}

/** A side that is plain text, such as a value of YAML. */
export function textSide(
  text: string,
  at: { readonly language: Language; readonly path: string; readonly position?: Position | undefined },
): Side {
  const { language, path, position } = at;
  const passage: Passage = { language, source: text, words: text, links: [], values: [] };
  return { path, source: text, passage, ...(position && { position: plain(position) }) };
}

/** Without offsets. */
export function plain({ start, end }: Position): Position {
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
}
