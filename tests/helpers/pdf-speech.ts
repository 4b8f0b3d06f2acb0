import type { Pdf } from './pdf.ts';
import { type Element, keyOf, type MarkedText, markedText, structureOf } from './pdf-tree.ts';

/** A stretch of what a screen reader says, with its language and the tags around it, outermost first. */
export interface Speech {
  readonly text: string;
  readonly lang: string;
  readonly tags: readonly string[];
}

/** A PDF as it is heard: its marked content in the order of the structure tree, artifacts left out. */
export function spokenText(pdf: Pdf): Speech[] {
  const marked = markedText(pdf);
  return structureOf(pdf).flatMap((element) => speechOf(element, marked, []));
}

function speechOf(element: Element, marked: MarkedText, around: readonly string[]): Speech[] {
  const tags = [...around, element.tag];
  return element.kids.flatMap((kid) => {
    if (kid.kind === 'element') return speechOf(kid.element, marked, tags);
    if (kid.kind === 'object') return [];
    return [{ text: marked.get(keyOf(kid.page, kid.mcid)) ?? '', lang: element.lang, tags }];
  });
}
