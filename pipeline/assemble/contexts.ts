import type { CrossReference, Link, Nodes } from 'mdast';
import { beginsSentence } from '../language/index.ts';
import { isTextBlock } from '../model/index.ts';

/** What stands around a link in its block. */
export interface LinkContext {
  /** A sentence begins with it. */
  readonly begins: boolean;
  /** It stands between brackets that are open. */
  readonly inBrackets: boolean;
  /** The first in its block that leads there. */
  readonly first: boolean;
  /** In words that are shown elsewhere too, or that head something: these stay short. */
  readonly inTitle: boolean;
}

export type LinkContexts = ReadonlyMap<Nodes, LinkContext>;

const titles: ReadonlySet<string> = new Set(['heading', 'caption', 'definitionTerm']);

/** Of every link and reference to a place in the publication. */
export function linkContexts(root: Nodes): LinkContexts {
  const contexts = new Map<Nodes, LinkContext>();
  const find = (node: Nodes): void => {
    if (isTextBlock(node)) readBlock(node, contexts);
    else if ('children' in node) node.children.forEach(find);
  };
  find(root);
  return contexts;
}

function readBlock(block: Nodes, contexts: Map<Nodes, LinkContext>): void {
  const led = new Set<string>();
  let before = '';
  const read = (node: Nodes): void => {
    if ((node.type === 'link' || node.type === 'reference') && node.data?.destination) {
      const goal = goalOf(node);
      const inTitle = titles.has(block.type);
      contexts.set(node, {
        begins: beginsSentence(before),
        inBrackets: isOpen(before),
        first: !led.has(goal),
        inTitle,
      });
      led.add(goal);
      if (node.children.length === 0) before += '\uFFFC';
    }
    if (node.type === 'footnoteReference') return;
    if ('value' in node) before += node.value;
    else if (node.type === 'break') before += ' ';
    else if (node.type === 'image') before += '\uFFFC';
    else if ('children' in node) node.children.forEach(read);
  };
  if ('children' in block) block.children.forEach(read);
}

function goalOf({ data }: Link | CrossReference): string {
  return `${data?.destination?.path}#${data?.destination?.id ?? ''}`;
}

function isOpen(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}
