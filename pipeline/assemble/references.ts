import type { CrossReference, Figure, PhrasingContent } from 'mdast';
import { fill } from '../model/index.ts';
import { type Assembly, type Draft, titleOf } from './assembly.ts';
import type { Place } from './places.ts';
import { fillWords, plainCopy } from './words.ts';

/** What a link without words calls its target: "Table 2", or the title of the section or document. */
export function nameOf(
  { draft, place }: { draft: Draft; place?: Place },
  style: CrossReference['style'],
  assembly: Assembly,
): PhrasingContent[] {
  if (!place) return plainCopy(titleOf(draft).children);
  if (place.node.type === 'figure') return figureName(place.node, style, assembly);
  return plainCopy(place.section.children);
}

function figureName(figure: Figure, style: CrossReference['style'], { strings }: Assembly): PhrasingContent[] {
  const title = captionWords(figure);
  if (figure.number === undefined || (style === 'title' && title.length > 0)) return title;
  const name = fill(strings, `edition.reference.${figure.kind}`, { number: figure.number });
  if (style !== 'full' || title.length === 0) return [{ type: 'text', value: name }];
  return fillWords(strings, 'edition.reference.full', { words: title, name });
}

/** A caption without its label. */
export function captionWords(figure: Figure): PhrasingContent[] {
  const caption = figure.children.find((child) => child.type === 'caption');
  const words = (caption?.children ?? []) as PhrasingContent[];
  const [first, ...rest] = plainCopy(words.filter((word) => word.type !== 'label'));
  if (first?.type !== 'text') return first ? [first, ...rest] : [];
  const value = first.value.trimStart();
  return value === '' ? rest : [{ ...first, value }, ...rest];
}
