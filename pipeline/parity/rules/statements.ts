import type { LanguageMap } from '../../model/index.ts';
import type { Part } from '../passages/index.ts';

/** Something that a side states and the other should state too. */
export interface Stated {
  /** Offsets into the side's text. */
  readonly start: number;
  readonly end: number;
}

export type LeftOver<Each> = LanguageMap<readonly Each[]> & { readonly part: Part };

/**
 * What was left over in one part of a passage may stand in another part of it: a sentence moved to the paragraph
 * before. Such leftovers excuse one another.
 */
export function pairUp<Each>(
  left: readonly LeftOver<Each>[],
  agree: (en: Each, fr: Each) => boolean,
): readonly LeftOver<Each>[] {
  const open = left.filter(({ en, fr }) => en.length + fr.length > 0);
  if (open.length < 2) return open;
  const french = new Set(open.flatMap(({ fr }) => fr));
  const english = new Set<Each>();
  for (const one of open.flatMap(({ en }) => en)) {
    const other = [...french].find((each) => agree(one, each));
    if (other === undefined) english.add(one);
    else french.delete(other);
  }
  return open.map(({ part, en, fr }) => ({
    part,
    en: en.filter((each) => english.has(each)),
    fr: fr.filter((each) => french.has(each)),
  }));
}
