import type { Fragment, PagedEdition, StructureElement, TextFragment } from '../../pipeline/layout/index.ts';
import { fragmentsOf } from '../layout/reading.ts';

/** Where something begins: the page, and the baseline of its first words. */
export interface Beginning {
  readonly page: number;
  readonly baseline: number;
}

export function pagesByFragment({ pages }: PagedEdition): ReadonlyMap<Fragment, number> {
  return new Map(pages.flatMap(({ fragments }, page) => fragments.map((fragment) => [fragment, page] as const)));
}

/** The parts of each chapter, in the order of the languages. */
export function partsOf(paged: PagedEdition, chapters: number): (readonly [StructureElement, StructureElement])[] {
  const sections = paged.structure.children.filter((child): child is StructureElement => 'tag' in child);
  return sections.slice(sections.length - 1 - chapters, sections.length - 1).map(({ children }) => {
    const parts = children.filter((child): child is StructureElement => 'tag' in child && child.tag === 'Part');
    if (parts.length !== 2) throw new Error(`A chapter of ${parts.length} parts`);
    return parts as [StructureElement, StructureElement];
  });
}

/** Blocks that stand level, as the structure tree has them: paragraphs, headings and items outside of others. */
export function blocksIn(part: StructureElement): StructureElement[] {
  return part.children.flatMap((child): StructureElement[] => {
    if (!('tag' in child)) return [];
    return child.tag === 'L' ? child.children.filter((item): item is StructureElement => 'tag' in item) : [child];
  });
}

export function beginningOf(element: StructureElement, pages: ReadonlyMap<Fragment, number>): Beginning | undefined {
  const first = fragmentsOf(element).find((part): part is TextFragment => part.kind === 'text');
  return first && { page: pages.get(first) ?? -1, baseline: first.baseline };
}
