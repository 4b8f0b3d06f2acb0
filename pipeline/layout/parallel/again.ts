/** Pages that are as they were in the build before: what was planned, and what stands around it, are the same. */
import type { Destination, Fragment, Page } from '../display.ts';
import type { Slot } from '../structure.ts';
import type { ParallelPage } from './place.ts';

/** By the planned page; its fragments are large: only watch mode keeps them. */
export type ComposedPages = WeakMap<ParallelPage, Composed>;

interface Composed {
  /** What the page depends on besides its plan. */
  readonly around: string;
  readonly page: Page;
  readonly filled: readonly (readonly [Slot, Fragment])[];
  readonly destinations: ReadonlyMap<string, Destination>;
}

interface Again {
  readonly around: string;
  /** Of the page in the book. */
  readonly index: number;
  readonly known: ComposedPages | undefined;
  /** Of the book; the first place of a name counts. */
  readonly destinations: Map<string, Destination>;
}

/** Where a page enters what it holds. */
export interface Entering {
  readonly destinations: Map<string, Destination>;
  readonly filled: [Slot, Fragment][];
}

/** Composes a page, or enters again what it held before. */
export function composedAgain(
  plan: ParallelPage,
  { around, index, known, destinations }: Again,
  compose: (entering: Entering) => Page,
): Page {
  const before = known?.get(plan);
  const isSame = before?.around === around;
  const made = isSame ? before : composedNow(around, compose);
  if (isSame) for (const [slot, fragment] of made.filled) slot.fragments.push(fragment);
  else known?.set(plan, made);
  for (const [name, destination] of made.destinations)
    if (!destinations.has(name)) destinations.set(name, { ...destination, page: index });
  return made.page;
}

function composedNow(around: string, compose: (entering: Entering) => Page): Composed {
  const entering: Entering = { destinations: new Map(), filled: [] };
  const page = compose(entering);
  return { around, page, ...entering };
}
