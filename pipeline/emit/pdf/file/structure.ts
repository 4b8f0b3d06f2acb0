import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { PagedEdition } from '../../../layout/index.ts';
import type { Mark, PaintedContent } from './painted.ts';
import { TreeWriter } from './tree.ts';

/**
 * Writes the structure tree, its parent tree and its ids. ISO 32000-1, 14.7.
 *
 * We write the objects ourselves: pdfkit's own `struct` points annotations at the wrong page, keeps all of an
 * element's attributes in one dictionary, and never finishes when an element has not been attached.
 */
export function writeStructure(doc: PDFDocument, paged: PagedEdition, content: PaintedContent): void {
  const root = doc.getStructTreeRoot();
  const tree = new TreeWriter(doc, paged, content);
  root.data.K = [tree.write(paged.structure, root)];
  assertAllInTree(content, tree.seen);
  writeParentTree(doc, content);
  writeIds(doc, tree.ids);
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
