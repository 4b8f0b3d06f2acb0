import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { Fragment, PagedEdition, StructureElement } from '../../../layout/index.ts';
import { type FileElement, isElement, isMath, type MathElement, type Painted } from '../elements.ts';
import type { Dialect } from '../standard/index.ts';
import { type Relations, relationsIn } from './relations.ts';

/** What painting tells the structure tree: which marked content holds a fragment, and which annotations an element has. */
export interface PaintedContent {
  readonly dialect: Dialect;
  /** Marked content by the fragments in it; several fragments may share one. */
  readonly marks: ReadonlyMap<Painted, Mark>;
  /** By the picture of a formula that was painted in parts. */
  readonly formulae: ReadonlyMap<Fragment, PaintedFormula>;
  /** Files that say an element in another way. */
  readonly attachments: ReadonlyMap<StructureElement, Reference>;
  readonly annotations: ReadonlyMap<StructureElement, readonly Annotation[]>;
  readonly pages: readonly Reference[];
  /** The object of an element; made when first asked for. */
  elementOf(element: FileElement): Reference;
}

export interface PaintedFormula {
  readonly page: number;
  readonly math: MathElement;
}

/** One marked-content sequence. */
export interface Mark {
  readonly page: number;
  /** Marked-content identifier, from 0 on each page. */
  readonly mcid: number;
  readonly owner: FileElement;
}

export interface Annotation {
  readonly page: number;
  readonly reference: Reference;
}

/**
 * Writes the structure tree, its parent tree and its ids. ISO 32000-1, 14.7.
 *
 * We write the objects ourselves: pdfkit's own `struct` points annotations at the wrong page, keeps all of an
 * element's attributes in one dictionary, and never finishes when an element has not been attached.
 */
export function writeStructure(doc: PDFDocument, paged: PagedEdition, content: PaintedContent): void {
  const root = doc.getStructTreeRoot();
  const ids: [string, Reference][] = [];
  const headings = headingIds(paged.structure);
  const relations = content.dialect.refers ? relationsIn(paged) : new Map();
  const seen = new Set<Mark>();
  const write = (element: FileElement, parent: Reference): Reference => {
    const reference = content.elementOf(element);
    if (reference.data.P) throw new Error(`A structure element ${element.tag} stands twice in the tree`);
    const around: Around = { content, element, paged, headings, relations, inline: inline.has(String(parent.data.S)) };
    Object.assign(reference.data, content.dialect.typeOf(element), { P: parent }, propertiesOf(around));
    const id = idOf(element, headings);
    if (id) ids.push([id, reference]);
    const kids: Kid[] = [];
    for (const child of element.children) {
      const math = 'kind' in child && child.kind === 'image' ? content.formulae.get(child)?.math : undefined;
      if (math) kids.push({ element: write(math, reference) });
      else if (isElement(child)) kids.push({ element: write(child, reference) });
      else kids.push(...markOf(child, element, seen, content));
    }
    if (!isMath(element)) kids.push(...(content.annotations.get(element) ?? []).map((annotation) => ({ annotation })));
    writeKids(reference, kids, around);
    reference.end();
    return reference;
  };
  root.data.K = [write(paged.structure, root)];
  assertAllInTree(content, seen);
  writeParentTree(doc, content);
  writeIds(doc, ids);
}

/** What cells call the cells that say what they are; in the order of the tree. */
type Headings = ReadonlyMap<StructureElement, string>;

function headingIds(root: StructureElement): Headings {
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

type Kid = { readonly element: Reference } | { readonly mark: Mark } | { readonly annotation: Annotation };

/** Elements whose children stand in lines. */
const inline: ReadonlySet<string> = new Set([
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

function markOf(fragment: Painted, element: FileElement, seen: Set<Mark>, content: PaintedContent): Kid[] {
  const mark = content.marks.get(fragment);
  if (!mark) throw new Error(`A fragment of ${element.tag} is in the tree and on no page`);
  if (mark.owner !== element) throw new Error(`A fragment in ${element.tag} says that it belongs to ${mark.owner.tag}`);
  if (seen.has(mark)) return [];
  seen.add(mark);
  return [{ mark }];
}

interface Around {
  readonly content: PaintedContent;
  readonly element: FileElement;
  readonly paged: PagedEdition;
  readonly headings: Headings;
  readonly relations: Relations;
  /** It stands in a line of text. */
  readonly inline: boolean;
}

function writeKids(reference: Reference, kids: readonly Kid[], around: Around): void {
  const { content, element } = around;
  const first = kids.find((kid) => 'mark' in kid);
  const home = first && 'mark' in first ? first.mark.page : undefined;
  if (home !== undefined) reference.data.Pg = content.pages[home];
  const entries = kids.map((kid) => {
    if ('element' in kid) return kid.element;
    if ('annotation' in kid)
      return { Type: 'OBJR', Pg: content.pages[kid.annotation.page], Obj: kid.annotation.reference };
    if (kid.mark.page === home) return kid.mark.mcid;
    return { Type: 'MCR', Pg: content.pages[kid.mark.page], MCID: kid.mark.mcid };
  });
  if (entries.length > 0) reference.data.K = entries;
  const attributes = [
    ...(isMath(element) ? [] : attributesOf(element, around)),
    ...content.dialect.attributesOf(element),
  ];
  if (attributes.length > 0) reference.data.A = attributes;
}

function idOf(element: FileElement, headings: Headings): string | undefined {
  return isMath(element) ? undefined : (element.id ?? headings.get(element));
}

function propertiesOf({ element, headings, content, relations }: Around): Record<string, unknown> {
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
function attributesOf(element: StructureElement, around: Around): Record<string, unknown>[] {
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
  const images = element.children.flatMap((child) => ('kind' in child && child.kind === 'image' ? [child] : []));
  const [first] = images;
  const page = first && (content.formulae.get(first)?.page ?? content.marks.get(first)?.page);
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

function assertAllInTree(content: PaintedContent, seen: ReadonlySet<Mark>): void {
  const lost = [...new Set(content.marks.values())].find((mark) => !seen.has(mark));
  if (lost)
    throw new Error(`Content of ${lost.owner.tag} on page ${lost.page} is painted and not in the structure tree`);
}

/** From pages' marked content and from annotations back to their elements; pages have the first keys, in order. */
function writeParentTree(doc: PDFDocument, content: PaintedContent): void {
  const byPage = content.pages.map((): Reference[] => []);
  for (const mark of content.marks.values()) {
    const row = byPage[mark.page];
    if (row) row[mark.mcid] = content.elementOf(mark.owner);
  }
  const numbers: unknown[] = byPage.flatMap((row, page) => [page, row]);
  const linked = [...content.annotations].flatMap(([element, list]) =>
    list.map(({ reference }) => ({ element, reference })),
  );
  linked.sort((a, b) => Number(a.reference.data.StructParent) - Number(b.reference.data.StructParent));
  for (const { element, reference } of linked) numbers.push(reference.data.StructParent, content.elementOf(element));
  const root = doc.getStructTreeRoot();
  const tree = doc.ref({ Nums: numbers });
  tree.end();
  Object.assign(root.data, { ParentTree: tree, ParentTreeNextKey: content.pages.length + linked.length });
}

function writeIds(doc: PDFDocument, ids: readonly [string, Reference][]): void {
  if (ids.length === 0) return;
  const sorted = [...ids].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [index, [id]] of sorted.entries()) {
    if (sorted[index + 1]?.[0] === id) throw new Error(`The structure id “${id}” is given twice`);
  }
  const tree = doc.ref({ Names: sorted.flatMap(([id, reference]) => [new String(id), reference]) });
  tree.end();
  doc.getStructTreeRoot().data.IDTree = tree;
}
