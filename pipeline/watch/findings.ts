import type { Diagnostic, Strings } from '../model/index.ts';
import { bySeverity, type Told, tellAll } from '../report/index.ts';
import type { Origins } from './source/index.ts';

/** In words, and where in what is shown. */
export interface Finding extends Told {
  /** The block that it speaks of. Absent where it is about something that no page shows. */
  readonly block?: { readonly document: string; readonly id: string; readonly language?: string };
}

/** Of code frames: what the pane of findings has room for. */
const columns = 54;

/** How many are put before the reader at once; the worst. */
const mostFindings = 300;

export interface FindingsOptions {
  readonly strings: Strings;
  readonly sources: ReadonlyMap<string, string>;
  readonly origins: Origins | undefined;
}

/** In words; of more than the most that are put before the reader, the worst. */
export function findingsOf(diagnostics: readonly Diagnostic[], options: FindingsOptions): readonly Finding[] {
  const { origins, ...how } = options;
  const worst =
    diagnostics.length > mostFindings ? diagnostics.toSorted(bySeverity).slice(0, mostFindings) : diagnostics;
  return tellAll(worst, { ...how, width: columns }).map((told) => {
    const [, path, line] = /^(.*?):(\d+):\d+$/.exec(told.place) ?? [];
    const block = path === undefined ? undefined : origins?.blockAt(path, Number(line));
    return { ...told, ...(block && { block }) };
  });
}
