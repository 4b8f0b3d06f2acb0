import type { DefinitionList, Root, RootContent } from 'mdast';
import {
  addTo,
  type EditionDocument,
  EXIT,
  type Language,
  type LanguageMap,
  type NoteRow,
  type Row,
  visit,
} from '../model/index.ts';
import { sharedTable, type Tagged } from './sharedTables.ts';

type Order = readonly [Language, Language];
type Blocks = readonly RootContent[];

/**
 * The blocks of a document's two editions held level. Both come from one source in its order, so blocks of one unit of
 * it stand against each other: one by one where their types agree, else all together. Ids are still those of the
 * editions.
 *
 * @param tagged - Both languages, in their order.
 */
export function rowsOf(sides: LanguageMap<EditionDocument>, tagged: Tagged): Row[] {
  const [first, second] = tagged;
  const order = [first.language, second.language] as const;
  const [one, other] = order.map((language) => unitsOf(sides[language].tree.children));
  if (!one || !other) return [];
  const units = [...new Set([...one.keys(), ...other.keys()])].sort((a, b) => a - b);
  const ids = order.map((language) => idsIn(sides[language].tree));
  const rows = units.flatMap((unit) => level([one.get(unit) ?? [], other.get(unit) ?? []], { order, tagged, ids }));
  const taken = new Set<string>();
  return rows.flatMap((row) => distinct(row, taken));
}

function idsIn(tree: Root): Set<string> {
  const ids = new Set<string>();
  visit(tree, ({ data }) => {
    if (data?.id !== undefined) ids.add(data.id);
  });
  return ids;
}

/**
 * The row, its id given up where an earlier one has it: where the sections of the languages differ, one row can have the
 * id of a heading in one language, and the next that of the same section in the other.
 */
function distinct(row: Row, taken: Set<string>): Row[] {
  if (row.type === 'shared') return [row];
  const again = row.id !== undefined && taken.has(row.id);
  if (row.id !== undefined) taken.add(row.id);
  if (row.type === 'paired') {
    const { id: _id, ...rest } = row;
    return [again ? rest : row];
  }
  const rows = row.rows.flatMap((each) => distinct(each, taken));
  return again ? rows : [{ ...row, rows }];
}

/** Notes of one label stand against each other, in the order of the first language. */
export function noteRowsOf(sides: LanguageMap<EditionDocument>, order: Order): NoteRow[] {
  const [one, other] = order;
  const notes = new Map(sides[other].notes.map((note) => [note.identifier, note]));
  const both = sides[one].notes.map((note) => {
    const counterpart = notes.get(note.identifier);
    notes.delete(note.identifier);
    return halvesOf([note, counterpart], order);
  });
  return [...both, ...[...notes.values()].map((note) => halvesOf([undefined, note], order))].map((halves) => ({
    halves,
  }));
}

function halvesOf<Half>(
  [one, other]: readonly [Half | undefined, Half | undefined],
  order: Order,
): { readonly [Side in Language]?: Half } {
  return {
    ...(one !== undefined && { [order[0]]: one }),
    ...(other !== undefined && { [order[1]]: other }),
  };
}

/**
 * Blocks by the unit of the source that they came from. The title comes before all; what a draft adds goes with what it
 * speaks of, which follows a note that something is missing, and precedes all else.
 */
function unitsOf(blocks: Blocks): Map<number, RootContent[]> {
  const units = new Map<number, RootContent[]>([[-1, blocks.slice(0, 1)]]);
  let unit = 0;
  blocks.slice(1).forEach((block, index, rest) => {
    const { data } = block;
    const own = data?.role === 'not-yet' ? rest.slice(index).find((next) => next.data?.unit !== undefined) : block;
    unit = Math.max(unit, data?.unit ?? own?.data?.unit ?? unit);
    addTo(units, unit, block);
  });
  return units;
}

type Sides = readonly [one: Blocks, other: Blocks];

interface Levelling {
  readonly order: Order;
  readonly tagged: Tagged;
  /** Those of the whole document in each language, in that order. */
  readonly ids: readonly ReadonlySet<string>[];
}

function level([one, other]: Sides, levelling: Levelling): Row[] {
  const [left, right] = [opened(one), opened(other)];
  const id = left.id ?? right.id;
  const blocks = [left.blocks, right.blocks] as const;
  const entries = entriesIn(blocks, levelling.order);
  if (entries) {
    const rest = [blocks[0].slice(1), blocks[1].slice(1)] as const; // what leads to the glossary
    return [...entries, ...rowsIn(rest, { id: undefined, ...levelling })];
  }
  if (!agree(blocks)) return [pairedRow(blocks, { id, ...levelling })];
  const rows = rowsIn(blocks, { id, ...levelling });
  return id === undefined ? rows : [{ type: 'group', id, rows }];
}

/** A group that is all there is, opened. */
function opened(blocks: Blocks): { readonly id?: string; readonly blocks: Blocks } {
  const [group, second] = blocks;
  const isOpen = group?.type === 'group' && !group.data?.element && group.children.length > 0;
  if (!isOpen || second) return { blocks };
  return { blocks: group.children, ...(group.data?.id !== undefined && { id: group.data.id }) };
}

/** The sequences of types are equal, or there is one alone. */
function agree([one, other]: Sides): boolean {
  if (one.length === 0 || other.length === 0) return true;
  return one.length === other.length && one.every((block, index) => block.type === other[index]?.type);
}

interface RowOptions extends Levelling {
  readonly id: string | undefined;
}

/** A row for each block. A group's id is also that of its first row's halves, where they have none of their own. */
function rowsIn([one, other]: Sides, { id, ...levelling }: RowOptions): Row[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, index): Row => {
    const [left, right] = [one[index], other[index]];
    if (left && right && isShared(left, right)) return { type: 'shared', block: left };
    const table = left && right && sharedTable([left, right], levelling.tagged);
    if (table) return { type: 'shared', block: table };
    const own = left?.data?.id ?? right?.data?.id;
    const sides: Sides = [left ? [left] : [], right ? [right] : []];
    return pairedRow(sides, { id: own, ...levelling, ...(index === 0 && { group: id }) });
  });
}

function pairedRow([one, other]: Sides, options: RowOptions & { readonly group?: string | undefined }): Row {
  const { id, group, order, ids } = options;
  const name = id ?? group;
  const [inOne, inOther] = id === undefined ? [] : ids; // a group was opened: its id is free
  const [left, right] = [named(one, name, inOne), named(other, name, inOther)];
  const halves = halvesOf([left.length > 0 ? left : undefined, right.length > 0 ? right : undefined], order);
  return { type: 'paired', ...(id !== undefined && { id }), halves };
}

/** The blocks, the first of which has an id: its own, or this one where nothing else in the document has it. */
function named(blocks: Blocks, id: string | undefined, taken: ReadonlySet<string> | undefined): Blocks {
  const [first, ...rest] = blocks;
  if (!first || id === undefined || first.data?.id !== undefined || taken?.has(id)) return blocks;
  return [{ ...first, data: { ...first.data, id } }, ...rest];
}

/** Entries of the glossary stand against each other by concept, in the order of the first language; their terms have the id. */
function entriesIn([[one], [other]]: Sides, order: Order): Row[] | undefined {
  if (!isGlossary(one) || !isGlossary(other)) return undefined;
  const others = conceptsIn(other);
  return [...conceptsIn(one)].map(([id, entry]): Row => {
    const counterpart = others.get(id);
    return { type: 'paired', id, halves: halvesOf([[entry], counterpart && [counterpart]], order) };
  });
}

function isGlossary(block: RootContent | undefined): block is DefinitionList {
  return block?.type === 'definitionList' && block.data?.role === 'glossary';
}

/** A list for each concept, by the id of its term. */
function conceptsIn({ children }: DefinitionList): Map<string, DefinitionList> {
  const entries = new Map<string, DefinitionList>();
  let open: DefinitionList | undefined;
  for (const child of children) {
    const id = child.type === 'definitionTerm' ? child.data?.id : undefined;
    if (id !== undefined) {
      open = { type: 'definitionList', children: [] };
      entries.set(id, open);
    }
    open?.children.push(child);
  }
  return entries;
}

/** The same in both languages, down to where its links lead; notes are called by each language for itself. */
function isShared(one: RootContent, other: RootContent): boolean {
  let calls = false;
  visit(one, 'footnoteReference', () => {
    calls = true;
    return EXIT;
  });
  return !calls && isSame(one, other);
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  const keys = Object.keys(one) as (keyof typeof one)[];
  return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]));
}
