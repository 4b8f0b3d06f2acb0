import type { Element, Properties } from 'hast';
import { elementsOf } from './hast.ts';
import type { Part } from './parts.ts';
import type { EpubChapter } from './publication.ts';
import { xhtmlOf } from './xml.ts';

/** A part, its links led already, as a chapter of the package. */
export function chapterOf(part: Part): EpubChapter {
  const { id, filename, document, tree } = part;
  const glossary = document.kind === 'glossary';
  const marked = glossary && elementsOf(tree).some(({ properties }) => properties.role === 'doc-glossary');
  const section: Element = {
    type: 'element',
    tagName: 'section',
    properties: glossary
      ? { 'epub:type': 'glossary', role: 'doc-glossary', ...nameOf(part) }
      : { 'epub:type': 'chapter', role: 'doc-chapter', ...nameOf(part) },
    children: tree.children.filter((node) => node.type !== 'doctype'),
  };
  const content = xhtmlOf(marked ? tree : section);
  return { id, filename, title: document.title, place: glossary ? 'back' : 'body', content };
}

/** The chapter is called as its own heading is, in each language; a piece that does not begin with it, as the document is. */
function nameOf({ document, tree }: Part): Properties {
  const headings = elementsOf(tree).filter((element) => element.tagName === 'h1');
  const ids = headings.flatMap(({ properties: { id } }) => (id === undefined ? [] : [String(id)]));
  return ids.length === 0 ? { ariaLabel: document.title } : { ariaLabelledBy: ids };
}
