import { applyEdits, type FileChange, lineEndOf, type TextEdit } from '../../edit/index.ts';
import {
  addTo,
  type Language,
  offsetsIn,
  otherLanguage,
  type SourceDocument,
  type SourceFile,
  type Unit,
  type UnitSide,
} from '../../model/index.ts';
import { endsItself, readsAsBefore } from './soundness.ts';
import { type Incoming, type IncomingUnit, isPassage, lined, markOf, wordsOf } from './unit.ts';

/** Why a unit that came back was not taken. */
interface Refusal {
  readonly reason:
    | 'unknown'
    | 'twice'
    | 'source-changed'
    | 'target-changed'
    | 'empty'
    | 'cut'
    | 'signs'
    | 'unfinished'
    | 'breaks'
    | 'no-place'
    | 'missing';
  readonly name: string;
}

export interface Applied {
  readonly changes: readonly FileChange[];
  /** Units that are changed, and those that came back as they went out. */
  readonly taken: readonly string[];
  readonly same: number;
  readonly refused: readonly Refusal[];
}

interface Placed extends TextEdit {
  readonly path: string;
  readonly name: string;
}

/** Brings translations back into the source. Only what a translator changed is changed, to the character. */
export function applyTranslations(
  { to, units, names }: Incoming,
  publication: { readonly documents: readonly SourceDocument[]; readonly units: readonly Unit[] },
): Applied {
  const files = new Map(
    publication.documents
      .flatMap((each) => [each, ...(each.files ?? [])])
      .map((file) => [file.path, file as SourceFile]),
  );
  const known = new Map(publication.units.filter(isPassage).map((unit) => [unit.name, unit]));
  const refused: Refusal[] = [];
  const edits: Placed[] = [];
  const seen = new Map<string, IncomingUnit[]>();
  for (const unit of units) addTo(seen, unit.name, unit);
  let same = 0;
  for (const [name, [incoming, ...more]] of seen) {
    if (!incoming) continue;
    const differ = more.some(({ target }) => lined(target) !== lined(incoming.target));
    const result = differ ? 'twice' : editOf(incoming, { to, unit: known.get(name), files });
    if (result === 'same') same += 1;
    else if (typeof result === 'string') refused.push({ reason: result, name: incoming.name });
    else edits.push(result);
  }
  for (const name of names) if (!seen.has(name)) refused.push({ reason: 'missing', name });
  const sound = withoutBreaking(edits, files);
  refused.push(
    ...edits.filter((edit) => !sound.includes(edit)).map(({ name }) => ({ reason: 'breaks' as const, name })),
  );
  const paths = [...new Set(sound.map(({ path }) => path))];
  return {
    changes: paths.map((path) => {
      const before = files.get(path)?.text ?? '';
      return {
        path,
        before,
        after: applyEdits(
          before,
          sound.filter((edit) => edit.path === path),
        ),
      };
    }),
    taken: sound.map(({ name }) => name),
    same,
    refused,
  };
}

interface Lookup {
  readonly to: Language;
  readonly unit: Unit | undefined;
  readonly files: ReadonlyMap<string, SourceFile>;
}

function editOf(incoming: IncomingUnit, { to, unit, files }: Lookup): Placed | Refusal['reason'] | 'same' {
  if (!unit) return 'unknown';
  const [source, target] = [unit.sides[otherLanguage(to)], unit.sides[to]];
  const wanted = lined(incoming.target);
  const now = target && wordsOf(target);
  if (now !== undefined && wanted === now) return 'same';
  if (incoming.before !== undefined && markOf(wanted) === incoming.before) return 'same'; // not the translator's change
  if (wanted === '') return incoming.before === undefined && now === undefined ? 'same' : 'empty';
  if (incoming.cut) return 'cut';
  if (incoming.unfinished) return 'unfinished';
  if (!source || wordsOf(source) !== lined(incoming.source)) return 'source-changed';
  if ((now === undefined ? undefined : markOf(now)) !== incoming.before) return 'target-changed';
  if (hasLostSigns(wanted, wordsOf(source) + (now ?? ''))) return 'signs';
  const place = target ? placeOf(target, files) : placeBehind(source, { to, files });
  if (!place) return 'no-place';
  if (isInline(target ?? source, files) && !fitsInline(wanted)) return 'breaks';
  if (!endsItself(wanted) && endsItself(now ?? wordsOf(source))) return 'breaks';
  const { path, start, end, before, after } = place;
  const { prefix = '' } = target ?? source;
  const ending = lineEndOf(files.get(path)?.text ?? '');
  const lines = wanted.split('\n').map((line, index) => {
    return index === 0 ? line : line === '' ? prefix.trimEnd() : prefix + line;
  });
  return { path, start, end, text: before + lines.join(ending) + after, name: incoming.name };
}

/** In brackets, in a line. */
function isInline({ path, position, fence }: UnitSide, files: ReadonlyMap<string, SourceFile>): boolean {
  const text = files.get(path)?.text ?? '';
  return fence === undefined && position !== undefined && inline.test(text.slice(offsetsIn(text)(position.start)));
}

const inline = /^:(?:en|fr)\[/;

/** What no keyboard writes, and what stands for a letter that was lost; where it was there before, it may stay. */
function hasLostSigns(text: string, known: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const signs = text.match(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD-\uFFFF]|\p{Cs}/gu) ?? [];
  return signs.some((sign) => !known.includes(sign));
}

/** Whether a text may stand in the brackets of an inline passage: its own are closed, and no paragraph ends in it. */
function fitsInline(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/\\[\s\S]|[[\]]/g)) {
    if (sign === '[') depth += 1;
    if (sign === ']') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && !/\n[ \t]*\n/.test(text);
}

interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** Where a side's words stand, without the blank lines around them. */
function placeOf(side: UnitSide, files: ReadonlyMap<string, SourceFile>): Place | undefined {
  const text = files.get(side.path)?.text;
  if (text === undefined || !side.position) return undefined;
  const from = side.fence ?? offsetsIn(text)(side.position.start);
  const words = withoutEmptyLines(side);
  const start = text.indexOf(
    words,
    from + (side.fence === undefined ? 0 : (/^[^\r\n]*/.exec(text.slice(from))?.[0].length ?? 0)),
  );
  const end = start + words.length;
  if (start < 0 || end > offsetsIn(text)(side.position.end)) return undefined;
  return { path: side.path, start, end, before: '', after: '' };
}

/** As written, from the first word to the last. */
function withoutEmptyLines({ source, prefix = '' }: UnitSide): string {
  const isEmpty = (line = ''): boolean => line.trim() === '' || line.trimEnd() === prefix.trimEnd();
  const lines = source.split(/(?<=\n|\r(?!\n))/);
  const first = lines.findIndex((line) => !isEmpty(line));
  const last = lines.findLastIndex((line) => !isEmpty(line));
  const words = lines.slice(first, last + 1).join('');
  return (words.startsWith(prefix) ? words.slice(prefix.length) : words).trim();
}

/** Behind the only side that there is: a block of the same fence, or an inline one. */
function placeBehind(side: UnitSide, { to, files }: Pick<Lookup, 'to' | 'files'>): Place | undefined {
  const text = files.get(side.path)?.text;
  if (text === undefined || !side.position) return undefined;
  const at = offsetsIn(text)(side.position.end);
  const start = offsetsIn(text)(side.position.start);
  const place = { path: side.path, start: at, end: at };
  if (side.fence === undefined) {
    return inline.test(text.slice(start)) ? { ...place, before: `:${to}[`, after: ']' } : undefined;
  }
  const colons = /^:+/.exec(text.slice(side.fence))?.[0] ?? ':::';
  const line = lineEndOf(text);
  const { prefix } = side;
  if (prefix !== undefined) {
    return { ...place, before: `${line}${prefix}${colons}${to}${line}${prefix}`, after: `${line}${prefix}${colons}` };
  }
  return { ...place, before: `${line}${line}${colons}${to}${line}${line}`, after: `${line}${line}${colons}` };
}

/** Those edits after which each file reads as before. */
function withoutBreaking(edits: readonly Placed[], files: ReadonlyMap<string, SourceFile>): readonly Placed[] {
  return [...new Set(edits.map(({ path }) => path))].flatMap((path) => {
    const text = files.get(path)?.text ?? '';
    const own = edits.filter((edit) => edit.path === path);
    const holds = (tried: readonly Placed[]): boolean =>
      readsAsBefore({ path, text }, { path, text: applyEdits(text, tried) }, tried);
    if (holds(own)) return own;
    const kept: Placed[] = [];
    for (const edit of own) if (holds([...kept, edit])) kept.push(edit);
    return kept;
  });
}
