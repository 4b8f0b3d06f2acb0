import type { LanguageTag } from '../../model/index.ts';
import { languageOf } from '../tags.ts';

/** A piece of text that is set as a superscript. Offsets into the text, end exclusive. */
export interface OrdinalRange {
  readonly start: number;
  readonly end: number;
}

/** First group: what stays on the line; second: what is raised. */
const ordinal =
  /(?<![\p{L}\p{N}_/.:@-])(?:((?<!\d)1|I(?=er|re))(ers?|res?)|(\d{1,4}|[IVX]+)(es?|ᵉ)|(2)(de?s?)|([nN])(o)(?=[ \u00A0\u202F]\d)|((?<=[lL]es |[aA]ux |[dD]es )n)(os)(?=[ \u00A0\u202F]\d))(?![\p{L}\p{N}_@/])/gu;

/** After these a digit and a letter name a thing: « figure 2d », « annexe 10e ». */
const naming =
  /(?:^|[^\p{L}])(?:fig(?:ures?|\.)|tabl(?:eaux?|\.)|graphiques?|cartes?|encadrés?|annexes?|app(?:endices?|\.)|alinéas?|al\.|art(?:icles?|\.)|paragraphes?|par\.|sections?|sect\.|chap(?:itres?|\.)|points?|équations?|formules?|formulaires?|notes?|lignes?|colonnes?|pages?|p\.|étapes?|questions?|lettres?|modèles?|cases?|lots?|locaux|local|bureaux?|salles?|n[oº°]s?)[\s\u00a0]$/iu;
/** Another such name stands before it. */
const beside = /\d\p{Ll}\)?(?:,|[\s\u00a0](?:et|ou|à|au))[\s\u00a0]$/u;
/** Before « 2d », which is a second only as « le 2d », « du 2d ». */
const determiner =
  /(?:^|[^\p{L}])(?:le|les|du|des|au|aux|ce|ces|son|ses|leur|leurs|notre|nos|votre|vos|et|ou)[\s\u00a0]$/iu;

/** Whether digits and a letter are a name, as of a figure or an item, and no ordinal number. */
function isName(text: string, { start, end, ending }: OrdinalRange & { ending: string }, named: boolean): boolean {
  const before = text.slice(Math.max(0, start - longestContext), start);
  if (naming.test(before) || (named && beside.test(before))) return true;
  if (ending.startsWith('d') && !ending.startsWith('de') && !determiner.test(before)) return true;
  const after = text[end];
  if (after === ')') return before.lastIndexOf('(') <= before.lastIndexOf(')');
  return start === 0 && after === '.' && end < text.trimEnd().length - 1;
}

/** In characters: no word that names is longer. */
const longestContext = 40;

/**
 * The endings that French raises: `er` of `1er`, `e` of `XIXe`, `o` of `no 5`. English keeps `1st` on the line, so
 * has none; titles (`Mme`, `Dr`) stay on it in both. The text is the same before and after typography.
 */
export function ordinals(text: string, tag: LanguageTag): readonly OrdinalRange[] {
  if (languageOf(tag) !== 'fr') return [];
  const ranges: OrdinalRange[] = [];
  let named = /\d[a-cf-z]\)?(?:,|[\s\u00a0](?:et|ou|à|au))[\s\u00a0]\d/u.test(text);
  for (const match of text.matchAll(ordinal)) {
    const raised = match[2] ?? match[4] ?? match[6] ?? match[8] ?? match[10] ?? '';
    const end = match.index + match[0].length;
    const mayName = /^\d/.test(match[0]) && match[1] === undefined;
    if (mayName && isName(text, { start: match.index, end, ending: raised }, named)) named = true;
    else ranges.push({ start: end - raised.length, end });
  }
  return ranges;
}
