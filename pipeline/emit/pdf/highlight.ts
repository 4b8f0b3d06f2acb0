import type { Element, ElementContent, Root } from 'hast';
import type { Code, Nodes } from 'mdast';
import type { CodeKind, CodeSpan, Highlight } from '../../layout/index.ts';
import type { Edition } from '../../model/index.ts';

/** What the names of highlight.js come to on paper. */
const kinds: Readonly<Record<string, CodeKind>> = {
  'hljs-keyword': 'keyword',
  'hljs-built_in': 'keyword',
  'hljs-selector-tag': 'keyword',
  'hljs-section': 'keyword',
  'hljs-comment': 'comment',
  'hljs-quote': 'comment',
  'hljs-string': 'value',
  'hljs-number': 'value',
  'hljs-literal': 'value',
  'hljs-attr': 'value',
  'hljs-symbol': 'value',
  'hljs-regexp': 'value',
};

/** Tells the parts of programs apart. The grammars are loaded only where a block of code names its language. */
export async function makeHighlight(editions: readonly Edition[]): Promise<Highlight> {
  const documents = editions.flatMap((edition) => edition.documents);
  const named = documents.some(({ tree, notes }) => [tree, ...notes].some(namesLanguage));
  if (!named) return (value) => [{ text: value }];
  const { common, createLowlight } = await import('lowlight');
  const highlighter = createLowlight(common);
  return (value, language) =>
    language && highlighter.registered(language) ? spansOf(highlighter.highlight(language, value)) : [{ text: value }];
}

function namesLanguage(node: Nodes): boolean {
  if (node.type === 'code') return Boolean((node as Code).lang);
  return 'children' in node && node.children.some(namesLanguage);
}

function spansOf(node: Root | Element, around?: CodeKind): CodeSpan[] {
  return (node.children as ElementContent[]).flatMap((child): CodeSpan[] => {
    if (child.type === 'text') return [{ text: child.value, ...(around && { kind: around }) }];
    return child.type === 'element' ? spansOf(child, kindOf(child) ?? around) : [];
  });
}

function kindOf({ properties }: Element): CodeKind | undefined {
  const names = Array.isArray(properties.className) ? properties.className : [];
  return names.map((name) => kinds[String(name)]).find((kind) => kind !== undefined);
}
