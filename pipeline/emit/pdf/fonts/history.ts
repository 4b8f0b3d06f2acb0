/** What the fonts of a file have taken up: a page is painted with the same codes where that is the same. */
import type { Glyph, Shaper } from './shaper.ts';

/** A glyph as a file's font holds it. */
export type CodedGlyph = Pick<Glyph, 'id' | 'text' | 'advance'>;

/** A font that came into the file or, with a glyph, a code that it gave. */
export interface Taken {
  readonly shaper: Shaper;
  readonly glyph?: CodedGlyph;
}

/**
 * All that was taken up so far, in its order. What is the same is one object, in every file that begins with one root,
 * for as long as anyone has it, or what comes after it.
 */
export class History {
  readonly #next = new Map<Shaper, Map<string, WeakRef<History>>>();
  /** Without the last: what has it holds that too. */
  readonly before: History | undefined;

  constructor(before?: History) {
    this.before = before;
  }

  after({ shaper, glyph }: Taken): History {
    const ways = this.#next.get(shaper) ?? new Map<string, WeakRef<History>>();
    this.#next.set(shaper, ways);
    const key = glyph ? `${glyph.id} ${glyph.text}` : '';
    const known = ways.get(key)?.deref();
    if (known) return known;
    const next = new History(this);
    ways.set(key, new WeakRef(next));
    return next;
  }
}

/** Follows what the fonts of one file take up. */
export class Taking {
  readonly taken: Taken[] = [];
  #now: History;

  constructor(root: History) {
    this.#now = root;
  }

  get now(): History {
    return this.#now;
  }

  add(taken: Taken): void {
    this.taken.push(taken);
    this.#now = this.#now.after(taken);
  }
}
