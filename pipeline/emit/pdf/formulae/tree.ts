import type { Element } from 'hast';
import { elementsOf, textOf, type XmlElement } from '../../../xml/index.ts';
import type { Drawing } from '../svg/index.ts';
import { partAttribute } from './typeset.ts';

/** An element of a formula's MathML, and what is painted for it. */
export interface MathNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MathNode[];
  /** Of a token: a name, a number, a sign. */
  readonly text?: string;
  /** Of a token: indices into the drawing's marks, ascending. */
  readonly marks: readonly number[];
}

/** MathML of the edition: what pages and books have too. Nothing is painted for it yet. */
export function treeOfEdition({ tagName, properties, children }: Element): MathNode {
  const attributes = Object.entries(properties).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'xmlns' ? [[name, value] as const] : [],
  );
  const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  return {
    tag: tagName,
    attributes: Object.fromEntries(attributes),
    children: children.flatMap((child) => (child.type === 'element' ? [treeOfEdition(child)] : [])),
    ...(text !== '' && { text }),
    marks: [],
  };
}

/** MathML as MathJax has it, with the marks that it paints for each token. */
export function treeOfDrawing(element: XmlElement, marks: Drawing['marks']): MathNode {
  const part = element.attributes.get(partAttribute);
  const own = [...element.attributes].filter(([name]) => name !== partAttribute && name !== 'xmlns');
  const text = part === undefined ? '' : textOf(element);
  return {
    tag: element.name,
    attributes: Object.fromEntries(own),
    children: elementsOf(element).map((child) => treeOfDrawing(child, marks)),
    ...(text !== '' && { text }),
    marks: part === undefined ? [] : marks.flatMap((mark, at) => (mark.part === part ? [at] : [])),
  };
}

/** Elements without children, in order. */
export function leavesOf(node: MathNode): MathNode[] {
  return node.children.length > 0 ? node.children.flatMap(leavesOf) : [node];
}
