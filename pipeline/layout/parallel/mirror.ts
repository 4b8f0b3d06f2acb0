/** What stands once on the page and is to be heard in both languages. */
import type { Language } from '../../model/index.ts';
import type { Fragment, LinkArea, StructureElement } from '../display.ts';
import type { FlowBox, Placed, SetBlock } from '../flow.ts';
import { type Draft, openElement, openSlot, type Slot } from '../structure.ts';

interface Copy {
  readonly into: Draft;
  /** That of `into`: words of its own are not copied, but moved there. */
  readonly language: Language;
  /** What pictures are in the other language; the same unless told. */
  readonly alt?: string;
  /** What formulae are in the other language, by what they are in the first. */
  readonly words?: ReadonlyMap<string, string>;
}

/** The elements and places of one draft, by those of the other. */
interface Likeness {
  readonly elements: ReadonlyMap<StructureElement, StructureElement>;
  readonly slots: ReadonlyMap<Slot, Slot>;
}

/**
 * Hangs a copy of what was set into the other language's part of the tree too. It lies over the first, unseen, so that
 * whoever listens to that part misses nothing. What the first says in the words of the other language goes there.
 *
 * @param drawn - What was set under, all of it.
 */
export function mirrored(blocks: readonly SetBlock[], drawn: Draft, { into, ...copy }: Copy): SetBlock[] {
  const likeness = { elements: new Map(), slots: new Map() } satisfies Likeness;
  copyParts(drawn, into, { ...likeness, ...copy });
  const both = (box: FlowBox): FlowBox => doubled(box, likeness);
  return blocks.map((block) => ({
    ...block,
    boxes: block.boxes.map(both),
    ...(block.turned && { turned: block.turned.map(both) }),
  }));
}

function copyParts(
  from: Draft,
  to: Draft,
  likeness: Omit<Copy, 'into'> & { elements: Map<StructureElement, StructureElement>; slots: Map<Slot, Slot> },
): void {
  likeness.elements.set(from.element, to.element);
  for (const part of [...from.parts]) {
    if ('element' in part && part.half) {
      if (part.half !== likeness.language) continue;
      from.parts.splice(from.parts.indexOf(part), 1);
      to.parts.push(part);
    } else if ('element' in part) {
      const { tag, children: _, headers, counterparts: __, ...rest } = part.element;
      // Cells name cells that were copied before: heads stand above and before what they head.
      const copied = headers?.flatMap((heading) => likeness.elements.get(heading) ?? []);
      const attributes = { ...rest, ...(copied && { headers: copied }) };
      const alt = tag === 'Figure' ? likeness.alt : tag === 'Formula' && likeness.words?.get(rest.alt ?? '');
      copyParts(part, openElement(tag, to, alt ? { ...attributes, alt } : attributes), likeness);
    } else likeness.slots.set(part, openSlot(to));
  }
}

function doubled(box: FlowBox, { elements, slots }: Likeness): FlowBox {
  const placed = box.placed.flatMap(({ fragment, slot }): Placed[] => {
    const copy = slot && slots.get(slot);
    return copy ? [{ slot: copy, fragment: { ...fragment, owner: copy.owner, unseen: true } as Fragment }] : [];
  });
  const links = box.links.flatMap((link): LinkArea[] => {
    const owner = elements.get(link.owner);
    return owner ? [{ ...link, owner }] : [];
  });
  const turned = box.turned?.map((each) => doubled(each, { elements, slots }));
  return {
    ...box,
    placed: [...box.placed, ...placed],
    links: [...box.links, ...links],
    ...(turned && { turned }),
  };
}
