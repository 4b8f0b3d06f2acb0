import type { Element, ElementContent } from 'hast';
import type { DefinitionList, DefinitionTerm } from 'mdast';
import type { Context, Handle, State } from '../context.ts';
import { element } from '../element.ts';
import { epubType, identify } from '../identify.ts';
import { glossarySection, indexSection } from './group.ts';

/** `dl`. With role `glossary` its terms are `dfn`s that carry their anchors, in a section of that role. */
export const definitionList: Handle<DefinitionList> = (state, node, context) => {
  const glossary = node.data?.role === 'glossary' || hasConcepts(node);
  const children = node.children.map((child): Element => {
    if (child.type === 'definitionTerm') return termOf(state, child, { context, glossary });
    const content = state.wrap(state.all(child), true);
    return identify(child, element('dd', glossary ? epubType('glossdef', context) : {}, content), context);
  });
  const list = element('dl', {}, state.wrap<ElementContent>(children, true) as ElementContent[]);
  if (node.data?.role === 'index') return indexSection([list], context);
  if (node.data?.role !== 'glossary') return list;
  return glossarySection([list], context);
};

/** A list of the glossary chapter that is one of several: the section is then the group around them. */
function hasConcepts(node: DefinitionList): boolean {
  return node.children.some((child) => child.type === 'definitionTerm' && child.data?.id?.startsWith('term-'));
}

function termOf(state: State, node: DefinitionTerm, options: { context: Context; glossary: boolean }): Element {
  const { context, glossary } = options;
  if (!glossary) return identify(node, element('dt', {}, state.all(node)), context);
  const word = identify(node, element('dfn', {}, state.all(node)), context);
  return element('dt', epubType('glossterm', context), [word]);
}
