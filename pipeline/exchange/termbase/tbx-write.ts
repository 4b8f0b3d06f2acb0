import { type Concept, type Designation, type LanguageMap, type LanguageTag, languages } from '../../model/index.ts';
import { escapeXml, xmlText } from '../../xml/index.ts';
import { sourceText } from './entries.ts';

type TbxStyle = 'dca' | 'dct';

/** What a termbase file says of itself. */
export interface TermbaseAbout {
  readonly title: LanguageMap;
  readonly tags: LanguageMap<LanguageTag>;
  readonly style: TbxStyle;
}

/** In the order of TBX: of the concept, of a language, of a term. */
type Category = 'subjectField' | 'definition' | 'administrativeStatus' | 'grammaticalGender' | 'termType';

/** The element that holds a category where categories are attributes, and its module where they are tags. */
const categories: Readonly<Record<Category, { readonly element: string; readonly prefix: 'min' | 'basic' }>> = {
  subjectField: { element: 'descrip', prefix: 'min' },
  definition: { element: 'descrip', prefix: 'basic' },
  administrativeStatus: { element: 'termNote', prefix: 'min' },
  grammaticalGender: { element: 'termNote', prefix: 'basic' },
  termType: { element: 'termNote', prefix: 'basic' },
};

/** What our files say they come from: the texts in them stand as they are, line breaks too. */
export const ownSource = 'source/glossary.yaml';

/** What TBX has no category for stands in notes that begin with this. */
export const ownNote = 'diptych: ';

const statuses = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
} as const;

/**
 * A termbase as TBX-Basic (ISO 30042:2019), with data categories as attributes (DCA) or as tags (DCT). The first term of
 * a language is the preferred one; forbidden forms are its deprecated terms.
 */
export function writeTbx(concepts: readonly Concept[], about: TermbaseAbout): string {
  const { style, title, tags } = about;
  const modules =
    style === 'dct' ? ' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"' : '';
  const root = `<tbx type="TBX-Basic" style="${style}" xml:lang="${escaped(tags.en)}" xmlns="urn:iso:std:iso:30042:ed-2"${modules}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    root,
    '  <tbxHeader>',
    '    <fileDesc>',
    `      <titleStmt><title>${escaped(title.en)} / ${escaped(title.fr)}</title></titleStmt>`,
    `      <sourceDesc><p>${ownSource}</p></sourceDesc>`,
    '    </fileDesc>',
    '  </tbxHeader>',
    '  <text>',
    '    <body>',
    ...concepts.flatMap((concept) => entryOf(concept, about)),
    '    </body>',
    '  </text>',
    '</tbx>',
    '',
  ].join('\n');
}

function entryOf(concept: Concept, { style, tags }: TermbaseAbout): readonly string[] {
  const { id, domain, source, evidence, caseSensitive } = concept;
  return [
    `      <conceptEntry id="${/^\d/.test(id) ? `_${id}` : id}">`,
    ...(domain === undefined ? [] : [`        ${categoryOf('subjectField', domain, style)}`]),
    ...(source === undefined ? [] : [`        <note>${ownNote}source: ${escaped(sourceText(source))}</note>`]),
    ...(evidence === undefined ? [] : [`        <note>${ownNote}evidence: ${escaped(evidence)}</note>`]),
    ...(caseSensitive ? [`        <note>${ownNote}caseSensitive</note>`] : []),
    ...languages.flatMap((language) => [
      `        <langSec xml:lang="${escaped(tags[language])}">`,
      ...languageOf(concept[language], concept.status, style).map((line) => `          ${line}`),
      '        </langSec>',
    ]),
    '      </conceptEntry>',
  ];
}

function languageOf(designation: Designation, status: Concept['status'], style: TbxStyle): readonly string[] {
  const { term, abbr, plural, gender, def, note, forms = [], admitted = [], forbidden = [] } = designation;
  const section = (text: string, facts: TermFacts): readonly string[] => termSection(text, facts, style);
  return [
    ...(def === undefined ? [] : [`<descripGrp>${categoryOf('definition', def, style)}</descripGrp>`]),
    ...(note === undefined ? [] : [`<note>${escaped(note)}</note>`]),
    ...section(term, { status, type: 'fullForm', ...(gender && { gender }) }),
    ...(abbr === undefined ? [] : section(abbr, { status, type: 'acronym' })),
    ...(plural === undefined ? [] : section(plural, { status, type: 'variant', own: 'plural' })),
    ...forms.flatMap((form) => section(form, { status, type: 'variant', own: 'form' })),
    ...admitted.flatMap((each) => section(each, { status: 'admitted', type: 'fullForm', own: 'admitted' })),
    ...forbidden.flatMap((each) => section(each, { status: 'deprecated', type: 'fullForm', own: 'forbidden' })),
  ];
}

interface TermFacts {
  readonly status: Concept['status'];
  readonly type: 'fullForm' | 'acronym' | 'variant';
  readonly gender?: 'm' | 'f';
  /** What else the glossary calls it. */
  readonly own?: 'plural' | 'form' | 'admitted' | 'forbidden';
}

function termSection(text: string, { status, type, gender, own }: TermFacts, style: TbxStyle): readonly string[] {
  return [
    '<termSec>',
    `  <term>${escaped(text)}</term>`,
    `  ${categoryOf('administrativeStatus', statuses[status], style)}`,
    ...(gender ? [`  ${categoryOf('grammaticalGender', gender === 'm' ? 'masculine' : 'feminine', style)}`] : []),
    `  ${categoryOf('termType', type, style)}`,
    ...(own ? [`  <note>${ownNote}${own}</note>`] : []),
    '</termSec>',
  ];
}

function categoryOf(category: Category, value: string, style: TbxStyle): string {
  const { element, prefix } = categories[category];
  if (style === 'dct') return `<${prefix}:${category}>${escaped(value)}</${prefix}:${category}>`;
  return `<${element} type="${category}">${escaped(value)}</${element}>`;
}

function escaped(text: string): string {
  return escapeXml(xmlText(text)).replaceAll('\r', '&#13;');
}
