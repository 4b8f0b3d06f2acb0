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

/**
 * The endings that French raises: `er` of `1er`, `e` of `XIXe`, `o` of `no 5`. English keeps `1st` on the line, so
 * has none. The text is the same before and after typography.
 */
export function ordinals(text: string, tag: LanguageTag): readonly OrdinalRange[] {
  if (languageOf(tag) !== 'fr') return [];
  const ranges: OrdinalRange[] = [];
  for (const match of text.matchAll(ordinal)) {
    const raised = match[2] ?? match[4] ?? match[6] ?? match[8] ?? match[10] ?? '';
    const end = match.index + match[0].length;
    ranges.push({ start: end - raised.length, end });
  }
  return ranges;
}
