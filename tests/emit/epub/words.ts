import type { Nodes } from 'mdast';
import type { Edition } from '../../../pipeline/model/index.ts';
import type { XmlElement } from '../../helpers/xml.ts';

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** The words of an edition as a reader meets them: each document's text, then its notes. */
export function editionWords(edition: Edition): string[] {
  return edition.documents.flatMap(({ tree, notes }) => [tree, ...notes].flatMap((node) => wordsOf(textOf(node))));
}

/** What a book adds to the words of the edition: numbers of notes, ways back, the heading above notes, boxes of tasks. */
export function isFurniture({ attributes, name, children }: XmlElement): boolean {
  if (['doc-noteref', 'doc-backlink'].includes(attributes.role ?? '') && attributes['epub:type'] !== undefined)
    return true;
  if (attributes.class === 'task-box' || name === 'head') return true;
  return name === 'h2' && children.length === 1 && ['Notes'].includes(String(children[0]));
}

const apart = [
  'paragraph',
  'heading',
  'tableCell',
  'listItem',
  'code',
  'caption',
  'definitionTerm',
  'break',
  'blockquote',
];

function textOf(node: Nodes): string {
  // A picture that the edition does not have leaves its words.
  if (node.type === 'image') return node.data?.asset ? '' : (node.alt ?? '');
  const text = 'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
  return apart.includes(node.type) ? `${text}\n` : text;
}
