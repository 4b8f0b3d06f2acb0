import type { TypographyProfile } from '../../model/index.ts';
import type { Token, TokenRow } from './token.ts';

/** The place between two neighbouring tokens, where a space stands or could stand. */
export interface Gap {
  readonly row: TokenRow;
  readonly profile: TypographyProfile;
  /** Of `right` in the row; `left` is the one before. */
  readonly index: number;
  readonly left: Token;
  readonly right: Token;
  /** White space stands here. */
  readonly spaced: boolean;
}

/** What is to stand in the gap; undefined when the rule has nothing to say. */
export type GapRule = (gap: Gap) => string | undefined;

/**
 * What is to stand before each token of the row: as many answers as tokens, undefined where the source's own white
 * space stays. The first rule that answers is heeded.
 */
export function resolveGaps(
  row: TokenRow,
  profile: TypographyProfile,
  rules: readonly GapRule[],
): (string | undefined)[] {
  return row.tokens.map((right, index) => {
    const left = row.tokens[index - 1];
    if (!left || isPlain(left, right) || touchesFrozenSpace(left, right)) return undefined;
    const gap: Gap = { row, profile, index, left, right, spaced: right.start > left.end };
    for (const rule of rules) {
      const answer = rule(gap);
      if (answer !== undefined) return answer;
    }
    return undefined;
  });
}

/** Most gaps stand after an ordinary word, and but for numerals no rule asks for one of those. */
function isPlain(left: Token, right: Token): boolean {
  return (
    left.kind === 'word' &&
    (right.kind === 'word' || right.kind === 'number') &&
    !/^[IVX]/.test(right.text) &&
    ordinary.test(left.text)
  );
}

const ordinary = /^[a-zà-öø-ÿ]{4,}$/;

/** White space inside a frozen piece cannot be changed, so nothing is put beside it. */
function touchesFrozenSpace(left: Token, right: Token): boolean {
  return (left.kind === 'frozen' && /\s$/.test(left.text)) || (right.kind === 'frozen' && /^\s/.test(right.text));
}
