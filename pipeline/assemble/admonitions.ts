import type { Paragraph, Root } from 'mdast';
import { fill, visit } from '../model/index.ts';
import type { Assembly } from './assembly.ts';

/** Begins each admonition with its title, "Note" or "Warning", unless it has one of its own. */
export function nameAdmonitions(tree: Root, { strings }: Assembly): void {
  visit(tree, 'admonition', (admonition) => {
    if (admonition.children[0]?.data?.role === 'admonition-title') return;
    const title: Paragraph = {
      type: 'paragraph',
      data: { role: 'admonition-title' },
      children: [{ type: 'text', value: fill(strings, `edition.admonition.${admonition.kind}`) }],
    };
    admonition.children.unshift(title);
  });
}
