import type { PagedEdition, StructureElement } from '../../../layout/index.ts';

/** Which elements each names, in the order of the tree. */
export type Relations = ReadonlyMap<StructureElement, readonly StructureElement[]>;

/** Tags of elements that stand for themselves: what begins at a destination is one of these, not a part of its words. */
const whole: ReadonlySet<string> = new Set(
  'P H1 H2 H3 H4 H5 H6 LI TOCI Table Caption Note Figure Formula Code BlockQuote Document'.split(' '),
);

/** A note and its calls name each other, so do the halves of a pair; an entry of contents names what it leads to. */
export function relationsIn(paged: PagedEdition): Relations {
  const parents = parentsIn(paged.structure);
  const targets = targetsIn(paged);
  const relations = new Map<StructureElement, readonly StructureElement[]>();
  for (const element of parents.keys()) {
    const target = element.tag === 'TOCI' ? targetOf(element, targets) : undefined;
    const others = [
      ...(target ? [inPartOf(element, wholeAround(target, parents), parents)] : []),
      ...(element.counterparts ?? []).filter((other) => parents.has(other)),
    ];
    if (others.length > 0) relations.set(element, others);
  }
  return relations;
}

type Targets = ReadonlyMap<StructureElement, StructureElement>;

/** What begins where each link leads. */
function targetsIn({ pages, destinations }: PagedEdition): Targets {
  const links = pages.flatMap((page) => page.links);
  return new Map(
    links.flatMap(({ owner, to }) => {
      const target = 'destination' in to ? destinations.get(to.destination)?.owner : undefined;
      return target ? [[owner, target] as const] : [];
    }),
  );
}

/** Of the link that an entry of contents is, not of those in the contents below it. */
function targetOf(entry: StructureElement, targets: Targets): StructureElement | undefined {
  for (const child of entry.children) {
    if (!('tag' in child) || child.tag === 'TOC') continue;
    const target = targets.get(child) ?? targetOf(child, targets);
    if (target) return target;
  }
  return undefined;
}

/** What an element leads to, in its own language where that has both. */
function inPartOf(element: StructureElement, target: StructureElement, parents: Parents): StructureElement {
  const lang = languageOfPart(element, parents);
  const halves = [target, ...(target.counterparts ?? [])];
  return halves.find((half) => parents.has(half) && languageOfPart(half, parents) === lang) ?? target;
}

function languageOfPart(element: StructureElement, parents: Parents): string | undefined {
  const parent = parents.get(element);
  return element.tag === 'Part' || !parent ? element.lang : languageOfPart(parent, parents);
}

export type Parents = ReadonlyMap<StructureElement, StructureElement | undefined>;

/** Every element of the tree, with the one around it. */
export function parentsIn(root: StructureElement): Parents {
  const parents = new Map<StructureElement, StructureElement | undefined>();
  const visit = (element: StructureElement, parent?: StructureElement): void => {
    parents.set(element, parent);
    for (const child of element.children) if ('tag' in child) visit(child, element);
  };
  visit(root);
  return parents;
}

/** The heading, paragraph, item … that an element is, or is in. */
export function wholeAround(element: StructureElement, parents: Parents): StructureElement {
  const parent = parents.get(element);
  return whole.has(element.tag) || !parent ? element : wholeAround(parent, parents);
}
