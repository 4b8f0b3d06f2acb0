import type { Nodes } from 'mdast';
import type { Edition } from '../../../pipeline/model/index.ts';
import type { Pdf } from '../../helpers/pdf.ts';
import { type Element, keyOf, type MarkedText, markedText, structureOf } from '../../helpers/pdf-tree.ts';

/** Words as they are compared: spaces of all kinds are one, hyphens of line ends are gone. */
export const plain = (text: string): string =>
  text
    .replace(/\u00AD/g, '')
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .trim();

/** What the structure tree says, in logical order, notes left out: they stand in the middle of what calls them. */
export function flowingText(pdf: Pdf): string {
  const marked = markedText(pdf);
  return plain(
    structureOf(pdf)
      .map((element) => textWithoutNotes(element, marked))
      .join(' '),
  );
}

const blocks = new Set([
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'TD',
  'TH',
  'LI',
  'Lbl',
  'LBody',
  'Caption',
  'Figure',
  'TOCI',
]);

function textWithoutNotes(element: Element, marked: MarkedText): string {
  if (element.tag === 'Note') return '';
  const inside = element.kids.map((kid) => {
    if (kid.kind === 'element') return textWithoutNotes(kid.element, marked);
    return kid.kind === 'content' ? (marked.get(keyOf(kid.page, kid.mcid)) ?? '') : '';
  });
  return blocks.has(element.tag) ? ` ${inside.join('')} ` : inside.join('');
}

/** Text of each paragraph, heading, cell and line of code of an edition, in order. */
export function blockTexts(edition: Edition): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' || node.type === 'caption')
      found.push(plain(inline(node)));
    else if (node.type === 'code') found.push(...node.value.split('\n').map(plain));
    else if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const { tree } of edition.documents) visit(tree);
  return found.filter(Boolean);
}

function inline(node: Nodes): string {
  if (node.type === 'footnoteReference') return String(node.data?.number);
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => inline(child)).join('') : '';
}

/** The first text that does not come after those before it; undefined when all do. */
export function firstLost(texts: readonly string[], within: string): string | undefined {
  let at = 0;
  for (const text of texts) {
    const found = within.indexOf(text, at);
    if (found < 0) return text;
    at = found + text.length;
  }
  return undefined;
}
