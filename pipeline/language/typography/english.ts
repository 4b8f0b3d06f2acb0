import { NB } from '../spaces.ts';
import type { Gap, GapRule } from './gaps.ts';
import { afterNumber, beforePercent, groupsOfDigits } from './numbers.ts';
import { beforePunctuation } from './punctuation.ts';
import { isNumber } from './token.ts';
import { afterReference, afterTitle } from './words.ts';

/** The rules of English, whatever the region; the first that answers for a gap is heeded. */
export function englishRules(): readonly GapRule[] {
  return [
    besideDash,
    beforePunctuation,
    beforePercent,
    afterDollar,
    beforeCent,
    groupsOfDigits, // before units: `12 500 m`
    afterNumber,
    besideMonth,
    beforeHalfDay,
    afterReference,
    afterTitle,
  ];
}

/** A dash made from hyphens touches both words. */
function besideDash({ left, right, spaced }: Gap): string | undefined {
  return spaced && (left.closed || right.closed) ? '' : undefined;
}

/** `$ 7.45` is `$7.45`. */
function afterDollar({ row, index, left, right, spaced }: Gap): string | undefined {
  if (!spaced || left.text !== '$' || !isNumber(right)) return undefined;
  return isNumber(row.tokens[index - 2]) ? undefined : '';
}

/** `50 ¢` is `50¢`. */
function beforeCent({ left, right, spaced }: Gap): string | undefined {
  return spaced && right.text === '¢' && isNumber(left) ? '' : undefined;
}

const months =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/;

/** `December 12`, `Dec. 12`, `12 December`. */
function besideMonth({ row, index, left, right, spaced }: Gap): string | undefined {
  if (!spaced) return undefined;
  if (isDay(right.text)) {
    const month = left.text === '.' ? row.touchingBefore(index - 1) : left;
    return month && months.test(month.text) ? NB : undefined;
  }
  return isDay(left.text) && months.test(right.text) ? NB : undefined;
}

function isDay(text: string): boolean {
  return /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(text);
}

/** `1:30 p.m.` */
function beforeHalfDay({ left, right, spaced }: Gap): string | undefined {
  if (!spaced || !/^[ap]\.?m$/i.test(right.text)) return undefined;
  return /^\d{1,2}(?::\d{2})?$/.test(left.text) ? NB : undefined;
}
