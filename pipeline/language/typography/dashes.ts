import type { TypographyProfile } from '../../model/index.ts';
import { isNumber, type Token, type TokenRow } from './token.ts';

/** Words after which `12-15` is a range and not a name. */
const beforeRanges =
  /^(?:p|pp|pages?|pgs?|lines?|vols?|volumes?|chapters?|ch|sections?|ss|articles?|paragraphs?|paras?|figures?|tables?|from|years?)$/i;

/** `--` between words, and the hyphen of a range, become dashes. */
export function resolveDash(
  token: Token,
  index: number,
  { row, profile }: { row: TokenRow; profile: TypographyProfile },
): void {
  if (token.text === '-') {
    if (profile.ranges && isRange(row, index)) token.text = '–';
    return;
  }
  if (token.text.length > 3 || !isText(row.tokens[index - 1]) || !isText(row.tokens[index + 1])) return;
  const spaces = Number(isApartBefore(row, index)) + Number(isApartAfter(row, index));
  if (spaces === 1) return;
  if (profile.dashes === 'closed') {
    const range = isNumber(row.tokens[index - 1]) && isNumber(row.tokens[index + 1]);
    token.text = range ? '–' : '—';
    token.closed = true;
  } else if (spaces === 2) {
    token.text = token.text === '--' ? '–' : '—';
  }
}

/** Whether a space stands before the token, or will: guillemets have one inside. */
function isApartBefore(row: TokenRow, index: number): boolean {
  return row.spaceBefore(index) || row.tokens[index - 1]?.text === '«';
}

function isApartAfter(row: TokenRow, index: number): boolean {
  return row.spaceAfter(index) || row.tokens[index + 1]?.text === '»';
}

function isText(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.text !== '...' &&
    (token.kind !== 'sign' || /^[“”‘’«»()[\].,;:!?…%$]+$/.test(token.text))
  );
}

/** `pages 84-95`, `1995-2001`, `1990-95`: two whole numbers that rise, of pages or of years. */
function isRange(row: TokenRow, index: number): boolean {
  const from = row.touchingBefore(index);
  const to = row.touchingAfter(index);
  if (from?.kind !== 'number' || to?.kind !== 'number' || !isApart(row, index)) return false;
  if (isYear(from.text) && endsYear(from.text, to.text)) return true;
  if (!/^\d{1,4}$/.test(from.text) || !/^\d{1,4}$/.test(to.text) || Number(from.text) >= Number(to.text)) return false;
  if (isYear(from.text) && isYear(to.text)) return true;
  const word = row.tokens[index - 2];
  const named = word?.text === '.' ? row.touchingBefore(index - 2) : word;
  return named?.kind === 'word' && beforeRanges.test(named.text);
}

/** Whether no sign that makes names of numbers touches the two around a hyphen. */
function isApart(row: TokenRow, index: number): boolean {
  return (
    !/[-/–:]/.test(row.touchingBefore(index - 1)?.text ?? '') &&
    !/^[-/–:]/.test(row.touchingAfter(index + 1)?.text ?? '')
  );
}

function isYear(text: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(text);
}

/** The last two digits of a later year of the same century. */
function endsYear(from: string, to: string): boolean {
  return /^\d\d$/.test(to) && Number(to) > Number(from.slice(2));
}
