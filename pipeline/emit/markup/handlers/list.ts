import type { Element, ElementContent } from 'hast';
import type { List, ListItem } from 'mdast';
import { defaultHandlers } from 'mdast-util-to-hast';
import { fill } from '../../../model/index.ts';
import type { Context, Handle } from '../context.ts';
import { element, text } from '../element.ts';
import { epubType, identify } from '../identify.ts';

/** Lists of what stands under captions, as books call them; there is no word for one of equations. */
const landmarks = { figure: 'loi', table: 'lot', math: undefined } as const;

/** `ol` or `ul`; with role `contents`, inside a navigation landmark. */
export const list: Handle<List> = (state, node, context) => {
  const items = node.children.map((child) =>
    identify(child, itemOf(defaultItem(state, child, node), child, context), context),
  );
  const { start, data } = node;
  const properties = node.ordered
    ? { ...(typeof start === 'number' && start !== 1 && { start }), ...(data?.numbering && { type: data.numbering }) }
    : {};
  const made = element(
    node.ordered ? 'ol' : 'ul',
    properties,
    state.wrap<ElementContent>(items, true) as ElementContent[],
  );
  const landmark = data?.listing && landmarks[data.listing];
  if (landmark) made.data = { landmark };
  if (data?.role !== 'contents') return made;
  const name = fill(context.edition.strings, 'edition.contents');
  const role = context.flavour === 'epub' ? { role: 'doc-toc' } : {};
  return element('nav', { ariaLabel: name, ...role, ...epubType('toc', context) }, [made]);
};

/** An item met outside a list; inside, `list` has its own way, since only the list knows whether it is loose. */
export const listItem: Handle<ListItem> = (state, node, context) =>
  itemOf(defaultItem(state, node, { type: 'list', children: [node] }), node, context);

const defaultItem = (state: Parameters<Handle<List>>[0], node: ListItem, parent: List): Element =>
  defaultHandlers.listItem(state, { type: 'listItem', spread: node.spread ?? null, children: node.children }, parent);

/** A task begins with a box that says in words whether it is done. */
function itemOf(item: Element, node: ListItem, context: Context): Element {
  if (typeof node.checked !== 'boolean') return item;
  const name = fill(context.edition.strings, node.checked ? 'edition.task.done' : 'edition.task.open');
  const box = element('span', { className: ['task-box'], role: 'img', ariaLabel: name }, [
    text(node.checked ? '☑' : '☐'),
  ]);
  const first = item.children.find((child) => child.type === 'element');
  const paragraph = first?.type === 'element' && first.tagName === 'p' ? first : item;
  paragraph.children = [box, text(' '), ...paragraph.children];
  item.properties.className = ['task'];
  return item;
}
