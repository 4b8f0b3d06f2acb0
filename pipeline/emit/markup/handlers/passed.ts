import type { Element, ElementContent, Properties } from 'hast';
import type { Nodes } from 'mdast';
import { passedElement } from '../../../model/index.ts';
import { element } from '../element.ts';

/** The element of raw HTML that a node stands for. It is sanitised here, whoever made the node: a plugin may have. */
export function passedThrough(
  { data }: Nodes,
  place: 'block' | 'phrasing',
  children: ElementContent[],
): Element | undefined {
  if (!data?.element) return undefined;
  const { name, attributes } = data.element;
  const passed = passedElement({ name, attributes: Object.entries(attributes) }, place);
  if (!passed) return undefined;
  const { class: classes, dir, datetime } = passed.attributes;
  const properties: Properties = {
    ...(classes && { className: classes.split(' ') }),
    ...(dir && { dir }),
    ...(datetime && { dateTime: datetime }),
  };
  return element(passed.name, properties, children);
}
