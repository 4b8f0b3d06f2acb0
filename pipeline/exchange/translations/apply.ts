import { applyEdits, type FileChange, type TextEdit } from '../../edit/index.ts';
import {
  type Language,
  offsetsIn,
  otherLanguage,
  type SourceDocument,
  type SourceFile,
  type Unit,
  type UnitSide,
} from '../../model/index.ts';
import { parseDocument } from '../../read/index.ts';
import { type Incoming, type IncomingUnit, isPassage, markOf } from './unit.ts';

/** Why a unit that came back was not taken. */
interface Refusal {
  readonly reason:
    | 'unknown'
    | 'twice'
    | 'source-changed'
    | 'target-changed'
    | 'empty'
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
  const seen = new Set<string>();
  let same = 0;
  for (const incoming of units) {
    const result = seen.has(incoming.name) ? 'twice' : editOf(incoming, { to, unit: known.get(incoming.name), files });
    seen.add(incoming.name);
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
  const wanted = plain(incoming.target);
  const now = target && plain(target.source);
  if (now !== undefined && wanted === now) return 'same';
  if (incoming.before !== undefined && markOf(wanted) === incoming.before) return 'same'; // not the translator's change
  if (wanted === '') return incoming.before === undefined && now === undefined ? 'same' : 'empty';
  if (incoming.unfinished) return 'unfinished';
  if (!source || plain(source.source) !== plain(incoming.source)) return 'source-changed';
  if ((now === undefined ? undefined : markOf(now)) !== incoming.before) return 'target-changed';
  const place = target ? placeOf(target, files) : placeBehind(source, { to, files });
  if (!place) return 'no-place';
  if ((target ?? source).fence === undefined && !fitsInline(wanted)) return 'breaks';
  const { path, start, end, before, after } = place;
  const ending = /\r\n|\n|\r/.exec(files.get(path)?.text ?? '')?.[0] ?? '\n';
  return { path, start, end, text: before + wanted.replaceAll('\n', ending) + after, name: incoming.name };
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

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
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
  const words = side.source.trim();
  const start = text.indexOf(
    words,
    from + (side.fence === undefined ? 0 : (/^[^\r\n]*/.exec(text.slice(from))?.[0].length ?? 0)),
  );
  const end = start + words.length;
  if (start < 0 || end > offsetsIn(text)(side.position.end)) return undefined;
  return { path: side.path, start, end, before: '', after: '' };
}

/** Behind the only side that there is: a block of the same fence, or an inline one. */
function placeBehind(side: UnitSide, { to, files }: Pick<Lookup, 'to' | 'files'>): Place | undefined {
  const text = files.get(side.path)?.text;
  if (text === undefined || !side.position) return undefined;
  const at = offsetsIn(text)(side.position.end);
  const start = offsetsIn(text)(side.position.start);
  const place = { path: side.path, start: at, end: at };
  if (side.fence === undefined) {
    return /^:(?:en|fr)\[/.test(text.slice(start)) ? { ...place, before: `:${to}[`, after: ']' } : undefined;
  }
  const colons = /^:+/.exec(text.slice(side.fence))?.[0] ?? ':::';
  const line = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const indent = /[^\r\n]*$/.exec(text.slice(0, side.fence))?.[0] ?? '';
  if (indent !== '') return undefined;
  return { ...place, before: `${line}${line}${colons}${to}${line}${line}`, after: `${line}${line}${colons}` };
}

/** Those edits after which each file reads as before: the same blocks of languages, and no error that was not there. */
function withoutBreaking(edits: readonly Placed[], files: ReadonlyMap<string, SourceFile>): readonly Placed[] {
  return [...new Set(edits.map(({ path }) => path))].flatMap((path) => {
    const text = files.get(path)?.text ?? '';
    const own = edits.filter((edit) => edit.path === path);
    const before = shapeOf(text, path);
    const holds = (tried: readonly Placed[]): boolean => {
      const added = tried.filter(({ start, end }) => start === end).length;
      return shapeOf(applyEdits(text, tried), path) === shapeWith(before, added);
    };
    if (holds(own)) return own;
    const kept: Placed[] = [];
    for (const edit of own) if (holds([...kept, edit])) kept.push(edit);
    return kept;
  });
}

/** Number of sides, and of errors that have nothing to do with a side that is missing. */
function shapeOf(text: string, path: string): string {
  const { value, diagnostics } = parseDocument(text, path);
  let sides = 0;
  const count = (node: object): void => {
    if ('type' in node && /^(?:variant|phrasingVariant)$/.test(String(node.type))) sides += 1;
    if ('children' in node) for (const child of node.children as object[]) count(child);
  };
  count(value);
  const errors = diagnostics.filter(({ severity, rule }) => severity === 'error' && rule !== 'variant-present').length;
  return `${sides} ${errors}`;
}

function shapeWith(shape: string, added: number): string {
  const [sides, errors] = shape.split(' ').map(Number);
  return `${(sides ?? 0) + added} ${errors}`;
}
