/** What a full stop does not end a sentence after: `p. ex.`, `art. 3`, `vol. 2`. In lower case, without their last stop. */
const abbreviations: ReadonlySet<string> = new Set([
  ...[
    'art',
    'cf',
    'ch',
    'chap',
    'col',
    'coll',
    'c.-à-d',
    'dr',
    'e.g',
    'éd',
    'env',
    'eq',
    'éq',
    'ex',
    'fig',
    'i.e',
    'inc',
    'ltd',
    'ltée',
  ],
  ...[
    'mm',
    'mme',
    'mr',
    'mrs',
    'ms',
    'no',
    'nos',
    'par',
    'pp',
    'réf',
    'sec',
    'sect',
    'st',
    'ste',
    'tab',
    'viz',
    'vol',
    'vs',
  ],
]);

/** Marks that open what a sentence may begin with, and spaces. */
const opening = /[\s\u00a0\u202f«“‘"'([{–—•]+$/u;

/**
 * Whether a sentence begins after these words, so that what comes next has a capital letter.
 *
 * @param before - Of the same block: nothing, at its beginning.
 */
export function beginsSentence(before: string): boolean {
  const words = before.replace(opening, '');
  if (words === '') return true;
  if (words === before) return false; // no space between: part of a word, or of a number
  const [, word = '', mark] = /([^\s\u00a0\u202f(«“]*?)([.!?…])[»”’"')\]\s\u00a0\u202f]*$/u.exec(words) ?? [];
  if (mark === undefined) return false;
  return mark !== '.' || !(abbreviations.has(word.toLowerCase()) || /^\p{Lu}?\p{L}$/u.test(word));
}

/** With its first letter as a capital. */
export function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase('fr') + text.slice(first.length);
}
