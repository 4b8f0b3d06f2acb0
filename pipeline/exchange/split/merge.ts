import { applyEdits, lineEndOf, type TextEdit } from '../../edit/index.ts';
import { isLanguage, pointsIn } from '../../model/index.ts';
import { parseDocument } from '../../read/index.ts';
import { fenced } from '../paired.ts';
import { frontMatterEnd } from '../stretches.ts';
import { type Change, type ChangedLines, changedLines } from './changes.ts';
import type { SplitFile } from './map.ts';
import { isBlock, isCut, isEmptied, ownPlaceOf, type Place, type Side } from './place.ts';
import { lengthOf, type Piece, sideOf, textOfPieces } from './sides.ts';

/** What of a side was not taken as it is. */
export interface JoinProblem {
  /** Of the side: `fr/plan.md`. */
  readonly path: string;
  /**
   * `gone`: there is no such file. `cut`: its end is missing. `emptied`: a passage was taken out of one language.
   * `woven`: what both languages share was changed in one, so that the document is made anew of its sides.
   */
  readonly kind: 'gone' | 'cut' | 'emptied' | 'woven';
  /** In the side as it was; 1-based. */
  readonly line?: number;
}

interface Merged {
  /** Undefined: what was changed has no place of its own in the source. */
  readonly text: string | undefined;
  readonly problems: readonly JoinProblem[];
  /** The sides, with what was not taken as it was. */
  readonly sides: ReadonlyMap<string, string>;
}

/**
 * A file with what was changed in its sides, and nothing else: what lies between the changes stays as it is to the byte.
 *
 * @param now - Texts of the sides as they are now, by their paths.
 */
export function merged(file: SplitFile, now: ReadonlyMap<string, string>): Merged {
  const problems: JoinProblem[] = [];
  const sides = Object.keys(file.sides).map((path): Side & { readonly taken: readonly ChangedLines[] } => {
    const side = sideIn(file, path);
    const text = now.get(path);
    if (text === undefined) problems.push({ path, kind: 'gone' });
    const taken = (text === undefined ? [] : changedLines(side.old, text)).filter((change) => {
      const kind = isCut(change, side) ? 'cut' : isEmptied(change, side) ? 'emptied' : undefined;
      if (kind) problems.push({ path, kind, line: pointsIn(side.old)(change.from).line });
      return kind === undefined;
    });
    return { ...side, taken };
  });
  const texts = new Map(sides.map(({ path, old, taken }) => [path, applied(old, taken)]));
  if (sides.every(({ taken }) => taken.length === 0)) return { text: file.text, problems, sides: texts };
  const { edits, homeless } = editsOf(file.text, sides);
  const text = applyEdits(file.text, edits);
  if (homeless.length === 0 && saysTheSame({ ...file, text }, texts)) return { text, problems, sides: texts };
  const woven = homeless.length > 0 ? homeless : sides.filter(({ taken }) => taken.length > 0);
  return { text: undefined, problems: [...problems, ...woven.map((each) => wovenProblem(each))], sides: texts };
}

function wovenProblem({ path, line }: { readonly path: string; readonly line?: number }): JoinProblem {
  return { path, kind: 'woven', ...(line !== undefined && { line }) };
}

function sideIn({ sides, text }: SplitFile, path: string): Side {
  const pieces = sides[path] ?? [];
  const others = Object.entries(sides).flatMap(([other, its]): (readonly Piece[])[] => (other === path ? [] : [its]));
  return { path, pieces, others, old: textOfPieces(pieces, text) };
}

function applied(text: string, changes: readonly Change[]): string {
  return applyEdits(
    text,
    changes.map(({ from, to, text: put }) => ({ start: from, end: to, text: put })),
  );
}

type ChangedSide = Side & { readonly taken: readonly ChangedLines[] };

/** What changes in the source; and what has no place there, as places in its side. */
function editsOf(
  source: string,
  sides: readonly ChangedSide[],
): { readonly edits: readonly TextEdit[]; readonly homeless: readonly { path: string; line: number }[] } {
  const ending = lineEndOf(source);
  const written = (text: string): string => text.replace(/\r\n|\n|\r/g, ending);
  const edits = new Map<string, TextEdit>();
  const blocks: { readonly at: number; readonly path: string; readonly text: string }[] = [];
  const homeless: { path: string; line: number }[] = [];
  for (const side of sides) {
    for (const change of side.taken) {
      if (isBlock(change, side)) {
        blocks.push({ at: blockEnd(source, before(side.pieces, change.from)), path: side.path, text: change.text });
        continue;
      }
      const placed = placedIn(change, side, sides);
      if (!placed) homeless.push({ path: side.path, line: pointsIn(side.old)(change.from).line });
      for (const { start, end, text } of placed ?? []) {
        edits.set(`${start} ${end} ${written(text)}`, { start, end, text: written(text) });
      }
    }
  }
  const put = [...new Set(blocks.map(({ at }) => at))].map((at): TextEdit => {
    const own = blocks.filter((block) => block.at === at);
    const isPair = own.length > 1;
    const fences = own.map(({ path, text }) => {
      const language = path.startsWith('fr/') ? 'fr' : 'en';
      return `\n\n${fenced(language, text.replace(/\r\n?/g, '\n').trim(), isPair ? '' : '{only}')}`;
    });
    return { start: at, end: at, text: written(fences.join('')) };
  });
  return { edits: [...edits.values(), ...put], homeless };
}

/** By its parts where each has a place, else as a whole. What is shared must be changed alike on every side. */
function placedIn(
  change: ChangedLines,
  side: ChangedSide,
  sides: readonly ChangedSide[],
): readonly (TextEdit & Place)[] | undefined {
  const isAgreed = (place: Place, text: string): boolean =>
    place.isOwn ||
    sides.every(
      (other) =>
        other === side ||
        other.taken.some(({ parts }) =>
          parts.some((part) => {
            const its = ownPlaceOf(part, other);
            return its?.text === text && its.start === place.start && its.end === place.end;
          }),
        ),
    );
  for (const tried of [change.parts, [change]]) {
    const found = tried.flatMap((part) => {
      const place = ownPlaceOf(part, side);
      return place && isAgreed(place, place.text) ? [place] : [];
    });
    if (found.length === tried.length) return found;
  }
  return undefined;
}

/** Where in the source the last character before an offset of a side stands. */
function before(pieces: readonly Piece[], offset: number): number {
  let at = 0;
  let last = 0;
  for (const piece of pieces) {
    if (at >= offset) break;
    const length = lengthOf(piece);
    if (typeof piece !== 'string') last = piece[0] + Math.min(length, offset - at);
    at += length;
  }
  return last;
}

/** The end of the block that an offset is in or behind. */
function blockEnd(source: string, offset: number): number {
  const blocks = parseDocument(source, '').value.children;
  const ends = blocks.flatMap(({ position }) => {
    const [start, end] = [position?.start as Offset, position?.end as Offset];
    return (start?.offset ?? Infinity) < offset ? [end?.offset ?? 0] : [];
  });
  return Math.max(frontMatterEnd(source), ...ends);
}

/** Positions that come from the parser know it. */
type Offset = { readonly offset?: number } | undefined;

/** Whether the file, parted again, says what its sides are to say. */
function saysTheSame({ path, text, sides }: SplitFile, wanted: ReadonlyMap<string, string>): boolean {
  const paths = Object.keys(sides);
  if (paths.length === 1) return plain(text) === plain(wanted.get(paths[0] ?? '') ?? '');
  const { value: tree } = parseDocument(text, path);
  return paths.every((side) => {
    const language = side.slice(0, 2);
    if (!isLanguage(language)) return false;
    return plain(textOfPieces(sideOf({ path, text, tree }, language), text)) === plain(wanted.get(side) ?? '');
  });
}

/** Without what is left of fences: blank lines, and spaces that end lines. */
function plain(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trimEnd())
    .filter((line) => !/^[ \t>]*$/.test(line))
    .join('\n');
}
