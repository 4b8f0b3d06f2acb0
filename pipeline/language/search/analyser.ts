import type { Language } from '../../model/index.ts';
import { type SearchWords, searchWords } from './words.ts';

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
 * endings of verbs. Verbs and nouns whose forms have no stem in common (“freeze, froze”, « pouvoir, peut ») are listed.
 *
 * Self-contained on purpose: `searchAnalyserSource` hands the very same code to the browser.
 */
export function searchAnalyser(language: Language, words: SearchWords = searchWords[language]): SearchAnalyser {
  const empty = new Set(words.empty);
  const irregular = new Map(Object.entries(words.irregular));

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

  /** Forms of verbs whose stem changes, as another form has it: « contient, contenu » as « contenir ». */
  const changed: Rules = [
    [/(?<!^pa)tien(?:t|nent|dra|dront|drait|draient)$|(?<!^at|^ex)ten(?:ue?s?|ait|aient)$/, 'tenir'],
    [/vien(?:t|nent|dra|dront|drait|draient)$|(?<!^a|^re)venue?s?$|ven(?:ait|aient)$/, 'venir'],
    [/pr(?:en(?:nent|ait|aient|ants?|ez)|is)$/, 'prend'],
    [/met(?:s|te|tent|tait|taient|tant|tez)?$/, 'mettre'],
    [/(?<=[nr])d(?:re|r[ai]\w{0,5}|ue?s?)$/, 'd'],
    [/(?<=^le|etran|passa|mena)geres?$/, 'ger'],
    [/(?<!^n)ui(?:re|sent|sait|saient)$/, 'uit'],
    [/cri(?:re|vent|vait|vaient|vant|vez)$/, 'crit'],
    [/ouverte?s?$/, 'ouvrir'],
    [/offerte?s?$/, 'offrir'],
  ];

  const french = (whole: string): string => {
    if (/^(?:accents?|desirs?|maintenant|partir)$/.test(whole)) return whole.replace(/s$/, ''); // not of « accès », « maintenir », « part »
    let word = first(whole, changed, () => true) ?? whole;
    if (word.length > 5 && /[^e]aux$/.test(word)) word = `${word.slice(0, -2)}l`;
    if (word.length > 3) word = word.replace(/[xs]$/, '');
    const made =
      first(
        word,
        [
          [/(?<![ao])iss(?:ement|ante?|ent|ait|aient|ez)$|(?<!a|o|[fv]r)ir$/, 'i'],
          [/(?<=[fv]r)ir$/, 'e'],
          [/ive(?:ment)?$/, 'if'],
        ],
        ({ length }) => length > 2,
      ) ??
      first(
        word,
        [
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
          [/(?:eraient|aient|erait|eront|erez|ait|ant|ante|era|ent|ez|er)$/, ''],
          [/(?<=\w{4}[^adoru])it$/, 'i'],
        ],
        ({ length }) => length > 3,
      ) ??
      first(
        word,
        [
          [/ai(?:en)?t$/, 'e'],
          [/(?:ent|er|ez)$/, 'e'],
        ],
        ({ length }) => length === 3,
      ) ?? // « gèlent », « voter »
      word;
    let stem = made.replace(/([a-z])\1/g, '$1');
    if (stem.length > 4) stem = stem.replace(/(?<![aou])ie$/, '');
    if (stem.length > 4) stem = stem.replace(/e$/, '').replace(/(?<![aou])i$/, '');
    stem = stem.replace(/(?<=[aou])y(?=e?$)/, 'i');
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
      const regular = irregular.get(plain) ?? plain;
      return language === 'en' ? english(regular) : french(regular);
    },
  };
}

/** An expression of JavaScript for the analyser of a language. */
export function searchAnalyserSource(language: Language): string {
  return `(${searchAnalyser.toString()})(${JSON.stringify(language)}, ${JSON.stringify(searchWords[language])})`;
}
