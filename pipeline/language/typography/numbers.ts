import { NB } from '../spaces.ts';
import type { Gap } from './gaps.ts';
import { isNumber, type Token, type TokenRow } from './token.ts';

/** Words whose number is a name, so that what follows it is another number. */
const namesNumber =
  /^(?:h|pages?|pp?|nos?|numéros?|numbers?|dossiers?|files?|rue|chambre|bureau|pièce|salle|room|suite|unit|articles?|chapitres?|chapters?|sections?|figures?|tableaux?|tables?|tél|téléphone|télécopieur|tel|telephone|phone|fax|ats|tty|poste|ext|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** Groups of three digits that the author separated by spaces: `24 350 255,72`. */
export function groupsOfDigits({ row, profile, index, left, right, spaced }: Gap): string | undefined {
  if (!spaced || left.kind !== 'number' || right.kind !== 'number') return undefined;
  const first = firstGroup(row, index - 1);
  return first >= 0 && isGrouped(row, first, index) ? profile.groups : undefined;
}

/** No number that people write has more groups; it bounds the search. */
const mostGroups = 8;

/** Index of the token that the row of groups begins with, or -1. */
function firstGroup(row: TokenRow, index: number): number {
  let first = index;
  while (index - first < mostGroups && isInnerGroup(row.tokens[first]) && isNumberApart(row, first)) first -= 1;
  const lead = row.tokens[first];
  if (lead?.kind !== 'number' || !/^[1-9]\d{0,2}$/.test(lead.text)) return -1;
  if (isNumberApart(row, first) || !standsAlone(row.touchingBefore(first))) return -1;
  const named = row.tokens[first - 1];
  const word = named?.text === '.' ? row.tokens[first - 2] : named;
  return word?.kind === 'word' && namesNumber.test(word.text) ? -1 : first;
}

/** Whether a number stands at `index` and another before it, with a space between. */
function isNumberApart(row: TokenRow, index: number): boolean {
  return row.tokens[index]?.kind === 'number' && row.tokens[index - 1]?.kind === 'number' && row.spaceBefore(index);
}

function isInnerGroup(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^\d{3}$/.test(token.text);
}

/** Whether every token after `first` is a group of three digits, as far as numbers go on. */
function isGrouped(row: TokenRow, first: number, index: number): boolean {
  let last = first + 1;
  while (last - first < mostGroups && isInnerGroup(row.tokens[last]) && isNumberApart(row, last + 1)) last += 1;
  const end = row.tokens[last];
  if (last < index || end?.kind !== 'number' || !/^\d{3}(?:[.,]\d+)?$/.test(end.text)) return false;
  return !isNumberApart(row, last + 1) && standsAlone(row.touchingAfter(last));
}

/** A hyphen or stroke that touches a number makes it part of a name. */
function standsAlone(neighbour: Token | undefined): boolean {
  return neighbour === undefined || !/^[\p{L}\p{N}\p{M}/\\#@_‑-]/u.test(neighbour.text);
}

/** `10 %`. */
export function beforePercent({ row, profile, index, left, right, spaced }: Gap): string | undefined {
  if (right.text !== '%' && right.text !== '‰') return undefined;
  if (!isNumber(left)) return undefined;
  const next = row.touchingAfter(index);
  if (next && next.kind !== 'sign') return undefined;
  return spaced || profile.percent !== '' ? profile.percent : undefined;
}

const units =
  /^(?:[kmcdhnµμ]?m|[kmµμ]?g|m[lL]|[dch]?L|hl|[kmc]?m[²³23]|ha|min|km²|[kMGT]?W|[kMGT]?Wh|[kMG]?Hz|[km]?V|mA|k?Pa|hPa|[kM]?J|[kMG]?cal|[kKMGTP]B|[kKMG]i?B|[kMG]bit|[MG]bps|Mbit|dB|dpi|ppp|px|pt|lb|oz|ft|mph|kt|Mt|kn|°C|°F)$/;

/** Signs of units that are words too, or letters that enumerate, count in one language only. */
const frenchUnits = /^(?:s|t|h|l|j|[kMGTP]?o)$/;
const multiples = /^(?:millions?|milliards?|billions?|trillions?|billiards?)$/;

/** `25 km`, `9 millions`, `20 °C`: the number stays with what it counts. */
export function afterNumber({ row, profile, index, left, right, spaced }: Gap): string | undefined {
  if (!isNumber(left)) return undefined;
  if (right.text === '°') {
    const scale = row.touchingAfter(index)?.text;
    if (scale !== 'C' && scale !== 'F') return undefined;
    return spaced || profile.language === 'fr' ? NB : undefined;
  }
  if (!spaced || right.kind !== 'word') return undefined;
  const next = row.touchingAfter(index);
  if (next && (next.kind !== 'sign' || /^['’_=-]/.test(next.text))) return undefined;
  const isUnit = units.test(right.text) || (profile.language === 'fr' && frenchUnits.test(right.text));
  return isUnit || multiples.test(right.text) ? NB : undefined;
}
