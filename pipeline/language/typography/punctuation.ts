import type { TypographyProfile } from '../../model/index.ts';
import type { Gap } from './gaps.ts';
import { isPlainMask } from './masks.ts';
import type { Token, TokenRow } from './token.ts';

/** `;`, `:`, `!`, `?` and rows of the last two. */
export function beforePunctuation({ row, profile, index, left, right, spaced }: Gap): string | undefined {
  if (right.kind !== 'sign') return undefined;
  const wanted = spaceWanted(right.text, profile);
  if (wanted === undefined || !endsSomething(left) || !isFollowed(row, index)) return undefined;
  if (wanted !== '') return wanted;
  // To close the gap up would make the sign a part of an address, or of a picture made of signs.
  return spaced && (left.kind !== 'mask' || isPlainMask(left.text)) ? '' : undefined;
}

function spaceWanted(sign: string, { before }: TypographyProfile): string | undefined {
  switch (sign[0]) {
    case ';':
      return before.semicolon;
    case ':':
      return sign === ':' ? before.colon : undefined;
    case '!':
      return before.exclamation;
    case '?':
      return before.question;
    default:
      return undefined;
  }
}

/** Whether `left` is something that a clause may end with. */
function endsSomething(left: Token): boolean {
  return left.kind !== 'sign' || /^[)\]}»”’"'.…%‰$€£¥¢°′″*_~+#©®™]+$/u.test(left.text);
}

/** Whether the sign at `index` ends a clause: a space, the end, or what may close after it follows. */
function isFollowed(row: TokenRow, index: number): boolean {
  if (row.spaceAfter(index)) return true;
  const next = row.tokens[index + 1];
  const sign = row.tokens[index]?.text ?? '';
  if (next?.kind !== 'sign') return false;
  return /^[!?]/.test(sign) ? /^[)\]»”’"'.,…*_~:;!?]/u.test(next.text) : /^[»”’"*_~]/u.test(next.text);
}

/** U+00A0 between the dashes of a parenthesis and what they hold: `mot –⍽incise⍽– mot`. Indices of both dashes. */
export function dashPairs(row: TokenRow): ReadonlyMap<number, 'opens' | 'closes'> {
  const pairs = new Map<number, 'opens' | 'closes'>();
  let open: number | undefined;
  row.tokens.forEach((token, index) => {
    if (token.kind !== 'sign') return;
    if (/^[.!?…]/.test(token.text) && row.spaceAfter(index)) open = undefined;
    if (!isSpacedDash(row, index)) return;
    const first = open !== undefined ? row.tokens[open] : undefined;
    if (open !== undefined && first?.text === token.text) {
      pairs.set(open, 'opens');
      pairs.set(index, 'closes');
      open = undefined;
    } else open = index;
  });
  return pairs;
}

function isSpacedDash(row: TokenRow, index: number): boolean {
  const token = row.tokens[index];
  const previous = row.tokens[index - 1];
  const next = row.tokens[index + 1];
  if (!token || !previous || !next || !/^[–—]$/.test(token.text)) return false;
  if (previous.kind === 'number' && next.kind === 'number') return false;
  const pointsOn = next.kind === 'sign' && /^[,;.)]/.test(next.text);
  return row.spaceBefore(index) && (row.spaceAfter(index) || pointsOn);
}
