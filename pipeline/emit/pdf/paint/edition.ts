import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { Fragment, Owner, PagedEdition, StructureElement } from '../../../layout/index.ts';
import { addTo } from '../../../model/index.ts';
import type { FileElement, Painted } from '../elements.ts';
import {
  type Annotation,
  attachFormulae,
  type Mark,
  nameDestinations,
  type PaintedFormula,
  writeNavigation,
  writeStructure,
} from '../file/index.ts';
import { fontsInFile, type PaintedFonts } from '../fonts/index.ts';
import type { DrawnFormula } from '../formulae/index.ts';
import { type Pictures, picturesInFile } from '../pictures/index.ts';
import { type Standard, standardOf } from '../standard/index.ts';
import { type PaintedBefore, Repainting } from './again.ts';
import { OpenFormula } from './formula.ts';
import { writeLink } from './links.ts';
import { type PageResources, paintPage } from './page.ts';

export interface PaintOptions {
  readonly fonts: PaintedFonts;
  readonly pictures: Pictures;
  /** By the assets of their boxes; none unless told. */
  readonly formulae?: ReadonlyMap<string, DrawnFormula>;
  /** PDF/UA-1 unless told. */
  readonly standard?: Standard;
  /** Pages of the builds before; none unless told. */
  readonly before?: PaintedBefore | undefined;
}

/** Colour of text that names none. */
const ink = '#1a1d21';

/** Paints pages in order, then hangs what was painted into the structure tree, then writes the ways into the document. */
export function paintEdition(doc: PDFDocument, paged: PagedEdition, options: PaintOptions): void {
  const { fonts, pictures, formulae = new Map<string, DrawnFormula>(), standard = standardOf(), before } = options;
  const repainting = before && new Repainting(before);
  const fontInFile = fontsInFile(doc, repainting?.taking);
  const resources = {
    fonts,
    fontInFile,
    pictureInFile: picturesInFile(doc, pictures, { fonts, fontInFile }),
    formulaOf: standard.mathml === 'elements' ? openFormulae(formulae) : () => undefined,
    ink,
  };
  const names = nameDestinations(paged);
  const pages: Reference[] = [];
  const marks = new Map<Painted, Mark>();
  const painted = new Map<Fragment, PaintedFormula>();
  const annotations = new Map<StructureElement, Annotation[]>();
  const keys = counter(paged.pages.length);

  for (const [index, page] of paged.pages.entries()) {
    doc.addPage({ size: [page.width, page.height], margin: 0 });
    doc.page.dictionary.data.StructParents = index;
    if (page.upsideDown) doc.page.dictionary.data.Rotate = 180;
    if (!standard.procedureSets) delete doc.page.resources.data.ProcSet;
    pages.push(doc.page.dictionary);
    const paint = () => paintPage(doc, page, { ...resources, index });
    const made = repainting ? repainting.paint(doc, page, { index, fontInFile, paint }) : paint();
    for (const [fragment, mark] of made.marks) marks.set(fragment, mark);
    for (const [fragment, math] of made.formulae) painted.set(fragment, { page: index, math });
    for (const area of page.links) {
      const reference = writeLink(doc, area, { page, names, key: keys() });
      addTo(annotations, area.owner, { page: index, reference });
    }
  }
  const attachments =
    standard.mathml === 'attachment' ? attachFormulae(doc, paged, formulae) : new Map<StructureElement, Reference>();
  const written = { pages, names, dialect: standard.dialectIn(doc), elementOf: remember(() => doc.ref({})) };
  writeStructure(doc, paged, { ...written, marks, formulae: painted, annotations, attachments });
  writeNavigation(doc, paged, written);
}

/** A formula is one in the structure tree, however many pieces it is painted in. */
function openFormulae(formulae: ReadonlyMap<string, DrawnFormula>): PageResources['formulaOf'] {
  const opened = new Map<Owner, OpenFormula>();
  return ({ asset, owner }) => {
    const drawing = formulae.get(asset);
    if (!drawing?.parsed || 'artifact' in owner) return undefined;
    const open = opened.get(owner) ?? new OpenFormula(drawing.parsed);
    opened.set(owner, open);
    return { open, drawing };
  };
}

/** Counts on from a number. */
function counter(from: number): () => number {
  const state = { next: from };
  return () => state.next++;
}

function remember(make: () => Reference): (element: FileElement) => Reference {
  const made = new Map<FileElement, Reference>();
  return (element) => {
    const known = made.get(element) ?? make();
    made.set(element, known);
    return known;
  };
}
