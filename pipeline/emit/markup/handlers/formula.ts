import type { Element } from 'hast';
import type { InlineMath, Math as MathNode } from 'mdast-util-math';
import { fill } from '../../../model/index.ts';
import type { Context, Handle } from '../context.ts';
import { element, text } from '../element.ts';

/** A formula by itself. A wide one can be scrolled by keyboard. */
export const math: Handle<MathNode> = (_state, node, context) => {
  const label = fill(context.edition.strings, 'edition.formula');
  const properties = { className: ['formula'], tabIndex: 0, role: 'group', ariaLabel: label };
  return element('div', properties, [formula(node, context)]);
};

/** A formula in a line. */
export const inlineMath: Handle<InlineMath> = (_state, node, context) => formula(node, context);

/** MathML with the formula's words; TeX that is not valid, as code. */
function formula(node: MathNode | InlineMath, { flavour, formulae, edition }: Context): Element {
  const { mathml, words } = node.data ?? {};
  if (!mathml) return element('code', { translate: 'no' }, [text(node.value)]);
  const xmlns = flavour === 'epub' ? { xmlns: 'http://www.w3.org/1998/Math/MathML' } : {};
  const made = structuredClone(mathml);
  const said = words ?? formulae?.(node.value, { display: node.type === 'math', lang: edition.tag })?.words;
  return { ...made, properties: { ...xmlns, ...made.properties, alttext: said ?? node.value } };
}
