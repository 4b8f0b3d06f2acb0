import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import { type FileElement, isElement, isMath } from '../elements.ts';
import { nameOf } from '../operators/index.ts';
import type { Dialect, Standard } from './standard.ts';

/** PDF 2.0 (ISO 32000-2), PDF/UA-2 (ISO 14289-2), WTPDF 1.0 for accessibility and for reuse, and PDF/A-4 (ISO 19005-4). */
export const ua2: Standard = {
  version: '2.0',
  information: false,
  mathml: 'elements',
  procedureSets: false,
  identify: () => ({ accessible: { part: '2', rev: '2024' }, descriptions }),
  dialectIn,
};

const declarations = 'http://pdfa.org/declarations/';

const descriptions = [
  '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">',
  '<pdfaid:part>4</pdfaid:part>',
  '<pdfaid:rev>2020</pdfaid:rev>',
  '</rdf:Description>',
  `<rdf:Description rdf:about="" xmlns:pdfd="${declarations}">`,
  '<pdfd:declarations><rdf:Bag>',
  ...['accessibility', 'reuse'].map(
    (use) =>
      `<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>${declarations}wtpdf#${use}1.0</pdfd:conformsTo></rdf:li>`,
  ),
  '</rdf:Bag></pdfd:declarations>',
  '</rdf:Description>',
].join('\n');

const namespaces = { pdf2: 'http://iso.org/pdf2/ssn', mathml: 'http://www.w3.org/1998/Math/MathML' } as const;

/** Types that PDF 2.0 has in its own namespace. The others of ours are those of PDF 1.7, which need none. */
const ofPdf2: ReadonlySet<string> = new Set(
  `Document Part Sect Div Aside P H1 H2 H3 H4 H5 H6 Span Link Lbl L LI LBody Table TR TH TD THead TBody Caption Figure
  Formula FENote`.split(/\s+/),
);

/** For readers that pass over namespaces. Those that know MathML would lose it by an entry here. */
const roles = { FENote: 'Note', Aside: 'Div' } as const;

function dialectIn(doc: PDFDocument): Dialect {
  const root = doc.getStructTreeRoot();
  const namespace = (uri: string): Reference => {
    const reference = doc.ref({ Type: 'Namespace', NS: new String(uri) });
    reference.end();
    listed.push(reference);
    return reference;
  };
  const listed: Reference[] = [];
  const pdf2 = namespace(namespaces.pdf2);
  const math: { reference?: Reference } = {};
  const mathml = (): Reference => {
    math.reference ??= namespace(namespaces.mathml);
    return math.reference;
  };
  Object.assign(root.data, { Namespaces: listed, RoleMap: roles });
  return {
    typeOf: (element) => {
      if (isMath(element)) return { S: nameOf(element.tag), NS: mathml() };
      const type = typeIn2(element);
      return { S: type, ...(ofPdf2.has(type) && { NS: pdf2 }) };
    },
    isFramed: () => false,
    attributesOf: (element) => {
      if (!isMath(element)) return element.tag === 'Note' ? [{ O: 'FENote', NoteType: 'Footnote' }] : [];
      const own = Object.entries(element.attributes).map(([name, value]) => [nameOf(name), new String(value)] as const);
      return own.length > 0 ? [{ O: 'NSO', NS: mathml(), ...Object.fromEntries(own) }] : [];
    },
    refers: true,
    destination: (place, element) => ({ D: place, SD: [element, ...place.slice(1)] }),
    outlineTarget: (name) => new String(name),
  };
}

/** A note has its own name in PDF 2.0; and a `Div` there is as if it were not, so it holds no caption. */
function typeIn2({ tag, children }: Exclude<FileElement, { attributes: unknown }>): string {
  if (tag === 'Note') return 'FENote';
  const captioned = tag === 'Div' && children.some((child) => isElement(child) && child.tag === 'Caption');
  return captioned ? 'Aside' : tag;
}
