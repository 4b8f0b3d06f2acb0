import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import {
  type Destination,
  fromRoman,
  type OutlineEntry,
  type Page,
  type PagedEdition,
  type StructureElement,
} from '../../../layout/index.ts';
import type { Dialect } from '../standard/index.ts';
import { parentsIn, wholeAround } from './relations.ts';

/** Names of destinations in the file: of one width and in lower case, so that they sort the same everywhere. */
export type DestinationNames = ReadonlyMap<string, string>;

export function nameDestinations(paged: PagedEdition): DestinationNames {
  return new Map([...paged.destinations.keys()].map((key, index) => [key, `d${String(index + 1).padStart(6, '0')}`]));
}

/** Name tree, outline and page labels: the ways into the document that are not on its pages. */
export function writeNavigation(doc: PDFDocument, paged: PagedEdition, written: Written): void {
  const { pages } = written;
  const arrayOf = (destination: Destination): unknown[] => {
    const reference = pages[destination.page];
    const page = paged.pages[destination.page];
    if (!reference || !page) throw new Error(`A destination is on page ${destination.page}, which does not exist`);
    return [reference, 'XYZ', 0, Math.min(page.height, page.height - destination.y), null];
  };
  writeDestinations(doc, paged, { ...written, arrayOf });
  writeOutline(doc, paged, { ...written, arrayOf });
  writeLabels(doc, paged.pages);
}

/** Readers show two pages side by side, the first of them alone on the right (ISO 32000-1, 7.7.2). */
export function showFacing(doc: PDFDocument): void {
  doc._root.data.PageLayout = 'TwoPageRight';
}

/** What is in the file already. */
export interface Written {
  readonly pages: readonly Reference[];
  readonly names: DestinationNames;
  readonly dialect: Dialect;
  elementOf(element: StructureElement): Reference;
}

interface Ways extends Written {
  readonly arrayOf: ArrayOf;
}

type ArrayOf = (destination: Destination) => unknown[];

function writeDestinations(doc: PDFDocument, paged: PagedEdition, ways: Ways): void {
  const { arrayOf, dialect, elementOf, names } = ways;
  const parents = parentsIn(paged.structure);
  const pairs = [...paged.destinations].flatMap(([key, place]) => {
    const begins = wholeAround(place.owner ?? paged.structure, parents);
    return [new String(names.get(key)), dialect.destination(arrayOf(place), elementOf(begins))];
  });
  const nameTrees = doc._root.data.Names as Reference;
  nameTrees.data.Dests = ended(doc.ref({ Names: pairs }));
}

function writeOutline(doc: PDFDocument, paged: PagedEdition, { arrayOf, dialect, names }: Ways): void {
  if (paged.outline.length === 0) return;
  const root = doc.ref({ Type: 'Outlines', Count: paged.outline.length });
  const place = (entry: OutlineEntry): unknown => {
    const destination = paged.destinations.get(entry.destination);
    if (!destination) throw new Error(`The outline leads to “${entry.destination}”, which is nowhere`);
    return dialect.outlineTarget(names.get(entry.destination) ?? '', arrayOf(destination));
  };
  const writeChildren = (parent: Reference, entries: readonly OutlineEntry[]): void => {
    const items = entries.map((entry) => ({ entry, reference: doc.ref({}) }));
    for (const [index, { entry, reference }] of items.entries()) {
      Object.assign(reference.data, {
        Title: new String(entry.title),
        Parent: parent,
        Dest: place(entry),
        Prev: items[index - 1]?.reference,
        Next: items[index + 1]?.reference,
        // Closed: a negative count says how many would show if it were opened.
        ...(entry.children.length > 0 && { Count: -entry.children.length }),
      });
      writeChildren(reference, entry.children);
    }
    if (items.length > 0) Object.assign(parent.data, { First: items[0]?.reference, Last: items.at(-1)?.reference });
    parent.end();
  };
  writeChildren(root, paged.outline);
  Object.assign(doc._root.data, { Outlines: root, PageMode: 'UseOutlines' });
}

/** A range for every page that does not simply count on from the one before. ISO 32000-1, 12.4.2. */
function writeLabels(doc: PDFDocument, pages: readonly Page[]): void {
  const numbers: unknown[] = [];
  let last: PageLabel = { number: 0 };
  for (const [index, page] of pages.entries()) {
    const label = readLabel(page.label);
    if (label.style === undefined || label.style !== last.style || label.number !== last.number + 1) {
      numbers.push(index, label.style ? { S: label.style, St: label.number } : { P: new String(page.label) });
    }
    last = label;
  }
  doc._root.data.PageLabels = ended(doc.ref({ Nums: numbers }));
}

interface PageLabel {
  readonly style?: 'D' | 'r';
  readonly number: number;
}

function readLabel(label: string): PageLabel {
  if (/^[1-9]\d*$/.test(label)) return { style: 'D', number: Number(label) };
  const number = fromRoman(label);
  return number === undefined ? { number: 0 } : { style: 'r', number };
}

function ended(reference: Reference): Reference {
  reference.end();
  return reference;
}
