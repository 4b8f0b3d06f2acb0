import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { LinkArea, Page } from '../../../layout/index.ts';
import type { DestinationNames } from '../file/index.ts';

/** Annotation flag: is printed. PDF/A wants it. */
const print = 4;

/**
 * A link annotation on the current page, to be hung into its element.
 *
 * @throws when the link leads to a destination that does not exist, or has no words.
 */
export function writeLink(doc: PDFDocument, area: LinkArea, { page, names, key }: LinkOptions): Reference {
  if (area.contents.trim() === '') throw new Error(`A link on page ${page.label} has no words`);
  const reference = doc.ref({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [area.x, page.height - area.y - area.height, area.x + area.width, page.height - area.y],
    Border: [0, 0, 0],
    F: print,
    P: doc.page.dictionary,
    StructParent: key,
    Contents: new String(area.contents), // a plain string would become a PDF name
    ...targetOf(area, names),
  });
  doc.page.annotations.push(reference);
  reference.end();
  return reference;
}

export interface LinkOptions {
  readonly page: Page;
  readonly names: DestinationNames;
  /** In the parent tree. */
  readonly key: number;
}

function targetOf({ to }: LinkArea, names: DestinationNames): Record<string, unknown> {
  if ('uri' in to) return { A: { Type: 'Action', S: 'URI', URI: new String(asciiUri(to.uri)) } };
  const name = names.get(to.destination);
  if (!name) throw new Error(`A link leads to “${to.destination}”, which is nowhere`);
  return { Dest: new String(name) };
}

/** PDF wants URIs in ASCII; what is already escaped stays. */
function asciiUri(uri: string): string {
  return uri.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[^\x21-\x7E]/gu, encodeURIComponent);
}
