import type { Fact, FactValue } from './fact.ts';

interface FactDifference {
  /** Stated by the first side alone, and not excused by a number word of the second. */
  readonly first: readonly Fact[];
  readonly second: readonly Fact[];
}

/**
 * Compare two sides as multisets: never by order.
 *
 * A number word is not required, but excuses a figure of the same value; an ordinal and a number of one value excuse
 * one another; a bare `$` agrees with any country's dollar; a date agrees with its parts where the other side says them
 * apart. A month without a year is told only where the other side names another one.
 */
export function compareFacts(first: readonly Fact[], second: readonly Fact[]): FactDifference {
  const free = new Set(second);
  const unmatched: Fact[] = [];
  for (const agree of [same, alsoSame, akin]) {
    const pending = agree === same ? first.filter((fact) => !fact.word) : unmatched.splice(0);
    for (const fact of pending) {
      const match = [...candidates(free, fact, agree)][0];
      if (match) free.delete(match);
      else unmatched.push(fact);
    }
  }
  const spare = first.filter((fact) => fact.word);
  const rest = [...free].filter((fact) => !fact.word);
  const left = rest.filter((fact) => {
    const excuse = spare.findIndex((word) => akin(word, fact));
    if (excuse >= 0) spare.splice(excuse, 1);
    return excuse < 0;
  });
  const scattered = withoutScattered(...withoutElided([unmatched, left], [first, second]));
  const months = { first: loneMonths(first, second), second: loneMonths(second, first) };
  if (months.first.length === 0 || months.second.length === 0) return scattered;
  return { first: [...scattered.first, ...months.first], second: [...scattered.second, ...months.second] };
}

/** “$2 billion, then $3 billion” ↔ « 2 milliards de dollars, puis 3 milliards »: the side has said of what already. */
function withoutElided(
  [one, two]: readonly [readonly Fact[], readonly Fact[]],
  sides: readonly [readonly Fact[], readonly Fact[]],
): [Fact[], Fact[]] {
  const saysMoney = sides.map((side) => side.some(({ kind }) => kind === 'money'));
  const free = new Set(two);
  const left = one.filter((fact) => {
    const match = [...free].find(
      (other) =>
        valuesMeet(fact, other) &&
        ((fact.kind === 'money' && other.kind === 'number' && saysMoney[1]) ||
          (fact.kind === 'number' && other.kind === 'money' && saysMoney[0])),
    );
    if (match) free.delete(match);
    return !match;
  });
  return [left, [...free]];
}

/** Months without a year that the other side says nowhere. */
function loneMonths(own: readonly Fact[], other: readonly Fact[]): readonly Fact[] {
  const bare = own.filter(({ kind, word }) => kind === 'month' && word);
  if (bare.length === 0) return [];
  const said = new Set(other.flatMap(partsOf));
  return bare.filter((fact) => !partsOf(fact).some((part) => said.has(part)));
}

/**
 * “April 5 to April 10” ↔ « du 5 au 10 avril »: a date whose parts the other side says apart, each day and each year
 * once, and its month or none.
 */
function withoutScattered(first: readonly Fact[], second: readonly Fact[]): FactDifference {
  if (![...first, ...second].some(({ kind }) => dated.has(kind))) return { first, second };
  const parts = { first: first.map(partsOf), second: second.map(partsOf) };
  const counts = { first: countOf(parts.first.flat()), second: countOf(parts.second.flat()) };
  const monthsOf = (count: ReadonlyMap<string, number>): boolean =>
    [...count.keys()].some((part) => part.startsWith('m'));
  const bothSayMonths = monthsOf(counts.first) && monthsOf(counts.second);
  const stands = (part: string, there: ReadonlyMap<string, number>, here: ReadonlyMap<string, number>): boolean =>
    part.startsWith('m') ? !bothSayMonths || there.has(part) : (there.get(part) ?? 0) >= (here.get(part) ?? 0);
  const lone = (
    facts: readonly Fact[],
    own: readonly (readonly string[])[],
    [here, there]: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>],
  ): Fact[] =>
    facts.filter((_, index) => !own[index]?.length || !own[index].every((part) => stands(part, there, here)));
  return {
    first: lone(first, parts.first, [counts.first, counts.second]),
    second: lone(second, parts.second, [counts.second, counts.first]),
  };
}

const dated: ReadonlySet<Fact['kind']> = new Set(['date', 'day', 'month']);

/** `n5`, `m4`, `n2013`: what a date or a plain number says piece by piece; nothing for the other kinds. */
function partsOf({ kind, value }: Fact): readonly string[] {
  const numbers = value.split('-').map((part) => String(Number.parseInt(part, 10)));
  if (kind === 'date') return [`n${numbers[0]}`, `m${numbers[1]}`, `n${numbers[2]}`];
  if (kind === 'day') return [`m${numbers[0]}`, `n${numbers[1]}`];
  if (kind === 'month' && numbers.length === 1) return [`m${numbers[0]}`];
  if (kind === 'month') return [`n${numbers[0]}`, `m${numbers[1]}`];
  return kind === 'number' || kind === 'ordinal' ? [`n${value}`] : [];
}

function countOf(parts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

function* candidates(free: ReadonlySet<Fact>, fact: Fact, agree: (one: Fact, other: Fact) => boolean): Generator<Fact> {
  for (const other of free) if (agree(fact, other)) yield other;
}

function same(one: Fact, other: Fact): boolean {
  return !other.word && one.kind === other.kind && valuesMeet(one, other) && currenciesAgree(one, other);
}

/** As `same`, with what the figures may be besides. */
function alsoSame(one: Fact, other: Fact): boolean {
  return !other.word && meet(one, other, (a, b) => a.kind === b.kind && valuesMeet(a, b) && currenciesAgree(a, b));
}

const loose: ReadonlySet<Fact['kind']> = new Set(['number', 'ordinal', 'percentage']);

function akin(one: Fact, other: Fact): boolean {
  const inWords = one.word === true || other.word === true;
  return meet(one, other, (a, b) => {
    if (a.kind === b.kind) return valuesMeet(a, b) && currenciesAgree(a, b);
    return loose.has(a.kind) && loose.has(b.kind) && (inWords || bothCount(a, b)) && valuesMeet(a, b);
  });
}

function meet(one: Fact, other: Fact, agree: (one: FactValue, other: FactValue) => boolean): boolean {
  const others = [other, ...(other.also ?? [])];
  return [one, ...(one.also ?? [])].some((a) => others.some((b) => agree(a, b)));
}

/** "the 3 offices" ↔ « le 3e bureau » is no false alarm worth raising; 5 ↔ 5 % is. */
function bothCount(one: FactValue, other: FactValue): boolean {
  return one.kind !== 'percentage' && other.kind !== 'percentage';
}

const dollars: ReadonlySet<string> = new Set(['USD', 'CAD', 'AUD', 'NZD', 'HKD']);

/** A dollar of no country is anyone's; it is no euro. */
function currenciesAgree({ currency: one }: FactValue, { currency: other }: FactValue): boolean {
  if (one === other) return true;
  return one === undefined ? dollars.has(other ?? '') : other === undefined && dollars.has(one);
}

function valuesMeet(one: FactValue, other: FactValue): boolean {
  const values = [one.value, ...(one.alternatives ?? [])];
  return values.includes(other.value) || (other.alternatives ?? []).some((value) => values.includes(value));
}
