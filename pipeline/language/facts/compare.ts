import type { Fact } from './fact.ts';

export interface FactDifference {
  /** Stated by the first side alone, and not excused by a number word of the second. */
  readonly first: readonly Fact[];
  readonly second: readonly Fact[];
}

/**
 * Compare two sides as multisets: never by order.
 *
 * A number word is not required, but excuses a figure of the same value; an ordinal and a number of one value excuse
 * one another; a bare `$` agrees with a named currency; a date agrees with its day or its month where the other side
 * says only that, the rest standing elsewhere.
 */
export function compareFacts(first: readonly Fact[], second: readonly Fact[]): FactDifference {
  const free = new Set(second);
  const unmatched: Fact[] = [];
  for (const agree of [same, akin]) {
    const pending = agree === same ? first.filter((fact) => !fact.word) : unmatched.splice(0);
    for (const fact of pending) {
      const match = [...candidates(free, fact, agree)][0];
      if (match) free.delete(match);
      else unmatched.push(fact);
    }
  }
  const spare = first.filter((fact) => fact.word);
  const rest = [...free].filter((fact) => !fact.word);
  return {
    first: unmatched,
    second: rest.filter((fact) => {
      const excuse = spare.findIndex((word) => akin(word, fact));
      if (excuse >= 0) spare.splice(excuse, 1);
      return excuse < 0;
    }),
  };
}

function* candidates(free: ReadonlySet<Fact>, fact: Fact, agree: (one: Fact, other: Fact) => boolean): Generator<Fact> {
  for (const other of free) if (agree(fact, other)) yield other;
}

function same(one: Fact, other: Fact): boolean {
  return !other.word && one.kind === other.kind && valuesMeet(one, other) && currenciesAgree(one, other);
}

const loose: ReadonlySet<Fact['kind']> = new Set(['number', 'ordinal', 'percentage']);

function akin(one: Fact, other: Fact): boolean {
  if (one.kind === other.kind) return valuesMeet(one, other) && currenciesAgree(one, other);
  return (
    loose.has(one.kind) &&
    loose.has(other.kind) &&
    (one.word || other.word || bothCount(one, other)) === true &&
    valuesMeet(one, other)
  );
}

/** "the 3 offices" ↔ « le 3e bureau » is no false alarm worth raising; 5 ↔ 5 % is. */
function bothCount(one: Fact, other: Fact): boolean {
  return one.kind !== 'percentage' && other.kind !== 'percentage';
}

function currenciesAgree(one: Fact, other: Fact): boolean {
  return one.currency === other.currency || one.currency === undefined || other.currency === undefined;
}

function valuesMeet(one: Fact, other: Fact): boolean {
  const values = [one.value, ...(one.alternatives ?? [])];
  return values.includes(other.value) || (other.alternatives ?? []).some((value) => values.includes(value));
}
