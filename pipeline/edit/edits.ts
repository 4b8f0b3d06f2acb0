/** A piece of a text and what is to stand in its place; offsets are UTF-16 code units. */
export interface TextEdit {
  readonly start: number;
  /** As `start`: something is put in. */
  readonly end: number;
  readonly text: string;
}

/** What ends the lines of a text, as its first one has it; that of Unix where none ends. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/**
 * The text with the edits made; everything else stays as it is, character by character.
 *
 * @throws when two edits overlap: that is our mistake.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < done) throw new Error('Two edits overlap');
    result += text.slice(done, start) + put;
    done = end;
  }
  return result + text.slice(done);
}
