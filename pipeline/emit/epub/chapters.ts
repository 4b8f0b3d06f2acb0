import type { Element, Properties } from 'hast';
import { elementsOf } from './hast.ts';
import type { Part } from './parts.ts';
import type { EpubChapter } from './publication.ts';
import { xhtmlOf } from './xml.ts';

/** A part, its links led already, as a chapter of the package. */
export function chapterOf(part: Part): EpubChapter {
  const { id, filename, document, tree } = part;
  if (document.kind === 'glossary') {
    return { id, filename, title: document.title, place: 'back', content: xhtmlOf(tree) };
  }
  const section: Element = {
    type: 'element',
    tagName: 'section',
    properties: { 'epub:type': 'chapter', role: 'doc-chapter', ...nameOf(part) },
    children: tree.children.filter((node) => node.type !== 'doctype'),
  };
  return { id, filename, title: document.title, place: 'body', content: xhtmlOf(section) };
}

/** The chapter is called as its own heading is; a piece that does not begin with it, as the document is. */
function nameOf({ document, tree }: Part): Properties {
  const heading = elementsOf(tree).find((element) => element.tagName === 'h1');
  const id = heading?.properties.id;
  return id === undefined ? { ariaLabel: document.title } : { ariaLabelledBy: [String(id)] };
}
