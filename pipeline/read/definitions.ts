import type { DefinitionDescription, DefinitionList, Paragraph, PhrasingContent } from 'mdast';
import type { Unpaired } from './htmlBlocks.ts';
import { placed } from './phrasing.ts';
import { type Source, sliceOf } from './source.ts';

/**
 * Definition lists: a term, a paragraph of one line, then paragraphs that begin with `: `.
 *
 * A line `: 4,8 milliards` within a paragraph stays words: each description has a blank line before it.
 */
export function gatherDefinitions(blocks: readonly Unpaired[], source: Source): Unpaired[] {
  const result: Unpaired[] = [];
  let index = 0;
  while (index < blocks.length) {
    const list = definitionsAt(blocks, index, source);
    if (!list) {
      result.push(blocks[index++] as Unpaired);
      continue;
    }
    const position = {
      start: placed(blocks[index] as Unpaired).start,
      end: placed(blocks[list.next - 1] as Unpaired).end,
    };
    result.push({ type: 'definitionList', children: list.children, position });
    index = list.next;
  }
  return result;
}

function definitionsAt(blocks: readonly Unpaired[], from: number, source: Source) {
  const children: DefinitionList['children'] = [];
  let next = from;
  while (isTerm(blocks[next], source) && isDescription(blocks[next + 1], source)) {
    const term = blocks[next++] as Paragraph;
    children.push({ type: 'definitionTerm', children: term.children, position: placed(term) });
    while (isDescription(blocks[next], source)) children.push(descriptionOf(blocks[next++] as Paragraph));
  }
  return children.length > 0 ? { children, next } : undefined;
}

function isTerm(block: Unpaired | undefined, source: Source): boolean {
  if (block?.type !== 'paragraph' || isDescription(block, source)) return false;
  return block.position?.start.line === block.position?.end.line && !sliceOf(source, block).startsWith('<');
}

function isDescription(block: Unpaired | undefined, source: Source): boolean {
  if (block?.type !== 'paragraph' || block.children[0]?.type !== 'text') return false;
  return sliceOf(source, block).startsWith(': ') && block.children[0].value.startsWith(': ');
}

function descriptionOf(paragraph: Paragraph): DefinitionDescription {
  const [first, ...rest] = paragraph.children as [PhrasingContent & { type: 'text' }, ...PhrasingContent[]];
  const value = first.value.replace(/^: +/, '');
  const children = value ? [{ ...first, value }, ...rest] : rest;
  const position = placed(paragraph);
  return { type: 'definitionDescription', children: [{ ...paragraph, children }], position };
}
