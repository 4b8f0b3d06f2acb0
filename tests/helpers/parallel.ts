import fc from 'fast-check';
import { expect } from 'vitest';
import { assembleBilingual } from '../../pipeline/assemble/index.ts';
import {
  type Fragment,
  layoutBilingual,
  type PagedEdition,
  type StructureElement,
  type TextFragment,
} from '../../pipeline/layout/index.ts';
import { type BilingualEdition, type BilingualKind, type Language, languages } from '../../pipeline/model/index.ts';
import { elementsOf, fragmentsOf, textOfDocument, textOfStructure, withoutBullets } from '../layout/reading.ts';
import { assembled } from './assembled.ts';
import { fakeFonts } from './fonts.ts';
import { plans, publicationOf } from './passages.ts';

/** On which page each fragment stands. */
export type Places = ReadonlyMap<Fragment, number>;

/** Where something begins: the page, and the baseline of its first words. */
export interface Beginning {
  readonly page: number;
  readonly baseline: number;
}

export function pagesByFragment({ pages }: PagedEdition): Places {
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

export function beginningOf(element: StructureElement, pages: Places): Beginning | undefined {
  const first = fragmentsOf(element).find((part): part is TextFragment => part.kind === 'text');
  return first && { page: pages.get(first) ?? -1, baseline: first.baseline };
}

/** The same words and labels as the editions of one language, whose links lead elsewhere. */
export function saidBy(edition: BilingualEdition, language: Language): string[] {
  return edition.sides[language].documents.map((document) => withoutSpaces(textOfDocument(document)));
}

export function heardIn(paged: PagedEdition, edition: BilingualEdition, language: Language): string[] {
  const at = edition.order.indexOf(language);
  return partsOf(paged, edition.documents.length).map((parts) =>
    withoutSpaces(textOfStructure(parts[at] as StructureElement)),
  );
}

/** Bullets depend on depth, and what has no words of its own may stand between spaces or not. */
const withoutSpaces = (text: string): string => withoutBullets(text).replaceAll(' ', '');

/** One publication, laid out with both languages in the way that is told. */
export function laidOutAs(kind: BilingualKind) {
  return (markdown: Readonly<Record<string, string>>, order: readonly [Language, Language] = ['en', 'fr']) => {
    const { editions } = assembled(markdown, { settings: { order } });
    const edition = assembleBilingual(editions, kind);
    return { edition, ...layoutBilingual(edition, { fonts: fakeFonts() }) };
  };
}

/** Whatever the publication: each language is heard whole and in order, in a part of each chapter. */
export function expectHeardWhole(laidOut: ReturnType<typeof laidOutAs>, numRuns: number): void {
  fc.assert(
    fc.property(plans, fc.boolean(), (plan, frenchFirst) => {
      const { edition, value } = laidOut(publicationOf(plan).markdown, frenchFirst ? ['fr', 'en'] : ['en', 'fr']);
      for (const language of languages) {
        const heard = heardIn(value, edition, language).map((text) => text.replace(/\(page\d+\)/g, '')); // of what lies on another
        expect(heard).toEqual(saidBy(edition, language));
      }
      for (const parts of partsOf(value, edition.documents.length))
        expect(parts.map(({ lang }) => lang)).toEqual(edition.order.map((one) => edition.sides[one].tag));
    }),
    { seed: 7, numRuns },
  );
}

export const long = (count: number, word: string): string => Array.from({ length: count }, () => word).join(' ');

/** Pairs of very uneven lengths: paragraphs, headings, lists, with a note here and there. */
export const pairs = fc.array(
  fc.record({
    en: fc.constantFrom(1, 8, 40, 90, 300),
    fr: fc.constantFrom(1, 12, 45, 130, 700),
    kind: fc.constantFrom('text', 'text', 'heading', 'list', 'noted'),
  }),
  { minLength: 1, maxLength: 12 },
);

export function markdownOf(list: readonly { en: number; fr: number; kind: string }[]): string {
  const notes: string[] = [];
  const side = (language: Language, count: number, kind: string, at: number): string => {
    const words = long(count, language === 'en' ? 'paper' : 'papier');
    if (kind === 'heading') return `## ${words.slice(0, 80)}\n\n${words}`;
    if (kind === 'list') return `- ${words}\n- ${words.slice(0, 60)}`;
    if (kind === 'noted') notes.push(`[^${language}${at}]: ${words}`);
    return kind === 'noted' ? `${words}[^${language}${at}]\n\n${notes.at(-1)}` : words;
  };
  const blocks = list.map(({ en, fr, kind }, at) =>
    languages
      .map((language) => `:::${language}\n${side(language, language === 'en' ? en : fr, kind, at)}\n:::`)
      .join('\n\n'),
  );
  return ['# :en[Title]:fr[Titre]', ...blocks].join('\n\n');
}

/** No paragraph has one line alone at the foot or at the top of a page. */
export function expectNoLoneLine(structure: StructureElement, places: Places): void {
  const elements = elementsOf(structure);
  const inNotes = new Set(elements.filter(({ tag }) => tag === 'Note').flatMap(elementsOf));
  for (const element of elements.filter(({ tag }) => tag === 'P')) {
    const lines = linesByPage(element, places);
    const isShortNote = inNotes.has(element) && lines.reduce((sum, count) => sum + count, 0) === 3; // two and one at best
    if (lines.length > 1 && !isShortNote)
      expect(Math.min(lines[0] as number, lines.at(-1) as number)).toBeGreaterThan(1);
  }
}

export function textsIn(element: StructureElement): TextFragment[] {
  return fragmentsOf(element).filter((part): part is TextFragment => part.kind === 'text');
}

/** How many lines an element has on each of its pages; its notes are not its own. */
function linesByPage(element: StructureElement, places: Places): number[] {
  const lines = new Map<number, Set<number>>();
  const add = (part: StructureElement | Fragment): void => {
    if ('tag' in part) {
      if (part.tag !== 'Note' && part.tag !== 'Reference') part.children.forEach(add);
      return;
    }
    const page = places.get(part) ?? -1;
    if (part.kind === 'text') lines.set(page, (lines.get(page) ?? new Set()).add(part.baseline));
  };
  add(element);
  return [...lines].sort(([a], [b]) => a - b).map(([, set]) => set.size);
}
