import type { LanguageTag } from '../model/index.ts';
import { languageOf } from './tags.ts';

/** `a, b and c` / `a, b et c`: no comma before the last, in either language (The Canadian Style). */
export function joinList(items: readonly string[], tag: LanguageTag): string {
  if (items.length < 2) return items.join('');
  const and = languageOf(tag) === 'fr' ? ' et ' : ' and ';
  return items.slice(0, -1).join(', ') + and + items.at(-1);
}
