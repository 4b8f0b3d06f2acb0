import type { Nodes, Parents } from 'mdast';
import type { Place } from '../align/index.ts';
import { isLanguage, type Language, type LanguageTag } from '../model/index.ts';

/** Puts in the place of each child what `make` gives for it. */
export function replaceEach(parent: Parents, make: (child: Nodes) => readonly Nodes[]): void {
  const children: readonly Nodes[] = parent.children;
  const made = children.map(make);
  if (made.every((nodes, index) => nodes.length === 1 && nodes[0] === children[index])) return;
  (parent as { children: Nodes[] }).children = made.flat();
}

/** Words that say which language they are in, where the text around them is not in that one alone. */
export function isForeign(node: Nodes, place: Place): boolean {
  const lang = node.data?.lang;
  if (lang === undefined) return false;
  const language = languageOf(lang);
  return language === undefined || place.languages.some((around) => around !== language);
}

/** The publication's language that a tag is of, if any: `fr` of `fr-BE`. */
export function languageOf(tag: LanguageTag): Language | undefined {
  const primary = tag.split('-')[0]?.toLowerCase() ?? '';
  return isLanguage(primary) ? primary : undefined;
}
