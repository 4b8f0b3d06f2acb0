import { NB } from '../spaces.ts';
import type { Gap } from './gaps.ts';
import type { Token } from './token.ts';

/** Abbreviations with a full stop that a number or numeral follows: `p. 12`, `art. 5`. */
const frenchReferences = /^(?:pp?|art|par|al|vol|t|tt|ch|chap|fig|tabl|fasc|ann|app|sect|éd|v|l|c|f|cf|env)$/i;
const englishReferences = /^(?:pp?|No|Nos|art|arts|paras?|ss?|subs|vols?|ch|chap|figs?|ed|c|cc|r|reg|app|ca)$/;

/** The part of a word after its last apostrophe: `art` of `l’art`. */
export function lastPart(text: string): string {
  return text.slice(text.lastIndexOf('’') + 1);
}

function beginsWithDigit(token: Token): boolean {
  return token.kind === 'number' || /^\d/.test(token.text);
}

function isNumeral(token: Token): boolean {
  return beginsWithDigit(token) || /^[IVXLC]+$/.test(token.text);
}

/** The word whose full stop stands at the left of the gap. */
function abbreviationBefore({ row, index, left }: Gap): string | undefined {
  if (left.text !== '.') return undefined;
  const word = row.touchingBefore(index - 1);
  return word?.kind === 'word' ? word.text : undefined;
}

/** `p. 12`, `l’art. 5`, `No. 5`, `§ 5`. */
export function afterReference(gap: Gap): string | undefined {
  if (!gap.spaced || !isNumeral(gap.right)) return undefined;
  if (gap.left.text === '§' || gap.left.text === '§§') return NB;
  const word = abbreviationBefore(gap);
  if (word === undefined) return undefined;
  const french = gap.profile.language === 'fr';
  return (french ? frenchReferences.test(lastPart(word)) : englishReferences.test(word)) ? NB : undefined;
}

const frenchTitles = /^(?:Mme|Mmes|Mlle|Mlles|Me|Mes|Dr|Drs|Dre|Dres|Mgr|Pr|Pre|Prs)$/;
const frenchDotted = /^(?:M|MM|Dr|Pr|Mgr)$/;
const englishTitles = /^(?:Mr|Mrs|Ms|Messrs|Mx|Dr|Drs|Prof|Hon|Rev|Capt|Col|Gen|Lt|Maj|Sgt|Insp|St)$/;

/** `M. Tremblay`, `Mme Durand`, `Dr. Smith`. */
export function afterTitle(gap: Gap): string | undefined {
  if (!gap.spaced || !/^\p{Lu}/u.test(gap.right.text) || gap.right.kind === 'mask') return undefined;
  const french = gap.profile.language === 'fr';
  const dotted = abbreviationBefore(gap);
  if (dotted !== undefined) {
    return (french ? frenchDotted.test(lastPart(dotted)) : englishTitles.test(dotted)) ? NB : undefined;
  }
  if (gap.left.kind !== 'word') return undefined;
  const title = lastPart(gap.left.text);
  return (french ? frenchTitles.test(title) : /^(?:Mr|Mrs|Ms|Dr)$/.test(title)) ? NB : undefined;
}
