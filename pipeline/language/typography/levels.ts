import type { TypographyProfile } from '../../model/index.ts';
import type { Token, TokenRow } from './token.ts';

/** Marks of the two levels, and what closes each. */
const closers: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['“', '”'],
]);

/**
 * Gives quotations the marks of their level: « » and, inside, “ ” in French; “ ” and ‘ ’ in English. Marks that do not
 * close each other stay as they are, and so does a third level. To be called when the straight ones are settled.
 */
export function resolveLevels({ tokens }: TokenRow, { language }: TypographyProfile): void {
  const ends = pairsIn(tokens);
  const open: Token[] = [];
  for (const token of tokens) {
    const end = ends.get(token);
    if (end) {
      if (language === 'fr' && open.length === 0) [token.text, end.text] = ['«', '»'];
      if (language === 'fr' && open.length === 1 && token.text === '«') {
        [token.text, end.text] = ['“', '”'];
        [token.closed, end.closed] = [true, true];
      }
      if (language === 'en' && open.length === 1 && token.text === '“') [token.text, end.text] = ['‘', '’'];
      open.push(end);
    } else if (token === open.at(-1)) open.pop();
  }
}

/** Each mark that opens a quotation, with the one that closes it. */
function pairsIn(tokens: readonly Token[]): ReadonlyMap<Token, Token> {
  const pairs = new Map<Token, Token>();
  const open: Token[] = [];
  const waiting = new Map<string, number>([...closers.values()].map((closer) => [closer, 0]));
  const wait = (closer: string, more: number): unknown => waiting.set(closer, (waiting.get(closer) ?? 0) + more);
  for (const token of tokens) {
    if (token.kind !== 'sign') continue;
    const closer = closers.get(token.text);
    if (closer !== undefined) {
      open.push(token);
      wait(closer, 1);
    } else if (waiting.get(token.text)) {
      const at = open.findLastIndex(({ text }) => closers.get(text) === token.text);
      const [first, ...unended] = open.splice(at); // what was opened since does not end
      for (const { text } of [...unended, ...(first ? [first] : [])]) wait(closers.get(text) ?? '', -1);
      if (first) pairs.set(first, token);
    }
  }
  return pairs;
}
