/** One piece of a block's text. */
export interface Run {
  readonly text: string;
  /** Context only: code, an address, words in another language. Comes back unchanged. */
  readonly frozen?: boolean;
}

/** Where a run stands in the joined text; end exclusive. */
export interface RunRange {
  readonly start: number;
  readonly end: number;
  readonly frozen: boolean;
}

/** A stretch of the joined text and what is to be printed for it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Undefined: as in the source. */
  readonly text?: string | undefined;
  /** For a stretch of no length: offset of the character whose run takes the text, if it may be changed. */
  readonly owner: number;
}

export function rangesOf(runs: readonly Run[]): RunRange[] {
  let end = 0;
  return runs.map((run) => {
    const start = end;
    end += run.text.length;
    return { start, end, frozen: run.frozen === true };
  });
}

/** Cuts the printed text where the runs join. `pieces` follow each other and cover the whole source. */
export function writeRuns(source: string, ranges: readonly RunRange[], pieces: readonly Piece[]): string[] {
  const written = ranges.map((range) => (range.frozen ? source.slice(range.start, range.end) : ''));
  let at = 0;
  for (const piece of pieces) {
    at = runAt(ranges, at, piece.start);
    writePiece(source, { ranges, written, at }, piece);
  }
  return written;
}

interface Writing {
  readonly ranges: readonly RunRange[];
  readonly written: string[];
  /** Index of the run that the piece begins in. */
  readonly at: number;
}

function writePiece(source: string, writing: Writing, piece: Piece): void {
  const { ranges, at } = writing;
  if (piece.start === piece.end) {
    if (piece.text) insert(writing, piece, piece.text);
    return;
  }
  if (piece.end <= (ranges[at]?.end ?? 0)) {
    append(writing, at, piece.text ?? source.slice(piece.start, piece.end));
    return;
  }
  const kept = piece.text === undefined || piece.text.length === piece.end - piece.start;
  const text = piece.text ?? source.slice(piece.start, piece.end);
  let run = at;
  let pending = kept ? '' : text;
  for (let offset = piece.start; offset < piece.end; offset += 1) {
    run = runAt(ranges, run, offset);
    if (kept) append(writing, run, text[offset - piece.start] ?? '');
    else if (pending && !ranges[run]?.frozen) {
      append(writing, run, pending);
      pending = '';
    }
  }
}

/** Puts a text where none was, in the run of its owner, else in the neighbour's, else nowhere. */
function insert(writing: Writing, piece: Piece, text: string): void {
  const { ranges } = writing;
  const after = runAt(ranges, writing.at, piece.start);
  const before = runBefore(ranges, writing.at, piece.start);
  const order = piece.owner >= piece.start ? [after, before] : [before, after];
  const chosen = order.find((run) => ranges[run] && !ranges[run].frozen);
  if (chosen !== undefined) append(writing, chosen, text);
}

function append({ ranges, written }: Writing, run: number, text: string): void {
  if (!ranges[run]?.frozen) written[run] += text;
}

/** Index of the run that holds the character at `offset`, searched onward from `from`. */
function runAt(ranges: readonly RunRange[], from: number, offset: number): number {
  let run = from;
  while (run < ranges.length - 1 && offset >= (ranges[run]?.end ?? 0)) run += 1;
  return run;
}

/** Index of the run that holds the character before `offset`. */
function runBefore(ranges: readonly RunRange[], from: number, offset: number): number {
  let run = from;
  while (run > 0 && offset <= (ranges[run]?.start ?? 0)) run -= 1;
  return run;
}
