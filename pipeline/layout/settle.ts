/** Text that says on which page something stands, and pages that depend on that text: set again until both agree. */

/** Page labels by destination, as far as the last try knows. */
export type Labels = ReadonlyMap<string, string>;

/** What text may ask while it is set. Each answer is remembered, so that only what it changes is set again. */
export interface Pages {
  /** Undefined for what is not in the book; a guess in the first try, which knows nothing. */
  labelOf(destination: string): string | undefined;
  /**
   * Whether two places are on different pages. Where saying so moves them together, and not saying so moves them apart,
   * it is said.
   */
  areApart(here: string, there: string): boolean;
}

export interface Settled<Part> {
  readonly parts: readonly Part[];
  readonly labels: Labels;
  /** Places whose page was still another in the last try; none, as a rule. */
  readonly unsettled: readonly string[];
}

/** As Typst does: what is not stable by then hardly ever becomes so. */
const mostTries = 5;

/** As wide as most labels are. */
const guess = '00';

/** Makes one part of the book. */
export interface Maker<Part> {
  make(pages: Pages): Part;
  /** As it was made before, and is made again where the answers are the same. */
  readonly kept?: Kept<Part>;
}

/** A part as it was made for some answers; the youngest first. */
export type Kept<Part> = Answered<Part>[];

/** One for the guesses of the first try, one for what they became, and as many for the state before. */
const mostKept = 4;

/**
 * Makes every part, and again those for which an answer has changed, until none has.
 *
 * @param makers - One for each part of the book, in its order; called at most five times.
 * @param labelsIn - The pages of all parts together.
 */
export function settle<Part>(
  makers: readonly Maker<Part>[],
  labelsIn: (parts: readonly Part[]) => Labels,
): Settled<Part> {
  const known: Known = { labels: undefined, together: new Set(), said: new Set() };
  let made = makers.map((maker) => answered(maker, known));
  for (let count = 1; ; count++) {
    known.labels = labelsIn(made.map(({ part }) => part));
    const changed = made.map(({ questions }) => questions.filter(({ ask, answer }) => ask(known) !== answer));
    const unsettled = changed.flat().map(({ about }) => about);
    if (unsettled.length === 0 || count === mostTries)
      return { parts: made.map(({ part }) => part), labels: known.labels, unsettled: [...new Set(unsettled)] };
    made = made.map((before, index) =>
      changed[index]?.length === 0 ? before : answered(makers[index] as Maker<Part>, known),
    );
  }
}

interface Known {
  /** Undefined in the first try. */
  labels: Labels | undefined;
  /** Places that once were on the page of what they speak of, and those that then were not: these stay as they are. */
  readonly together: Set<string>;
  readonly said: Set<string>;
}

interface Question {
  readonly about: string;
  readonly ask: (known: Known) => unknown;
  readonly answer: unknown;
}

interface Answered<Part> {
  readonly part: Part;
  readonly questions: readonly Question[];
}

function answered<Part>({ make, kept = [] }: Maker<Part>, known: Known): Answered<Part> {
  const before = kept.find(({ questions }) => questions.every(({ ask, answer }) => ask(known) === answer));
  if (before) return before;
  const questions: Question[] = [];
  const asked = <Answer>(about: string, ask: (known: Known) => Answer): Answer => {
    const answer = ask(known);
    questions.push({ about, ask, answer });
    return answer;
  };
  const part = make({
    labelOf: (destination) => asked(destination, ({ labels }) => (labels ? labels.get(destination) : guess)),
    areApart: (here, there) => asked(there, (state) => areApart(here, there, state)),
  });
  kept.unshift({ part, questions });
  kept.splice(mostKept);
  return { part, questions };
}

function areApart(here: string, there: string, { labels, together, said }: Known): boolean {
  const page = labels?.get(here);
  const apart = page === undefined || page !== labels?.get(there);
  if (!apart) together.add(here);
  else if (together.has(here)) said.add(here);
  return apart || said.has(here);
}
