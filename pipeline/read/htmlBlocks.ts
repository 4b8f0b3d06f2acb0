import type { BlockContent, Data, DefinitionDescription, DefinitionTerm, ListItem, Variant } from 'mdast';
import type { Block } from '../model/index.ts';
import { dataOf, isBlockName, isBlockNode, machineElement, unknownElement, wordsOf } from './htmlPhrasing.ts';
import { tableOf } from './htmlTables.ts';
import type { HtmlElement, HtmlItem } from './htmlTree.ts';
import { wordsIn } from './htmlWords.ts';
import { passedBy } from './passing.ts';
import type { HtmlSource } from './source.ts';

/** Blocks as they stand before pairs are made of variants. */
export type Unpaired = Block | Variant;

type Item = HtmlItem<Unpaired>;
type Element = HtmlElement<Unpaired>;

/** HTML's block content, with Markdown blocks in it → blocks. Loose words become paragraphs. */
export function blocksOf(items: readonly Item[], source: HtmlSource): Unpaired[] {
  const blocks: Unpaired[] = [];
  let loose: Item[] = [];
  const endParagraph = (): void => {
    const paragraph = paragraphOf(loose, source);
    if (paragraph) blocks.push(paragraph);
    loose = [];
  };
  for (const item of items) {
    if (!holdsBlock(item)) {
      loose.push(item);
      continue;
    }
    endParagraph();
    if (item.kind === 'node') blocks.push(item.node);
    else if (item.kind === 'element') blocks.push(...elementBlocks(item, source));
  }
  endParagraph();
  return blocks;
}

/** Whether something in it stands apart from words in a line. */
export function holdsBlock(item: Item): boolean {
  if (item.kind === 'node') return isBlockNode(item.node);
  return item.kind === 'element' && (isBlockName(item.name) || item.children.some(holdsBlock));
}

function paragraphOf(items: readonly Item[], source: HtmlSource): BlockContent | undefined {
  const children = wordsIn(items, source);
  const [first, last] = [items[0], items.at(-1)];
  if (children.length === 0 || !first || !last) return undefined;
  return { type: 'paragraph', children, position: { start: first.position.start, end: last.position.end } };
}

function elementBlocks(element: Element, source: HtmlSource): Unpaired[] {
  const { name, children, position } = element;
  const data = dataOf(element);
  const base = { position, ...(data && { data }) };
  const heading = /^h([1-6])$/.exec(name)?.[1];
  if (heading) {
    const depth = Number(heading) as 1 | 2 | 3 | 4 | 5 | 6;
    return [{ type: 'heading', depth, children: wordsIn(children, source), ...base }];
  }
  switch (name) {
    case 'p': {
      if (children.some(holdsBlock)) return blocksOf(children, source);
      const words = wordsIn(children, source);
      return words.length > 0 ? [{ type: 'paragraph', children: words, ...base }] : [];
    }
    case 'ul':
    case 'ol': {
      const start = Number.parseInt(element.attributes.get('start') ?? '1', 10);
      const ordered = name === 'ol';
      const items = listItems(element, source);
      if (items.length === 0) return [];
      const numbering = ordered ? numberingOf(element) : undefined;
      const list = { type: 'list' as const, ordered, ...(ordered && start >= 0 && { start }), spread: false };
      return [{ ...list, children: items, ...base, ...(numbering && { data: { ...data, numbering } }) }];
    }
    case 'blockquote':
      return [{ type: 'blockquote', children: blocksOf(children, source) as Block[], ...base }];
    case 'pre': {
      const language = children.find((child) => child.kind === 'element' && child.name === 'code') as
        | Element
        | undefined;
      const lang = /(?:^|\s)lang(?:uage)?-(\S+)/.exec(language?.attributes.get('class') ?? '')?.[1];
      return [{ type: 'code', value: wordsOf(children).replace(/^\n|\n$/g, ''), ...(lang && { lang }), ...base }];
    }
    case 'hr':
      return [{ type: 'thematicBreak', ...base }];
    case 'table':
      return tableOf(element, { source, blocksOf: (items) => blocksOf(items, source) });
    case 'dl':
      return definitionsOf(element, source);
    case 'figure':
      return figureOf(element, source);
    case 'details': {
      const inside = blocksOf(children, source);
      const isSection = inside.some(({ type }) => type === 'heading');
      return isSection ? inside : [{ type: 'aside', children: inside as Block[], ...base }];
    }
    case 'summary': {
      // paper folds nothing: what is folded stands in a box, its summary first
      const words = wordsIn(children, source);
      const strong = { type: 'strong' as const, children: words, position };
      return words.length > 0 ? [{ type: 'paragraph', children: [strong], ...base }] : [];
    }
    case 'script':
    case 'style':
    case 'template':
    case 'noscript':
      return machineElement(element, source, () => blocksOf(children, source));
  }
  const inside = blocksOf(children, source);
  if (name === 'html' || name === 'body') return inside;
  const isSection = inside.some(holdsHeading);
  const passed = isSection ? undefined : passedBy(element, 'block', source);
  if (passed) return [{ type: 'group', children: inside as Block[], position, data: { ...data, element: passed } }];
  unknownElement(element, source, isSection && source.passes ? 'section' : undefined);
  return inside;
}

/** Headings make a document's sections, so that what is around them goes. */
function holdsHeading(block: Unpaired): boolean {
  if (block.type === 'heading') return true;
  const holds = block.type === 'variant' || block.type === 'pair' || block.type === 'group';
  return holds && (block.children as Unpaired[]).some(holdsHeading);
}

function numberingOf({ attributes }: Element): Data['numbering'] {
  const type = attributes.get('type')?.trim();
  return type === 'a' || type === 'A' || type === 'i' || type === 'I' ? type : undefined;
}

function listItems(list: Element, source: HtmlSource): ListItem[] {
  return list.children.flatMap((child): ListItem[] => {
    if (child.kind === 'text' && child.value.trim() === '') return [];
    const isItem = child.kind === 'element' && child.name === 'li';
    const children = blocksOf(isItem ? child.children : [child], source) as Block[];
    return [{ type: 'listItem', spread: children.length > 1, children, position: child.position }];
  });
}

function isBlank(item: Item): boolean {
  return item.kind === 'text' && item.value.trim() === '';
}

function definitionsOf(list: Element, source: HtmlSource): Unpaired[] {
  const children = list.children.flatMap((child): (DefinitionTerm | DefinitionDescription)[] => {
    if (isBlank(child)) return [];
    const { position } = child;
    if (child.kind === 'element' && child.name === 'dt') {
      return [{ type: 'definitionTerm', children: wordsIn(child.children, source), position }];
    }
    const inner = child.kind === 'element' && child.name === 'dd' ? child.children : [child];
    if (child.kind === 'element' && child.name === 'div') {
      return definitionsOf(child, source).flatMap((block): (DefinitionTerm | DefinitionDescription)[] =>
        block.type === 'definitionList'
          ? block.children
          : [{ type: 'definitionDescription', children: [block as Block], position }],
      );
    }
    return [{ type: 'definitionDescription', children: blocksOf(inner, source) as Block[], position }];
  });
  const start = children.findIndex(({ type }) => type === 'definitionTerm');
  const entries = start < 0 ? [] : children.slice(start);
  // What explains no term is no explanation: it stands before the list, if there is one.
  const loose = children
    .slice(0, children.length - entries.length)
    .flatMap((child): Unpaired[] => (child.type === 'definitionDescription' ? child.children : []));
  if (entries.length === 0) return loose;
  const data = dataOf(list);
  return [...loose, { type: 'definitionList', children: entries, position: list.position, ...(data && { data }) }];
}

function figureOf(figure: Element, source: HtmlSource): Unpaired[] {
  const isCaption = (child: Item): child is Element => child.kind === 'element' && child.name === 'figcaption';
  const captions = figure.children.filter(isCaption);
  const content = blocksOf(
    figure.children.filter((child) => !isCaption(child)),
    source,
  ) as Block[];
  const [first] = captions;
  const data = dataOf(figure);
  const caption = first && {
    type: 'caption' as const,
    children: captions.flatMap((each) => wordsIn(each.children, source)),
    position: first.position,
  };
  const children = [...(caption ? [caption] : []), ...content];
  return [{ type: 'figure', kind: 'figure', children, position: figure.position, ...(data && { data }) }];
}
