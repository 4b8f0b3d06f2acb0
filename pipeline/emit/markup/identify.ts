import type { ElementContent, Properties } from 'hast';
import type { Nodes } from 'mdast';
import type { MarkupOptions } from './options.ts';

/**
 * Put the node's own id, language, "do not translate" and place in the source on the first element made from it.
 * An id that the handler has set already stays.
 */
export function identify<Result extends ElementContent | ElementContent[]>(
  node: Nodes,
  result: Result,
  options: MarkupOptions,
): Result {
  const first = (Array.isArray(result) ? result : [result]).find((child) => child.type === 'element');
  if (first?.type !== 'element') return result;
  if (node.position) first.position ??= node.position;
  const { id, lang, untranslated } = node.data ?? {};
  if (id && first.properties.id === undefined) first.properties.id = id;
  if (lang) Object.assign(first.properties, languageProperties(lang, options));
  if (untranslated) first.properties.translate = 'no';
  return result;
}

/** `lang`, and in XHTML `xml:lang` beside it; with the direction of a script that is written from the right. */
function languageProperties(tag: string, options: Pick<MarkupOptions, 'flavour'>): Properties {
  const dir = fromRight.test(tag) ? { dir: 'rtl' } : {};
  return options.flavour === 'epub' ? { lang: tag, xmlLang: tag, ...dir } : { lang: tag, ...dir };
}

/** Languages whose usual script is written from the right, by CLDR, unless the tag names another; and such scripts. */
const fromRight =
  /^(?:(?:ar|ckb|dv|fa|he|ks|ps|sd|syr|ug|ur|yi)(?!-[a-z]{4}\b)|[a-z]{2,3}-(?:arab|hebr|syrc|thaa))(?:-|$)/i;

/** `epub:type`, in books only. */
export function epubType(name: string, options: Pick<MarkupOptions, 'flavour'>): Properties {
  return options.flavour === 'epub' ? { 'epub:type': name } : {};
}
