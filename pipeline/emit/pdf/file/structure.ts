import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { PagedEdition } from '../../../layout/index.ts';
import { type FileElement, isElement, isMath, type Painted } from '../elements.ts';
import type { Annotation, Mark, PaintedContent } from './painted.ts';
import { type Around, attributesOf, headingIds, idOf, inline, propertiesOf } from './properties.ts';
import { type Relations, relationsIn } from './relations.ts';

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
  const relations: Relations = content.dialect.refers ? relationsIn(paged) : new Map();
  const seen = new Set<Mark>();
  const besideOf = (element: FileElement): readonly FileElement[] => {
    const children: readonly (FileElement | Painted)[] = element.children;
    const apart = content.dialect.isFramed(element) && !isMath(element) && content.attachments.has(element);
    return apart ? children.filter(isCaption) : [];
  };
  const write = (element: FileElement, parent: Reference): Reference => {
    const captions = besideOf(element);
    if (captions.length > 0) return writeFrame(element, captions, parent);
    const within =
      !isMath(element) && (content.annotations.get(element) ?? []).some(({ reference }) => reference.data.Dest);
    return within && content.dialect.refers && parent.data.S !== 'Reference'
      ? writeReference(element, parent)
      : writeElement(element, parent);
  };
  /** A link within the document is a part of a reference. ISO 14289-2, 8.2.5.20. */
  const writeReference = (element: FileElement, parent: Reference): Reference => {
    const around = doc.ref({ S: 'Reference', P: parent });
    around.data.K = [writeElement(element, around)];
    around.end();
    return around;
  };
  const writeFrame = (element: FileElement, captions: readonly FileElement[], parent: Reference): Reference => {
    const frame = doc.ref({ S: 'Figure', P: parent });
    const around: Around = { content, element, paged, headings, relations, inline: false };
    const { Alt, Lang } = propertiesOf(around);
    Object.assign(frame.data, { ...(Alt !== undefined && { Alt }), ...(Lang !== undefined && { Lang }) });
    const kids = [writeElement(element, frame), ...captions.map((caption) => write(caption, frame))];
    Object.assign(frame.data, { K: kids, A: content.elementOf(element).data.A });
    frame.end();
    return frame;
  };
  const writeElement = (element: FileElement, parent: Reference): Reference => {
    const reference = content.elementOf(element);
    if (reference.data.P) throw new Error(`A structure element ${element.tag} stands twice in the tree`);
    const around: Around = { content, element, paged, headings, relations, inline: inline.has(String(parent.data.S)) };
    Object.assign(reference.data, content.dialect.typeOf(element), { P: parent }, propertiesOf(around));
    const id = idOf(element, headings);
    if (id) ids.push([id, reference]);
    const kids: Kid[] = [];
    const beside: readonly unknown[] = besideOf(element);
    for (const child of element.children) {
      if (beside.includes(child)) continue;
      const math = 'kind' in child && child.kind === 'image' ? content.formulae.get(child)?.math : undefined;
      if (math && content.elementOf(math).data.P) continue; // of a formula in pieces, the first has written it
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

const isCaption = (child: FileElement | Painted): child is FileElement => isElement(child) && child.tag === 'Caption';

type Kid = { readonly element: Reference } | { readonly mark: Mark } | { readonly annotation: Annotation };

function markOf(fragment: Painted, element: FileElement, seen: Set<Mark>, content: PaintedContent): Kid[] {
  const mark = content.marks.get(fragment);
  if (!mark) throw new Error(`A fragment of ${element.tag} is in the tree and on no page`);
  if (mark.owner !== element) throw new Error(`A fragment in ${element.tag} says that it belongs to ${mark.owner.tag}`);
  if (seen.has(mark)) return [];
  seen.add(mark);
  return [{ mark }];
}

function writeKids(reference: Reference, kids: readonly Kid[], around: Around): void {
  const { content } = around;
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
  const attributes = attributesOf(around);
  if (attributes.length > 0) reference.data.A = attributes;
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
