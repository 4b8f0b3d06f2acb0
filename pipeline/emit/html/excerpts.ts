import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { DefinitionTerm, Heading, Nodes, Root, RootContent } from 'mdast';
import { type Edition, type EditionDocument, type Memory, visit } from '../../model/index.ts';
import { documentToHast, type MarkupOptions, shownTarget } from '../markup/index.ts';
import { excerptsPath } from './address.ts';
import { htmlOf, isElement } from './hast.ts';
import { scriptJson } from './said.ts';

/** Ids of places in each document that others of the edition refer to; empty: the document as a whole. By document. */
export type Referred = ReadonlyMap<string, readonly string[]>;

export function referredIn({ documents }: Edition, memory: Memory): Referred {
  const places = new Map<string, Set<string>>();
  for (const document of documents) {
    const own = memory.part(document.id).recall('references', [document], () => referencesIn(document));
    for (const [to, id] of own) places.set(to, (places.get(to) ?? new Set()).add(id));
  }
  return new Map([...places].map(([id, ids]) => [id, [...ids].sort()]));
}

/** Of what links show of other documents: their ids, and those of places in them. */
function referencesIn({ id, tree, notes }: EditionDocument): readonly (readonly [document: string, id: string])[] {
  const found: (readonly [string, string])[] = [];
  for (const root of [tree, ...notes]) {
    visit(root, ({ type, data }) => {
      const target = type === 'term' ? undefined : shownTarget(data);
      if (target && target.document !== id) found.push([target.document, target.id ?? '']);
    });
  }
  return found;
}

/**
 * What other pages show beside their references to this one, as a script: pages opened from a folder may load scripts,
 * and nothing else. Of a section, its title and first paragraph; of a figure, a table or another block, all of it.
 * Addresses count from the script.
 *
 * @param ids - As `Referred` has them.
 */
export function excerptsText(
  edition: Edition,
  document: EditionDocument,
  of: { readonly ids: readonly string[]; readonly markup: (path: string) => MarkupOptions },
): string {
  const options = of.markup(excerptsPath(edition, document));
  const excerpts = of.ids.flatMap((id): [string, string][] => {
    const blocks = blocksAt(document.tree, id);
    if (blocks.length === 0) return [];
    const tree: Root = { type: 'root', children: [...blocks] };
    const made = documentToHast({ ...document, tree, notes: [] }, options);
    return [[id, htmlOf(shortened(made).children).trim()]];
  });
  return `document.currentScript.excerpts = ${scriptJson(Object.fromEntries(excerpts))};\n`;
}

/** The blocks that an id stands for; none where it is a place in a line. */
function blocksAt(tree: Root, id: string): readonly RootContent[] {
  const found: RootContent[] = [];
  visit(tree, (node, index, parent) => {
    const here = id === '' ? node.type === 'heading' : node.data?.id === id;
    if (!here || found.length > 0 || !parent || index === undefined) return;
    found.push(...blocksFrom(node, parent.children.slice(index + 1)));
  });
  return found;
}

const whole = ['paragraph', 'list', 'blockquote', 'code', 'math', 'table', 'figure', 'admonition', 'aside', 'group'];

function blocksFrom(node: Nodes, [next]: readonly Nodes[]): readonly RootContent[] {
  if (node.type === 'heading') return [titleOf(node), ...(next?.type === 'paragraph' ? [next] : [])];
  if (node.type === 'definitionTerm')
    return [titleOf(node), ...(next?.type === 'definitionDescription' ? next.children : [])];
  if (node.type === 'listItem') return node.children;
  return whole.includes(node.type) ? [node as RootContent] : [];
}

function titleOf({ children }: Heading | DefinitionTerm): RootContent {
  return { type: 'paragraph', children: [{ type: 'strong', children }] };
}

/** A table of more rows is not read beside a link. */
const mostRows = 12;

/** Without ids, calls of notes, and the rest of a long table. */
function shortened<Parent extends HastRoot | Element>(parent: Parent): Parent {
  const children = parent.children as ElementContent[];
  const kept = children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child];
    if (isCall(child)) return [];
    const { id: _, ...properties } = child.properties;
    return [shortened({ ...child, properties })];
  });
  const isBody = parent.type === 'element' && parent.tagName === 'tbody';
  return { ...parent, children: isBody ? kept.slice(0, 2 * mostRows) : kept }; // a line between any two rows
}

function isCall({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('note-call');
}
