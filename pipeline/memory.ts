import { isSame, type Memory, type Read, type ReadFrom, type Table } from './model/index.ts';

/** A memory, and what begins and ends each build with it. Only one build at a time may have it. */
export interface BuildMemory extends Memory {
  /**
   * @param changed - The only files that may say something else than in the build before, while none came and none went.
   *   Unless told, any may.
   */
  begin(changed?: ReadonlySet<string>): void;
  /**
   * Forgets, now and then, what the build that has ended did not ask for: at most that of a few builds before is kept too.
   *
   * @param isGood - After a refusal, what the last good build asked for is kept: it is wanted again.
   */
  end(isGood?: boolean): void;
}

/** Builds between two times that the memory is looked through: that takes as long as a small build. */
const tidied = 16;

/** For builds that follow one another: watch mode has one. */
export function newMemory(): BuildMemory {
  const files = new FileVersions();
  const turn: Turn = { number: 0, good: 0 };
  const root = new Part(turn, files);
  return {
    recall: (name, inputs, make) => root.recall(name, inputs, make),
    recallReading: (name, from, make) => root.recallReading(name, from, make),
    same: (name, value) => root.same(name, value),
    part: (name) => root.part(name),
    version: (path) => files.version(path),
    begin(changed) {
      turn.number += 1;
      files.change(changed, turn.number);
    },
    end(isGood = true) {
      if (isGood) turn.good = turn.number;
      if (turn.number % tidied === 0) root.forget();
    },
  };
}

interface Turn {
  /** Of the build that is under way. */
  number: number;
  /** Of the last good one. */
  good: number;
}

interface Remembered {
  inputs: readonly unknown[];
  value: unknown;
  tables?: readonly ReadTable[];
  turn: number;
}

/** What a value has read of a table. */
interface ReadTable {
  readonly kind: string;
  table: Table;
  readonly read: Map<string, unknown>;
}

class Part implements Memory {
  readonly #values = new Map<string, Remembered>();
  readonly #parts = new Map<string, Part>();
  readonly #turn: Turn;
  readonly #files: FileVersions;
  #asked = 0;

  constructor(turn: Turn, files: FileVersions) {
    this.#turn = turn;
    this.#files = files;
  }

  recall<Value>(name: string, inputs: readonly unknown[], make: (before?: Value) => Value): Value {
    const known = this.#known(name, inputs);
    if (known) return known.value as Value;
    const value = make(this.#values.get(name)?.value as Value | undefined);
    this.#values.set(name, { inputs, value, turn: this.#turn.number });
    return value;
  }

  recallReading<Value>(name: string, { inputs, tables }: ReadFrom, make: (read: Read) => Value): Value {
    const known = this.#known(name, inputs);
    if (known?.tables?.every((each) => isAsRead(each, tables[each.kind]))) return known.value as Value;
    const read = Object.entries(tables).map(([kind, table]): ReadTable => ({ kind, table, read: new Map() }));
    const value = make((kind, key) => {
      const one = read.find((each) => each.kind === kind);
      if (!one) throw new Error(`No table “${kind}”`);
      one.read.set(key, one.table.get(key));
    });
    this.#values.set(name, { inputs, value, tables: read, turn: this.#turn.number });
    return value;
  }

  same<Value>(name: string, value: Value): Value {
    const key = `=${name}`;
    const known = this.#values.get(key);
    const kept = known && isSame(known.value, value) ? (known.value as Value) : value;
    this.#values.set(key, { inputs: [], value: kept, turn: this.#turn.number });
    return kept;
  }

  part(name: string): Part {
    const part = this.#parts.get(name) ?? new Part(this.#turn, this.#files);
    this.#parts.set(name, part);
    part.#asked = this.#turn.number;
    return part;
  }

  version(path: string): number {
    return this.#files.version(path);
  }

  forget(): void {
    const { number, good } = this.#turn;
    const isKept = (turn: number): boolean => turn === number || (good < number && turn === good);
    for (const [name, { turn }] of this.#values) if (!isKept(turn)) this.#values.delete(name);
    for (const [name, part] of this.#parts) {
      if (isKept(part.#asked)) part.forget();
      else this.#parts.delete(name);
    }
  }

  #known(name: string, inputs: readonly unknown[]): Remembered | undefined {
    const known = this.#values.get(name);
    if (!known || known.inputs.length !== inputs.length) return undefined;
    for (let at = 0; at < inputs.length; at += 1) if (known.inputs[at] !== inputs[at]) return undefined;
    known.turn = this.#turn.number;
    return known;
  }
}

/** The table itself is the one that was read, or says the same under every key that was read. */
function isAsRead(own: ReadTable, table: Table | undefined): boolean {
  if (!table) return false;
  if (own.table === table) return true;
  for (const [key, value] of own.read) if (table.get(key) !== value) return false;
  own.table = table;
  return true;
}

/** When each file may have changed last. */
class FileVersions {
  readonly #own = new Map<string, number>();
  #all = 0;

  change(changed: ReadonlySet<string> | undefined, turn: number): void {
    if (!changed) {
      this.#all = turn;
      this.#own.clear();
      return;
    }
    for (const path of changed) {
      this.#own.set(path, turn);
      for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
        this.#own.set(`${path.slice(0, at)}/*`, turn);
    }
  }

  version(path: string): number {
    return this.#own.get(path) ?? this.#all;
  }
}
