import type { Heading, Link, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { addTo, fill, type Strings } from '../model/index.ts';
import { type Draft, titleOf } from './assembly.ts';
import { plainCopy } from './words.ts';

/** A place in a section that can be led to. */
export interface SectionPlace {
  readonly draft: Draft;
  readonly id: string;
  readonly section: Heading;
}

interface LinkOptions<Place> {
  readonly strings: Strings;
  /** Of the links. */
  readonly role?: 'backlink';
  /** What the link says after the section's title. */
  readonly within?: (first: Place) => readonly PhrasingContent[];
  /** What comes after the link to a section with these places. */
  readonly after?: (places: readonly Place[]) => readonly PhrasingContent[];
}

/**
 * One link for each section of these places, to the first of them, by the section's title; with the document's too, where
 * two sections are called alike.
 */
export function linksToSections<Place extends SectionPlace>(
  places: readonly Place[],
  { strings, role, within, after }: LinkOptions<Place>,
): PhrasingContent[] {
  const sections = new Map<Heading, Place[]>();
  for (const place of places) addTo(sections, place.section, place);
  const titles = new Map<string, number>();
  for (const section of sections.keys()) titles.set(textOf(section), (titles.get(textOf(section)) ?? 0) + 1);
  const separator: PhrasingContent = { type: 'text', value: fill(strings, 'edition.entry.separator') };
  return [...sections.values()].flatMap((group, index): PhrasingContent[] => {
    const first = group[0] as Place;
    const document = titles.get(textOf(first.section)) === 1 ? [] : [documentOf(first)];
    const link: Link = {
      type: 'link',
      url: `#${first.id}`,
      data: { ...(role && { role }), target: { document: first.draft.id, id: first.id } },
      children: [...plainCopy(first.section.children), ...document, ...(within?.(first) ?? [])],
    };
    return [...(index > 0 ? [separator] : []), link, ...(after?.(group) ?? [])];
  });
}

function documentOf({ draft }: SectionPlace): PhrasingContent {
  return { type: 'text', value: ` (${textOf(titleOf(draft))})` };
}
