import type { Language, LanguageMap, LanguageTag } from '../../model/index.ts';

/** The same words in the languages of a page, as they stand in it: those of its own language without a mark. */
export type Said = readonly { readonly tag?: LanguageTag; readonly html: string }[];

/** HTML of words said in one language or in both; once, where both say the same. */
export function saidHtml(said: Said): string {
  const [first, ...rest] = said;
  if (!first) return '';
  if (rest.every(({ html }) => html === first.html)) return first.html;
  const spans = said.map(({ tag, html }) => (tag === undefined ? html : `<span lang="${tag}">${html}</span>`));
  return `<span class="both">${spans.join('<span class="slash"> / </span>')}</span>`;
}

/** Both sides in an order. */
export function inOrder<Side>(order: readonly [Language, Language], sides: LanguageMap<Side>): readonly [Side, Side] {
  return [sides[order[0]], sides[order[1]]];
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** JSON that may stand in a script of its own file, whatever its age. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
