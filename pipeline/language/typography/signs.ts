import type { TypographyProfile } from '../../model/index.ts';
import { resolveDash } from './dashes.ts';
import { isEnglishElision, isFrenchElision } from './elisions.ts';
import { beginsWithLetterOrDigit, endsWithLetterOrDigit, isNumber, type Token, type TokenRow } from './token.ts';

/** Signs that something may begin right after. */
const opening = /[([{¿¡«“‘„–—/=+*_~|>-]$/u;
/** Signs that something may end right before. */
const closing = /^[)\]}»”’.,;:!?%–—/*_~|<-]/u;

/** What is open where the walk has come to: `double` and `single` were typed straight. */
type Opener = 'double' | 'single' | '«' | '“' | '‘';

interface Walk {
  readonly row: TokenRow;
  readonly profile: TypographyProfile;
  readonly open: Opener[];
  /** Quotes of the second level make sense only when the straight ones come in pairs. */
  readonly paired: boolean;
  /** Index of the last `'` that can close. */
  readonly lastClosingSingle: number;
}

/** Settles apostrophes, quotation marks, primes, ellipses and dashes: writes `text` of the tokens. */
export function resolveSigns(row: TokenRow, profile: TypographyProfile): void {
  const walk: Walk = {
    row,
    profile,
    open: [],
    paired: row.tokens.filter((token) => token.kind === 'sign' && token.text === '"').length % 2 === 0,
    lastClosingSingle: row.tokens.findLastIndex((token, index) => isStraight(token) && closesAt(row, index)),
  };
  row.tokens.forEach((token, index) => {
    if (token.kind === 'word' && token.text.includes("'")) token.text = token.text.replaceAll("'", '’');
    if (token.kind === 'sign') resolveSign(token, index, walk);
  });
  row.tokens.forEach((token, index) => {
    if (token.kind === 'sign' && token.text.startsWith('-')) resolveDash(token, index, walk); // sees which quotes close
  });
}

function isStraight(token: Token): boolean {
  return token.kind === 'sign' && token.text === "'";
}

function resolveSign(token: Token, index: number, walk: Walk): void {
  switch (token.text) {
    case '"':
      token.text = doubleQuote(index, walk);
      break;
    case "'":
      token.text = singleQuote(index, walk);
      break;
    case '«':
    case '“':
    case '‘':
      walk.open.push(token.text);
      break;
    case '»':
      closeDownTo(walk, ['«']);
      break;
    case '”':
      closeDownTo(walk, ['“']);
      break;
    case '’':
      if (!beginsWithLetterOrDigit(walk.row.touchingAfter(index))) closeTop(walk, ['‘']);
      break;
    case '...':
      if (walk.profile.ellipsis && isEllipsis(index, walk.row)) token.text = '…';
  }
}

function opensAt(row: TokenRow, index: number): boolean {
  if (row.spaceAfter(index)) return false;
  const next = afterStraightQuotes(row, index);
  if (!next || (next.kind === 'sign' && closing.test(next.text) && next.text !== '...')) return false;
  if (row.spaceBefore(index)) return true;
  const previous = row.tokens[index - 1];
  if (previous?.kind !== 'sign') return false;
  if (/^["'’]$/.test(previous.text)) return isElided(row, index - 1) || beginsAfter(row, index - 2);
  return opening.test(previous.text);
}

/** Whether something may begin right after the token at `index`: a space, the beginning, or an opening sign. */
function beginsAfter(row: TokenRow, index: number): boolean {
  const token = row.tokens[index];
  return row.spaceBefore(index + 1) || (token?.kind === 'sign' && opening.test(token.text));
}

/** What the sign at `index` would stand before: quotes that begin at the same place are passed over, two at most. */
function afterStraightQuotes(row: TokenRow, index: number): Token | undefined {
  let at = index + 1;
  while (at < index + 3 && row.tokens[at]?.kind === 'sign' && /^["']$/.test(row.tokens[at]?.text ?? '')) {
    if (row.spaceAfter(at)) return undefined;
    at += 1;
  }
  return row.tokens[at];
}

function closesAt(row: TokenRow, index: number): boolean {
  if (row.spaceBefore(index)) return false;
  const previous = row.tokens[index - 1];
  return previous !== undefined && !(previous.kind === 'sign' && /[([{«“‘]$/u.test(previous.text));
}

/** Whether what touches the sign at `index` on the right can only follow an end: `"word ".` */
function endsClause(row: TokenRow, index: number): boolean {
  const next = row.touchingAfter(index);
  return next?.kind === 'sign' && /^[).,;]/.test(next.text) && next.text !== '...';
}

/** Whether the apostrophe at `index` is that of an elision, as in `d’« huile »`. */
function isElided(row: TokenRow, index: number): boolean {
  const word = row.touchingBefore(index);
  return word?.kind === 'word' && isFrenchElision(word.text);
}

function doubleQuote(index: number, walk: Walk): string {
  const { row, open } = walk;
  if (isEmptyPair(row, index) || isEmptyPair(row, index - 1)) return '"';
  const opens = opensAt(row, index);
  const isOpen = open.includes('double');
  const closes = closesAt(row, index) || (isOpen && endsClause(row, index));
  if (!opens && !closes) return '"';
  if (closes && isPrime(index, walk, '″')) return '″';
  if (opens && !(closes && isOpen)) {
    const nested = isNested(walk);
    open.push('double');
    return nested ? secondLevel(walk)[0] : firstLevel(walk)[0];
  }
  if (!isOpen) return firstLevel(walk)[1];
  closeDownTo(walk, ['double']);
  return isNested(walk) ? secondLevel(walk)[1] : firstLevel(walk)[1];
}

/** Two straight marks with nothing between them, which stand alone: they show that something is empty. */
function isEmptyPair(row: TokenRow, index: number): boolean {
  const isMark = (token: Token | undefined): boolean => token?.kind === 'sign' && /^["“”«»]$/.test(token.text);
  if (
    !isMark(row.tokens[index]) ||
    row.touchingAfter(index)?.text !== '"' ||
    row.source[row.tokens[index]?.start ?? 0] !== '"'
  )
    return false;
  const around = [row.touchingBefore(index), row.touchingAfter(index + 1)];
  return around.every((token) => !isMark(token) && !beginsWithLetterOrDigit(token) && !endsWithLetterOrDigit(token));
}

/** Whether a double quote that begins or ends here stands inside another quotation. */
function isNested({ open, paired, profile }: Walk): boolean {
  if (profile.language === 'fr') return open.some((opener) => opener !== 'single' && opener !== '‘');
  return open.includes('“') || (open.includes('double') && paired);
}

function firstLevel({ profile }: Walk): readonly [string, string] {
  return profile.language === 'fr' ? ['«', '»'] : ['“', '”'];
}

function secondLevel({ profile }: Walk): readonly [string, string] {
  return profile.language === 'fr' ? ['“', '”'] : ['‘', '’'];
}

function singleQuote(index: number, walk: Walk): string {
  const { row, open } = walk;
  const next = row.touchingAfter(index);
  if (isPrime(index, walk, '′')) return '′';
  if (endsWithLetterOrDigit(row.touchingBefore(index))) {
    if (!beginsWithLetterOrDigit(next)) {
      if (isNumber(row.touchingBefore(index)) && !open.includes('single')) return "'";
      return closingSingle(walk);
    }
    return '’';
  }
  if (opensAt(row, index)) {
    if (next && isEnglishElision(next.text)) return '’';
    if (index >= walk.lastClosingSingle) return walk.profile.language === 'en' ? '’' : "'";
    open.push('single');
    return isFrenchSecond(walk) ? secondLevel(walk)[0] : '‘';
  }
  if (!closesAt(row, index)) return "'";
  return closingSingle(walk);
}

function closingSingle(walk: Walk): string {
  const sign = isFrenchSecond(walk) ? secondLevel(walk)[1] : '’';
  closeTop(walk, ['single']);
  return sign;
}

/** A quotation typed with single signs within another, in French: its marks are those of the second level. */
function isFrenchSecond({ profile, open }: Walk): boolean {
  const around = open.at(-2);
  return profile.language === 'fr' && open.at(-1) === 'single' && (around === '«' || around === 'double');
}

/** Feet and inches, minutes and seconds of arc: the sign follows a number, and no quotation waits to be closed. */
function isPrime(index: number, { row, open }: Walk, sign: '′' | '″'): boolean {
  const number = row.touchingBefore(index);
  if (!isNumber(number)) return false;
  const before = row.touchingBefore(index - 1)?.text;
  if (sign === '″') return before === '′' || (!open.includes('double') && !opensAt(row, index));
  return before === '°' || isNumber(row.touchingAfter(index));
}

function closeDownTo(walk: Walk, kinds: readonly Opener[]): void {
  const at = walk.open.findLastIndex((opener) => kinds.includes(opener));
  if (at >= 0) walk.open.length = at;
}

function closeTop(walk: Walk, kinds: readonly Opener[]): void {
  const top = walk.open.at(-1);
  if (top && kinds.includes(top)) walk.open.pop();
}

/** Three dots are an ellipsis when they touch a word or stand in brackets; `. . .` and `../` are left alone. */
function isEllipsis(index: number, row: TokenRow): boolean {
  const before = row.touchingBefore(index);
  const after = row.touchingAfter(index);
  if (/[/\\]$/.test(before?.text ?? '') || /^[/\\]/.test(after?.text ?? '')) return false;
  return before !== undefined || beginsWithLetterOrDigit(after);
}
