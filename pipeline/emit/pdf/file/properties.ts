import type { Fragment, PagedEdition, StructureElement } from '../../../layout/index.ts';
import { type FileElement, isMath } from '../elements.ts';
import type { PaintedContent } from './painted.ts';
import type { Relations } from './relations.ts';

/** An element, and what it is written from. */
export interface Around {
  readonly content: PaintedContent;
  readonly element: FileElement;
  readonly paged: PagedEdition;
  readonly headings: Headings;
  readonly relations: Relations;
  /** It stands in a line of text. */
  readonly inline: boolean;
}

/** What cells call the cells that say what they are; in the order of the tree. */
export type Headings = ReadonlyMap<StructureElement, string>;

export function headingIds(root: StructureElement): Headings {
  const wanted = new Set<StructureElement>();
  const found = new Map<StructureElement, string>();
  const visit = (element: StructureElement, each: (element: StructureElement) => void): void => {
    each(element);
    for (const child of element.children) if ('tag' in child) visit(child, each);
  };
  visit(root, ({ headers }) => {
    for (const heading of headers ?? []) wanted.add(heading);
  });
  if (wanted.size === 0) return found;
  visit(root, (element) => {
    if (wanted.has(element)) found.set(element, element.id ?? `head-${String(found.size + 1).padStart(6, '0')}`);
  });
  return found;
}

/** Elements whose children stand in lines. */
export const inline: ReadonlySet<string> = new Set([
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'Caption',
  'Lbl',
  'Span',
  'Quote',
  'Link',
  'Reference',
  'Code',
  'TH',
  'TD',
]);

/** By which others of the file name it. */
export function idOf(element: FileElement, headings: Headings): string | undefined {
  return isMath(element) ? undefined : (element.id ?? headings.get(element));
}

/** What an element is, says and belongs to, but for its kids and attributes. */
export function propertiesOf({ element, headings, content, relations }: Around): Record<string, unknown> {
  const actualText = element.actualText !== undefined && { ActualText: new String(element.actualText) };
  if (isMath(element)) return { ...actualText };
  const id = idOf(element, headings);
  const attachment = content.attachments.get(element);
  const related = relations.get(element)?.map((other) => content.elementOf(other));
  return {
    ...(element.title && { T: new String(element.title) }),
    ...(element.lang && { Lang: new String(element.lang) }),
    ...(element.alt !== undefined && { Alt: new String(element.alt) }),
    ...actualText,
    ...(element.expansion && { E: new String(element.expansion) }),
    ...(id && { ID: new String(id) }),
    ...(attachment && { AF: [attachment] }),
    ...(related && { Ref: related }),
  };
}

/** One dictionary for each owner of attributes: they may not be mixed. */
export function attributesOf(around: Around): Record<string, unknown>[] {
  const { element, content } = around;
  return [...(isMath(element) ? [] : ownAttributes(element, around)), ...content.dialect.attributesOf(element)];
}

function ownAttributes(element: StructureElement, around: Around): Record<string, unknown>[] {
  const headers = element.headers?.map((heading) => new String(around.headings.get(heading)));
  const table = {
    ...(element.scope && { Scope: element.scope }),
    ...(element.colSpan && element.colSpan > 1 && { ColSpan: element.colSpan }),
    ...(element.rowSpan && element.rowSpan > 1 && { RowSpan: element.rowSpan }),
    ...(headers && headers.length > 0 && { Headers: headers }),
  };
  const box = boxOf(element, around);
  const placement = around.inline ? 'Inline' : 'Block';
  return [
    ...(Object.keys(table).length > 0 ? [{ O: 'Table', ...table }] : []),
    ...(element.listNumbering ? [{ O: 'List', ListNumbering: element.listNumbering }] : []),
    ...(box ? [{ O: 'Layout', Placement: placement, BBox: box }] : []),
  ];
}

/** What a figure covers, counted from the bottom left corner of the page. */
function boxOf(element: StructureElement, { content, paged }: Around): number[] | undefined {
  if (element.tag !== 'Figure' && element.tag !== 'Formula') return undefined;
  const pageOf = (image: Fragment) => content.formulae.get(image)?.page ?? content.marks.get(image)?.page;
  const all = element.children.flatMap((child) => ('kind' in child && child.kind === 'image' ? [child] : []));
  const page = all[0] && pageOf(all[0]);
  const images = all.filter((image) => pageOf(image) === page); // a formula may go on overleaf
  const pageHeight = page === undefined ? 0 : (paged.pages[page]?.height ?? 0);
  const boxes = images.map(
    ({ x, y, width, height }) => [x, pageHeight - y - height, x + width, pageHeight - y] as const,
  );
  if (boxes.length === 0) return undefined;
  return [
    Math.min(...boxes.map(([left]) => left)),
    Math.min(...boxes.map(([, bottom]) => bottom)),
    Math.max(...boxes.map(([, , right]) => right)),
    Math.max(...boxes.map(([, , , top]) => top)),
  ];
}
