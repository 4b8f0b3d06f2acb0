import type { Language, LanguageMap } from '../../model/index.ts';
import type { PassageFinding } from '../finding.ts';
import type { Part, Passage, Side } from '../passages/index.ts';
import type { ParitySettings } from '../settings.ts';
import type { DocumentRule } from './rule.ts';

/** Something that a side states and the other should state too. */
export interface Stated {
  /** Offsets into the side's text. */
  readonly start: number;
  readonly end: number;
}

/** What one part states on one side alone. */
export type LeftOver<Each> = LanguageMap<readonly Each[]> & { readonly part: Part; readonly passage: Passage };

/** Passages before and after in which a statement may stand as well. */
const reach = 2;

interface Leaving<Each> {
  /** What a part leaves over on each side. */
  leftIn(part: Part, passage: Passage, settings: ParitySettings): LanguageMap<readonly Each[]>;
  agree(one: Each, other: Each): boolean;
  tell(left: LeftOver<Each>, settings: ParitySettings): readonly PassageFinding[];
  /** Passages that it reads; all unless told. */
  readonly concerns?: (passage: Passage) => boolean;
}

/** A rule by which a side must state what the other states; what one passage lacks, its neighbour may say. */
export function leavingRule<Each>({ leftIn, agree, tell, concerns = () => true }: Leaving<Each>): DocumentRule {
  return {
    find(passages, settings, isQuiet) {
      const read = passages.filter(concerns);
      const left = leftOvers(
        read,
        (part, passage) => (isQuiet(passage) ? none : leftIn(part, passage, settings)),
        agree,
      );
      return left.flatMap((each) => tell(each, settings));
    },
    isOpen: (passage, settings) =>
      concerns(passage) &&
      partsOf(passage).some((part) => {
        const { en, fr } = leftIn(part, passage, settings);
        return en.length + fr.length > 0;
      }),
  };
}

const none = { en: [], fr: [] } as const;

function partsOf({ parts, lone }: Passage): readonly Part[] {
  return lone ? [...parts, lone] : parts;
}

/**
 * What is left over in one part may stand in another of its passage, or in one nearby: a sentence moved to the next
 * paragraph, an age to the heading above. Such leftovers excuse one another; so does what a passage without its other side
 * states, which is told as a whole.
 *
 * @param passages - Of one document, in their order.
 * @param leftIn - What each part of a passage leaves over.
 */
function leftOvers<Each>(
  passages: readonly Passage[],
  leftIn: (part: Part, passage: Passage) => LanguageMap<readonly Each[]>,
  agree: (en: Each, fr: Each) => boolean,
): readonly LeftOver<Each>[] {
  const open = passages.flatMap((passage, index) =>
    partsOf(passage).flatMap((part) => {
      const { en, fr } = leftIn(part, passage);
      return en.length + fr.length > 0 ? [{ index, passage, part, en: new Set(en), fr: new Set(fr) }] : [];
    }),
  );
  for (const [at, one] of open.entries()) {
    for (let next = nearBefore(open, at); next < open.length; next++) {
      const other = open[next];
      if (!other || other.index > one.index + reach) break;
      if (other !== one) excuse(one.en, other.fr, agree);
    }
  }
  return open
    .filter(({ en, fr, part, passage }) => en.size + fr.size > 0 && part !== passage.lone)
    .map(({ passage, part, en, fr }) => ({ passage, part, en: [...en], fr: [...fr] }));
}

function nearBefore(open: readonly { readonly index: number }[], at: number): number {
  const least = (open[at]?.index ?? 0) - reach;
  let first = at;
  while (first > 0 && (open[first - 1]?.index ?? -1) >= least) first--;
  return first;
}

function excuse<Each>(en: Set<Each>, fr: Set<Each>, agree: (en: Each, fr: Each) => boolean): void {
  for (const one of en) {
    for (const other of fr) {
      if (!agree(one, other)) continue;
      en.delete(one);
      fr.delete(other);
      break;
    }
  }
}

/** Which sentence a leftover calls for, and the side at which it points first. */
export function shownSide(
  left: LanguageMap<readonly unknown[]>,
  first: Language,
): { variant: string; shown: Language } {
  if (left.fr.length === 0) return { variant: 'en-only', shown: 'en' };
  return left.en.length === 0 ? { variant: 'fr-only', shown: 'fr' } : { variant: 'differ', shown: first };
}

/** The words of each statement as they stand, once each. */
export function wordsOf(side: Side, statements: readonly Stated[]): string {
  return [...new Set(statements.map(({ start, end }) => side.text.slice(start, end).replace(/\s+/g, ' ')))].join(', ');
}
