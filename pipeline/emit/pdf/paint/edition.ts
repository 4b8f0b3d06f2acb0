import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { Fragment, PagedEdition, StructureElement } from '../../../layout/index.ts';
import { addTo } from '../../../model/index.ts';
import { type Annotation, type Mark, nameDestinations, writeNavigation, writeStructure } from '../file/index.ts';
import { fontsInFile, type PaintedFonts } from '../fonts/index.ts';
import { type Pictures, picturesInFile } from '../pictures/index.ts';
import { writeLink } from './links.ts';
import { paintPage } from './page.ts';

export interface PaintOptions {
  readonly fonts: PaintedFonts;
  readonly pictures: Pictures;
}

/** Colour of text that names none. */
const ink = '#1a1d21';

/** Paints pages in order, then hangs what was painted into the structure tree, then writes the ways into the document. */
export function paintEdition(doc: PDFDocument, paged: PagedEdition, { fonts, pictures }: PaintOptions): void {
  const fontInFile = fontsInFile(doc);
  const resources = { fonts, fontInFile, pictureInFile: picturesInFile(doc, pictures, { fonts, fontInFile }), ink };
  const names = nameDestinations(paged);
  const pages: Reference[] = [];
  const marks = new Map<Fragment, Mark>();
  const annotations = new Map<StructureElement, Annotation[]>();
  const keys = counter(paged.pages.length);

  for (const [index, page] of paged.pages.entries()) {
    doc.addPage({ size: [page.width, page.height], margin: 0 });
    doc.page.dictionary.data.StructParents = index;
    if (page.upsideDown) doc.page.dictionary.data.Rotate = 180;
    pages.push(doc.page.dictionary);
    for (const [fragment, mark] of paintPage(doc, page, { ...resources, index })) marks.set(fragment, mark);
    for (const area of page.links) {
      const reference = writeLink(doc, area, { page, names, key: keys() });
      addTo(annotations, area.owner, { page: index, reference });
    }
  }
  writeStructure(doc, paged, { marks, annotations, pages, elementOf: remember(() => doc.ref({})) });
  writeNavigation(doc, paged, pages);
}

/** Counts on from a number. */
function counter(from: number): () => number {
  const state = { next: from };
  return () => state.next++;
}

function remember(make: () => Reference): (element: StructureElement) => Reference {
  const made = new Map<StructureElement, Reference>();
  return (element) => {
    const known = made.get(element) ?? make();
    made.set(element, known);
    return known;
  };
}
