import type { Pdf } from './pdf.ts';
import { type Element, keyOf, markedText, textOf } from './pdf-tree.ts';

/** MathML as it is compared: what it is, and what is in it. */
export interface MathTree {
  readonly tag: string;
  readonly text?: string;
  readonly children?: readonly MathTree[];
}

/** By how many children each has; MathML Core, 3.3 and 3.4. */
const counts: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};

const inside: Readonly<Record<string, string>> = { mtr: 'mtable', mtd: 'mtr' };
const tokens = new Set(['mi', 'mn', 'mo', 'mtext', 'ms']);

/** What stands below `math`, with the text of its tokens. */
export function mathOf({ tag, dict, kids }: Element, pdf: Pdf): MathTree {
  const marked = markedText(pdf);
  const children = kids.flatMap((kid) => (kid.kind === 'element' ? [mathOf(kid.element, pdf)] : []));
  if (children.length > 0) return { tag, children };
  const content = kids
    .map((kid) => (kid.kind === 'content' ? (marked.get(keyOf(kid.page, kid.mcid)) ?? '') : ''))
    .join('');
  const text = textOf(dict.ActualText) || content;
  return text ? { tag, text } : { tag };
}

/** Where a `math` is not what MathML allows, or says nothing: one line for each fault. */
export function mathFaults(element: Element, pdf: Pdf): string[] {
  const visit = (one: MathTree, parent: string): string[] => {
    const { tag, text, children = [] } = one;
    const count = counts[tag];
    return [
      ...(count !== undefined && children.length !== count ? [`${tag} has ${children.length} children`] : []),
      ...(inside[tag] && inside[tag] !== parent ? [`${tag} stands in ${parent}`] : []),
      ...(tokens.has(tag) && children.length > 0 ? [`${tag} has elements in it`] : []),
      ...(!tokens.has(tag) && text !== undefined ? [`${tag} has words`] : []),
      ...children.flatMap((child) => visit(child, tag)),
    ];
  };
  const math = mathOf(element, pdf);
  const found = visit(math, 'Formula');
  if (!says(math)) found.push('nothing is said');
  return found.map((fault) => `8.2.5.29 in the formula ${element.parent?.id}: ${fault}`);
}

const says = ({ text, children = [] }: MathTree): boolean => (text ?? '').trim() !== '' || children.some(says);
