import type { Language } from '../../model/index.ts';

/** What a word of a text or of a query counts as when one searches. */
interface SearchAnalyser {
  /** The words of a text, as they stand in it, and where. */
  words(text: string): { readonly word: string; readonly start: number }[];
  /** The stem that all forms of a word share, without case and accents; undefined for what says nothing (“the”). */
  stem(word: string): string | undefined;
}

/**
 * Searching finds a word in all its forms: without case, accents, ligatures and elided articles, and by its stem.
 * English by Porter, “An algorithm for suffix stripping”, Program 14 (1980), pp. 130–137; French by the light stemmer of
 * Savoy, “Light stemming approaches for the French, Portuguese, German and Hungarian languages”, SAC 2006, and commoner
 * endings of verbs.
 *
 * Self-contained on purpose: `searchAnalyserSource` hands the very same code to the browser.
 */
export function searchAnalyser(language: Language): SearchAnalyser {
  const empty = new Set(
    language === 'en'
      ? 'a an and are as at be been by for from has have in is it its of on or that the their this to was were which with'.split(
          ' ',
        )
      : 'a au aux avec ce ces cette dans de des du elle en est et etre il ils la le les leur leurs ou par pour qu que qui sa se ses son sont sur un une'.split(
          ' ',
        ),
  );

  const folded = (word: string): string =>
    word.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD').replace(/\p{M}/gu, '');

  type Rules = readonly (readonly [ending: RegExp, instead: string])[];

  /** The first rule that fits; a stem has at least so many letters before its ending. */
  const first = (word: string, rules: Rules, enough: (stem: string) => boolean): string | undefined => {
    for (const [ending, instead] of rules) {
      const match = ending.exec(word);
      if (match && enough(word.slice(0, match.index))) return word.slice(0, match.index) + instead;
    }
    return undefined;
  };

  const french = (whole: string): string => {
    let word = whole;
    if (word.length > 5 && /[^e]aux$/.test(word)) word = `${word.slice(0, -2)}l`;
    if (word.length > 3) word = word.replace(/[xs]$/, '');
    const made =
      first(
        word,
        [
          [/(?:issement|issante?)$/, 'ir'],
          [/ive$/, 'if'],
        ],
        ({ length }) => length > 2,
      ) ??
      first(
        word,
        [
          [/ivement$/, 'if'],
          [/ement$/, ''],
          [/(?:ific)(?:atrice|ateur|ation)$/, 'ifi'],
          [/(?:atrice|ateur|ation|ition)$/, ''],
          [/isation$/, ''],
          [/(?:trice|teuse|teur)$/, 't'],
          [/euse$/, 'eu'],
          [/(?<=[st])ion$/, ''],
          [/iere?$|ier$/, 'i'],
          [/ere$/, 'er'],
          [/nnelle?$/, 'n'],
          [/elle$/, 'el'],
          [/ette$/, 'et'],
          [/(?:eraient|aient|erait|eront|erons|erez|ait|ant|ante|era|ent|ons|ez|er)$/, ''],
        ],
        ({ length }) => length > 3,
      ) ??
      word;
    let stem = made.replace(/([a-z])\1/g, '$1');
    if (stem.length > 4) stem = stem.replace(/ie$/, '');
    if (stem.length > 4) stem = stem.replace(/e{1,2}$/, '').replace(/i$/, '');
    return stem.replace(/c$/, 'k').replace(/qu$/, 'k');
  };

  /** Porter's m: how often a vowel is followed by a consonant. */
  const measure = (stem: string): number =>
    (
      stem
        .replace(/y/g, (_, at: number) => (at > 0 && !/[aeiou]/.test(stem[at - 1] ?? '') ? 'i' : 'y'))
        .match(/[aeiou]+[^aeiou]+/g) ?? []
    ).length;
  const hasVowel = (stem: string): boolean => /[aeiou]|[^aeiou]y/.test(stem);
  const isShort = (stem: string): boolean => /(?:^|[^aeiou])[^aeiou][aeiouy][^aeiouwxy]$/.test(stem);

  const english = (whole: string): string => {
    if (whole.length < 3) return whole;
    let word = whole
      .replace(/sses$/, 'ss')
      .replace(/ies$/, 'i')
      .replace(/([^s])s$/, '$1');
    if (word.endsWith('eed')) word = measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
    else {
      const cut = first(word, [[/(?:ed|ing)$/, '']], hasVowel);
      if (cut !== undefined) {
        if (/(?:at|bl|iz)$/.test(cut)) word = `${cut}e`;
        else if (/([^aeioulsz])\1$/.test(cut)) word = cut.slice(0, -1);
        else word = measure(cut) === 1 && isShort(cut) ? `${cut}e` : cut;
      }
    }
    word = first(word, [[/y$/, 'i']], hasVowel) ?? word;
    const some = (stem: string): boolean => measure(stem) > 0;
    const more = (stem: string): boolean => measure(stem) > 1;
    word =
      first(
        word,
        [
          [/ational$/, 'ate'],
          [/tional$/, 'tion'],
          [/enci$/, 'ence'],
          [/anci$/, 'ance'],
          [/izer$/, 'ize'],
          [/bli$/, 'ble'],
          [/alli$/, 'al'],
          [/entli$/, 'ent'],
          [/eli$/, 'e'],
          [/ousli$/, 'ous'],
          [/ization$/, 'ize'],
          [/(?:ation|ator)$/, 'ate'],
          [/alism$/, 'al'],
          [/iveness$/, 'ive'],
          [/fulness$/, 'ful'],
          [/ousness$/, 'ous'],
          [/aliti$/, 'al'],
          [/iviti$/, 'ive'],
          [/biliti$/, 'ble'],
          [/(?<=[^aeiou])li$/, ''],
        ],
        some,
      ) ?? word;
    word =
      first(
        word,
        [
          [/icate$/, 'ic'],
          [/ative$/, ''],
          [/alize$/, 'al'],
          [/iciti$/, 'ic'],
          [/ical$/, 'ic'],
          [/(?:ful|ness)$/, ''],
        ],
        some,
      ) ?? word;
    word =
      first(
        word,
        [
          [/(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|ou)$/, ''],
          [/(?<=[st])ion$/, ''],
        ],
        more,
      ) ?? word;
    word = first(word, [[/e$/, '']], (stem) => more(stem) || (measure(stem) === 1 && !isShort(stem))) ?? word;
    return /ll$/.test(word) && measure(word) > 1 ? word.slice(0, -1) : word;
  };

  return {
    words: (text) =>
      [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({ word: match[0], start: match.index })),
    stem(word) {
      const plain = folded(word);
      if (empty.has(plain) || /^[a-z]$/.test(plain)) return undefined;
      if (!/^[a-z]+$/.test(plain)) return plain;
      return language === 'en' ? english(plain) : french(plain);
    },
  };
}

/** An expression of JavaScript for the analyser of a language. */
export function searchAnalyserSource(language: Language): string {
  return `(${searchAnalyser.toString()})(${JSON.stringify(language)})`;
}
