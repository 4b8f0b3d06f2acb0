import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { PagedEdition, StructureElement } from '../../../layout/index.ts';
import type { DrawnFormula } from '../formulae/index.ts';
import { nameOf } from '../operators/index.ts';

/**
 * Attaches its MathML to every formula of the pages, each document once. ISO 19005-3, 6.8.
 *
 * They are not named in the tree of embedded files: a reader's list of attachments is for people.
 */
export function attachFormulae(
  doc: PDFDocument,
  paged: PagedEdition,
  formulae: ReadonlyMap<string, DrawnFormula>,
): ReadonlyMap<StructureElement, Reference> {
  const files = new Map<string, Reference>();
  const attached = new Map<StructureElement, Reference>();
  for (const fragment of paged.pages.flatMap((page) => page.fragments)) {
    const formula = fragment.kind === 'image' ? formulae.get(fragment.asset) : undefined;
    if (fragment.kind !== 'image' || !formula || 'artifact' in fragment.owner) continue;
    const file = files.get(formula.document) ?? attach(doc, formula.document, `formula-${files.size + 1}.mml`);
    files.set(formula.document, file);
    attached.set(fragment.owner, file);
  }
  return attached;
}

function attach(doc: PDFDocument, text: string, name: string): Reference {
  const bytes = new TextEncoder().encode(text);
  const file = doc.ref({
    Type: 'EmbeddedFile',
    Subtype: nameOf('application/mathml+xml'),
    Params: { Size: bytes.length, ModDate: doc.info.ModDate },
  });
  file.end(bytes);
  const specification = doc.ref({
    Type: 'Filespec',
    AFRelationship: 'Supplement',
    F: new String(name),
    UF: new String(name),
    Desc: new String('MathML'),
    EF: { F: file, UF: file },
  });
  specification.end();
  return specification;
}
