import { isMath } from '../elements.ts';
import type { Dialect, Standard } from './standard.ts';

/** PDF 1.7, PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2); PDF/A-3a (ISO 19005-3) where something is attached. */
export const ua1: Standard = {
  version: '1.7',
  information: true,
  mathml: 'attachment',
  procedureSets: true,
  identify: ({ attachments }) => ({
    archive: attachments ? 'PDF/A-3a' : 'PDF/A-2a',
    accessible: { part: '1' },
    descriptions: extensionSchema,
  }),
  dialectIn: () => dialect,
};

const dialect: Dialect = {
  typeOf: ({ tag }) => ({ S: tag }),
  // In PDF 1.7 a caption is one of a figure or a table; and readers that take up attached MathML pass over what is below.
  isFramed: ({ tag }) => tag === 'Formula',
  attributesOf: (element) => {
    if (isMath(element)) throw new Error('PDF 1.7 has no elements of MathML');
    return [];
  },
  refers: false,
  destination: (place) => place,
  outlineTarget: (_, place) => place,
};

const pdfa = 'http://www.aiim.org/pdfa/ns/';

const property = [
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>',
].join('');

const schema = [
  '<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  `<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">${property}</rdf:li></rdf:Seq></pdfaSchema:property>`,
].join('');

/** PDF/A-2 and 3 want every schema that they do not know declared; they do not know that of PDF/UA. */
const extensionSchema = [
  `<rdf:Description rdf:about="" xmlns:pdfaExtension="${pdfa}extension/" xmlns:pdfaSchema="${pdfa}schema#" xmlns:pdfaProperty="${pdfa}property#">`,
  `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">${schema}</rdf:li></rdf:Bag></pdfaExtension:schemas>`,
  '</rdf:Description>',
].join('\n');
