import { NB } from '../spaces.ts';
import type { Gap, GapRule } from './gaps.ts';
import { afterNumber, beforePercent, groupsOfDigits } from './numbers.ts';
import { beforePunctuation, dashPairs } from './punctuation.ts';
import { isNumber, type TokenRow } from './token.ts';
import { afterReference, afterTitle, lastPart } from './words.ts';

/** The rules of French, whatever the region; the first that answers for a gap is heeded. */
export function frenchRules(row: TokenRow): readonly GapRule[] {
  const dashes = dashPairs(row);
  return [
    insideGuillemets, // before punctuation: `« ? »`
    insideQuotes,
    beforePunctuation,
    beforePercent,
    beforeCurrency,
    groupsOfDigits, // before units: `12 500 m`
    clockTime, // before units: `h` is one
    afterNumber,
    beforeMonth,
    beforeCentury,
    beforeNumeral,
    afterNumero,
    afterReference,
    afterTitle,
    parExemple,
    (gap) => insideDashes(gap, dashes),
  ];
}

function insideGuillemets({ left, right, profile }: Gap): string | undefined {
  return (left.kind === 'sign' && left.text === '«') || (right.kind === 'sign' && right.text === '»')
    ? profile.guillemets
    : undefined;
}

/** « Il dit “oui” » where guillemets with spaces were typed. */
function insideQuotes({ left, right, spaced }: Gap): string | undefined {
  if (!spaced) return undefined;
  return (left.closed && left.text === '“') || (right.closed && right.text === '”') ? '' : undefined;
}

/** `75 $`, `50 ¢`, `4,8 M$`, `75 $ US`. */
function beforeCurrency({ row, index, left, right, spaced }: Gap): string | undefined {
  const next = row.touchingAfter(index);
  if (right.kind === 'sign' && /^[$€£¥¢]$/.test(right.text) && isNumber(left)) {
    return next && next.kind !== 'sign' ? undefined : NB;
  }
  if (!spaced) return undefined;
  if (isNumber(left) && /^[kMG]$/.test(right.text) && next && /^[$€]$/.test(next.text)) return NB;
  const amount = row.tokens[index - 2];
  const isCountry = /^(?:US|É|ÉU|CA|CAN|AU|NZ|HK)$/.test(right.text);
  return left.text === '$' && isCountry && (isNumber(amount) || amount?.kind === 'word') ? NB : undefined;
}

/** `13 h 30`, with or without spaces in the source. */
function clockTime({ row, index, left, right }: Gap): string | undefined {
  if (isHour(left.text) && right.text === 'h' && left.kind === 'number') {
    const next = row.touchingAfter(index);
    return next && (next.kind !== 'sign' || /^['’_=-]/.test(next.text)) && !isMinutes(next.text) ? undefined : NB;
  }
  if (left.text === 'h' && isMinutes(right.text) && right.kind === 'number') {
    const hour = row.tokens[index - 2];
    return hour?.kind === 'number' && isHour(hour.text) ? NB : undefined;
  }
  return undefined;
}

function isHour(text: string): boolean {
  return /^(?:[01]?\d|2[0-4])$/.test(text);
}

function isMinutes(text: string): boolean {
  return /^[0-5]\d$/.test(text);
}

const months =
  /^(?:janvier|février|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|janv|févr|avr|juill|sept|oct|nov|déc)$/i;

/** `le 12 décembre 2001`, `le 1er août 2009`. */
function beforeMonth({ left, right, spaced }: Gap): string | undefined {
  if (!spaced || right.kind !== 'word' || !months.test(right.text)) return undefined;
  return /^(?:0?[1-9]|[12]\d|3[01]|1er)$/.test(left.text) ? NB : undefined;
}

/** `le XIXe siècle`, `le 21e siècle`. */
function beforeCentury({ left, right, spaced }: Gap): string | undefined {
  if (!spaced || !/^(?:siècles?|s)$/i.test(right.text)) return undefined;
  return /^(?:[IVX]+|\d{1,2})(?:e|er|ᵉ|ème)$/.test(lastPart(left.text)) ? NB : undefined;
}

/** Words that a Roman numeral follows. */
const counted =
  /^(?:chap(?:itre)?s?|tomes?|livres?|parties?|titres?|annexes?|volumes?|actes?|scènes?|sections?|articles?|tableaux?|figures?|appendices?|règlements?|division|catégorie|type|classe|phase|niveau)$/i;

/** `Louis XIV`, `Élisabeth II`, `chapitre IV`, `François Ier`. */
function beforeNumeral({ left, right, spaced }: Gap): string | undefined {
  if (!spaced || left.kind !== 'word' || right.kind !== 'word') return undefined;
  if (!/^(?:(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})|Ier|Ire)$/.test(right.text)) return undefined;
  const name = lastPart(left.text);
  return counted.test(name) || /^\p{Lu}[\p{Ll}\p{M}]+(?:-\p{Lu}[\p{Ll}\p{M}]+)*$/u.test(name) ? NB : undefined;
}

/** `le no 5`, `nos 5 et 6`, `n° 5`. */
function afterNumero({ row, index, left, right, spaced }: Gap): string | undefined {
  if (!spaced || !/^[\p{Lu}-]{0,4}\d/u.test(right.text)) return undefined;
  if (left.kind === 'word') return /^(?:nos?|nº|nᵒ|nᵒˢ)$/i.test(lastPart(left.text)) ? NB : undefined;
  return left.text === '°' && /^n$/i.test(row.touchingBefore(index - 1)?.text ?? '') ? NB : undefined;
}

/** `p. ex.` */
function parExemple({ row, index, left, right, spaced }: Gap): string | undefined {
  if (!spaced || left.text !== '.' || right.text !== 'ex') return undefined;
  return row.touchingBefore(index - 1)?.text === 'p' && row.touchingAfter(index)?.text === '.' ? NB : undefined;
}

function insideDashes({ index, spaced }: Gap, dashes: ReturnType<typeof dashPairs>): string | undefined {
  if (!spaced) return undefined;
  return dashes.get(index - 1) === 'opens' || dashes.get(index) === 'closes' ? NB : undefined;
}
