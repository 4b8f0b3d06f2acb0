import { isOwnClass, type PassedElement, passedElement } from '../model/index.ts';
import type { HtmlElement, HtmlItem } from './htmlTree.ts';
import { idFault } from './ids.ts';
import { type HtmlSource, report } from './source.ts';

type Element = HtmlElement<unknown>;

/** What may not stand in an element, at any depth (HTML standard, content models). */
const outside: Readonly<Record<string, readonly string[]>> = {
  header: ['header', 'footer'],
  footer: ['header', 'footer'],
  address: ['address', 'header', 'footer', 'article', 'section'],
};

/** What of an element that we have no node for passes; its attributes that do not are told. */
export function passedBy(element: Element, place: 'block' | 'phrasing', source: HtmlSource): PassedElement | undefined {
  if (!source.passes) return undefined;
  const passed = passedElement(element, place);
  const without = outside[element.name];
  if (!passed || (without && holds(element, without))) return undefined;
  const dropped = [...element.attributes.keys()].filter((key) => !isKept(key, element, passed));
  const isBare = passed.name === 'span' && dropped.length === element.attributes.size;
  if (isBare) return undefined;
  const classes = element.attributes.get('class')?.trim().split(/\s+/).filter(isOwnClass) ?? [];
  for (const name of classes) {
    const details = { variant: 'class', element: element.name, class: name.slice(0, 40) };
    report(source, 'html-is-known', { position: element.position, details });
  }
  for (const attribute of dropped) {
    if (/^on[a-z]/.test(attribute)) continue; // told as code
    if (attribute === 'class' && classes.length > 0) continue; // told by its names
    const details = { variant: 'attribute', element: element.name, attribute: attribute.slice(0, 40) };
    report(source, 'html-is-known', { position: element.position, details });
  }
  return passed;
}

function holds({ children }: Element, names: readonly string[]): boolean {
  return children.some(
    (item: HtmlItem<unknown>) => item.kind === 'element' && (names.includes(item.name) || holds(item, names)),
  );
}

/** Ids and languages are the node's own. */
function isKept(key: string, { attributes }: Element, passed: PassedElement): boolean {
  if (key === 'id') return !idFault(attributes.get(key)?.trim() ?? '');
  return key === 'lang' || passed.attributes[key] !== undefined;
}
