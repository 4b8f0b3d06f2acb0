import type { Pair } from 'mdast';
import { type Language, languages, lineStart, type SourceFile } from '../model/index.ts';
import { type RangeOf, rangesIn } from './ranges.ts';

/** A stretch of a file: whole lines, what stands between its blocks included. End exclusive. */
export interface Stretch {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** What stands against each other in two languages; one side may have nothing. */
export interface Facing {
  readonly en?: Stretch;
  readonly fr?: Stretch;
  /** Blocks on each side do not correspond one to one: they only lie between the same neighbours. */
  readonly loose: boolean;
  readonly types: ReadonlySet<string>;
}

/**
 * The files of a document cut into stretches that stand against each other, every character but front matter in one of
 * them. Neighbours that have no other side, in both languages, are set together: what they say, they say there.
 */
export function facingStretches(pairs: readonly Pair[], files: ReadonlyMap<string, SourceFile>): readonly Facing[] {
  const rangeOf = rangesIn(files);
  const found = grouped(pairs.map((pair) => facingOf(pair, rangeOf)));
  return withGaps(touchingJoined(found, files), files);
}

function facingOf({ children }: Pair, rangeOf: RangeOf): Facing {
  const side = (language: Language): Stretch | undefined => {
    const variant = children.find((each) => each.language === language);
    const position = variant?.position;
    if (!position?.path) return undefined;
    return { path: position.path, ...rangeOf(position) };
  };
  const [en, fr] = [side('en'), side('fr')];
  const types = new Set(children.flatMap((variant) => variant.children.map(({ type }) => type)));
  return { ...(en && { en }), ...(fr && { fr }), loose: false, types };
}

/** Runs of stretches with one side only: those of one language together, those of both as one. */
function grouped(facings: readonly Facing[]): Facing[] {
  const result: Facing[] = [];
  let open = false;
  for (const facing of facings) {
    const lone = !facing.en || !facing.fr;
    const last = result.at(-1);
    if (lone && open && last) result[result.length - 1] = joined(last, facing, true);
    else result.push(facing);
    open = lone;
  }
  return result.map((facing) => (facing.en && facing.fr ? facing : { ...facing, loose: false }));
}

function joined(one: Facing, other: Facing, loose: boolean): Facing {
  const side = (language: Language): Stretch | undefined => {
    const [a, b] = [one[language], other[language]];
    return a && b ? { ...a, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } : (a ?? b);
  };
  const [en, fr] = [side('en'), side('fr')];
  const types = new Set([...one.types, ...other.types]);
  return { ...(en && { en }), ...(fr && { fr }), loose: loose || one.loose || other.loose, types };
}

/** Blocks that share a line, as those of raw HTML do, cannot be parted. */
function touchingJoined(facings: readonly Facing[], files: ReadonlyMap<string, SourceFile>): Facing[] {
  const result: Facing[] = [];
  const ends: Partial<Record<Language, { readonly index: number; readonly end: number }>> = {};
  for (const facing of facings) {
    let at = result.length;
    for (const language of languages) {
      const [side, before] = [facing[language], ends[language]];
      if (side && before && startOfLine(files, side) < lineEnd(files, { ...side, end: before.end })) {
        at = Math.min(at, before.index);
      }
    }
    const merged = [...result.splice(at), facing].reduce((one, other) => joined(one, other, true));
    result.push(merged);
    for (const language of languages) {
      const side = merged[language];
      if (side) ends[language] = { index: result.length - 1, end: side.end };
    }
  }
  return result;
}

function startOfLine(files: ReadonlyMap<string, SourceFile>, { path, start }: Stretch): number {
  return lineStart(files.get(path)?.text ?? '', start);
}

function lineEnd(files: ReadonlyMap<string, SourceFile>, { path, end }: Stretch): number {
  const text = files.get(path)?.text ?? '';
  const ending = /[\r\n]/g;
  ending.lastIndex = end;
  return ending.exec(text)?.index ?? text.length;
}

/** What stands before a block and is no block, such as a comment, goes with it; behind the last one, with that. */
function withGaps(facings: readonly Facing[], files: ReadonlyMap<string, SourceFile>): Facing[] {
  const result = facings.map((facing) => ({ ...facing }));
  for (const language of languages) {
    const own = result.filter((facing) => facing[language]);
    const bounds = boundsOf(facings, language, files);
    let from: number | undefined;
    for (const [index, facing] of own.entries()) {
      const side = facing[language] as Stretch;
      const text = files.get(side.path)?.text ?? '';
      from ??= bounds.start;
      if (index === 0 && bounds.isSeam)
        from += leadingRule.exec(text.slice(from, startOfLine(files, side)))?.[0].length ?? 0;
      const gap = text.slice(from, startOfLine(files, side));
      const start = saysNothing(gap) ? startOfLine(files, side) : from + gap.search(/\S/);
      const last = index === own.length - 1;
      const rest = text.slice(side.end, bounds.end);
      const end = last && !saysNothing(rest) ? side.end + rest.trimEnd().length : lineEnd(files, side);
      facing[language] = { ...side, start, end };
      from = end;
    }
  }
  return result;
}

/** Blank, or a rule alone: where one file has both languages it parts them, and says nothing. */
function saysNothing(gap: string): boolean {
  const words = gap.replace(emptyAnchor, '');
  return words.trim() === '' || /^\s*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\s*$/.test(words);
}

const leadingRule = /^\s*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})(?=[\r\n])/;

/** `<a name="goal"></a>`: a place to lead to, without words. */
export const emptyAnchor = /<a\s+(?:name|id)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([\w-]+))\s*(?:\/>|>\s*<\/a\s*>)/gi;

/** Where a language may begin and end in its file, which may hold the other one too. */
function boundsOf(
  facings: readonly Facing[],
  language: Language,
  files: ReadonlyMap<string, SourceFile>,
): { readonly start: number; readonly end: number; readonly isSeam: boolean } {
  const of = (each: Language): Stretch[] => facings.flatMap((facing) => facing[each] ?? []);
  const own = of(language);
  const [first] = own;
  const text = files.get(first?.path ?? '')?.text ?? '';
  const others = of(language === 'en' ? 'fr' : 'en').filter(({ path }) => path === first?.path);
  const before = others.filter(({ end }) => end <= (first?.start ?? 0)).map((side) => lineEnd(files, side));
  const after = others.filter(({ start }) => start >= (first?.end ?? 0)).map((side) => startOfLine(files, side));
  return {
    start: before.length > 0 ? Math.max(...before) : frontMatterEnd(text),
    end: after.length > 0 ? (own.at(-1)?.end ?? 0) : text.length, // what stands between them goes with the second
    isSeam: before.length > 0,
  };
}

export function frontMatterEnd(text: string): number {
  return /^---[ \t]*(?:\r\n|\n|\r)[\s\S]*?(?:\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/.exec(text)?.[0].length ?? 0;
}
