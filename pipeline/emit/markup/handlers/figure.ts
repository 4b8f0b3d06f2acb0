import type { ElementContent } from 'hast';
import type { Caption, Figure, Nodes, Paragraph } from 'mdast';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';
import { captionedTable } from './table.ts';

/** A picture with its caption below it; a single table takes the caption as its own. */
export const figure: Handle<Figure> = (state, node, context) => {
  const caption = node.children.find((child): child is Caption => child.type === 'caption');
  const content = node.children.filter((child) => child.type !== 'caption');
  const [only] = content;
  if (caption && content.length === 1 && only?.type === 'table')
    return captionedTable(state, only, { caption, context });
  const children: ElementContent[] = content.flatMap((child) =>
    (isPicture(child) ? child.children : [child]).flatMap((part) => state.one(part, node) ?? []),
  );
  if (caption) children.push(element('figcaption', {}, state.all(caption)));
  return element('figure', { className: [`figure-${node.kind}`] }, state.wrap(children, true));
};

/** A paragraph that holds a picture and nothing else. */
function isPicture(node: Nodes): node is Paragraph {
  return node.type === 'paragraph' && node.children.every((child) => child.type === 'image');
}
