import type { Element } from 'hast';
import type { Nodes } from 'mdast';
import { type Edition, isLanguage, type Language, type LanguageTag, type Position } from '../../../model/index.ts';

/** One formula of an edition, however often it stands in it. */
export interface Formula {
  readonly tex: string;
  readonly display: boolean;
  readonly mathml: Element;
  /** Languages in which it is to be said. */
  readonly languages: ReadonlySet<Language>;
  /** Where it is written, for diagnostics. */
  readonly places: readonly Place[];
}

interface Place {
  readonly path: string;
  readonly position?: Position | undefined;
}

export function formulaKey({ tex, display }: Pick<Formula, 'tex' | 'display'>): string {
  return `formula:${display ? 'display' : 'inline'}:${tex}`;
}

export function languageOfTag(tag: LanguageTag): Language {
  const language = tag.slice(0, 2).toLowerCase();
  return isLanguage(language) ? language : 'en';
}

/** Every formula that can be set, once, by key, in the order of the edition. */
export function formulaeOf(edition: Edition): ReadonlyMap<string, Formula> {
  const found = new Map<string, Formula & { readonly languages: Set<Language>; readonly places: Place[] }>();
  const visit = (node: Nodes, around: LanguageTag, path: string): void => {
    const tag = node.data?.lang ?? around;
    if ((node.type === 'math' || node.type === 'inlineMath') && node.data?.mathml) {
      const { value: tex } = node;
      const display = node.type === 'math';
      const key = formulaKey({ tex, display });
      const formula = found.get(key) ?? { tex, display, mathml: node.data.mathml, languages: new Set(), places: [] };
      formula.languages.add(languageOfTag(tag));
      formula.places.push({ path, position: node.position });
      found.set(key, formula);
    }
    if ('children' in node) for (const child of node.children) visit(child, tag, path);
  };
  for (const { tree, notes, path = 'source/publication.yaml' } of edition.documents) {
    for (const node of [tree, ...notes]) visit(node, edition.tag, path);
  }
  return found;
}
