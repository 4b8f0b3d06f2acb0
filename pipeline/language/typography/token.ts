/**
 * What the typographer sees of a text.
 *
 * - `word`: letters, digits, and what joins them (`l’ami`, `COVID-19`, `1er`, `canada.ca`)
 * - `number`: digits with their decimal signs, no letter beside them
 * - `sign`: one sign, or a row of equal ones that count as one (`...`, `--`, `?!`)
 * - `mask`: an address, a time, code: never changed
 * - `frozen`: a piece that the caller wants back as it is
 */
export type TokenKind = 'word' | 'number' | 'sign' | 'mask' | 'frozen';

export interface Token {
  readonly kind: TokenKind;
  /** What is to be printed; differs from the source where a sign was resolved. */
  text: string;
  /** Offsets into the source, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** A dash made from hyphens, or a quotation mark of another level than was typed: it takes no space where it touches words. */
  closed?: boolean;
}

/** The tokens of one block, with what stands between them. */
export class TokenRow {
  readonly source: string;
  readonly tokens: readonly Token[];

  constructor(source: string, tokens: readonly Token[]) {
    this.source = source;
    this.tokens = tokens;
  }

  /** Whether white space, and no sign, stands before token `index`; true at the beginning of the block. */
  spaceBefore(index: number): boolean {
    const token = this.tokens[index];
    const previous = this.tokens[index - 1];
    if (!token || !previous) return true;
    if (token.start > previous.end) return true;
    return previous.kind === 'frozen' && /\s$/.test(previous.text);
  }

  /** True at the end of the block. */
  spaceAfter(index: number): boolean {
    const next = this.tokens[index + 1];
    return this.spaceBefore(index + 1) || (next?.kind === 'frozen' && /^\s/.test(next.text));
  }

  /** The token that touches `index` on the left, if one does. */
  touchingBefore(index: number): Token | undefined {
    return this.spaceBefore(index) ? undefined : this.tokens[index - 1];
  }

  /** The token that touches `index` on the right, if one does. */
  touchingAfter(index: number): Token | undefined {
    return this.spaceAfter(index) ? undefined : this.tokens[index + 1];
  }
}

const letterOrDigitFirst = /^[\p{L}\p{M}\p{N}]/u;
const letterOrDigitLast = /[\p{L}\p{M}\p{N}]$/u;

export function beginsWithLetterOrDigit(token: Token | undefined): boolean {
  if (!token) return false;
  return token.kind === 'word' || token.kind === 'number' || letterOrDigitFirst.test(token.text);
}

export function endsWithLetterOrDigit(token: Token | undefined): boolean {
  if (!token) return false;
  return token.kind === 'word' || token.kind === 'number' || letterOrDigitLast.test(token.text);
}

/** Whether the token is a number, or a frozen piece that ends as one (`12`, `1,5`). */
export function isNumber(token: Token | undefined): boolean {
  if (!token) return false;
  return token.kind === 'number' || (token.kind === 'frozen' && /(?:^|[^\p{L}\p{N}])\d+$/u.test(token.text));
}
