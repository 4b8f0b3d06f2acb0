import type { PdfStandard } from '../../pipeline/model/index.ts';
import { isDict, type Pdf, type PdfDict, PdfRef, type PdfValue } from './pdf.ts';
import { mathFaults } from './pdf-mathml.ts';
import { squeezed } from './pdf-roles.ts';
import { type Element, idOf, markedText, textOf, textUnder } from './pdf-tree.ts';
import { parseXml } from './xml.ts';

const pdf2 = 'http://iso.org/pdf2/ssn';
const mathml = 'http://www.w3.org/1998/Math/MathML';

export function faults(...conditions: readonly (readonly [wrong: boolean, what: string])[]): string[] {
  return conditions.filter(([wrong]) => wrong).map(([, what]) => what);
}

/** Whether it is one of MathML, which is told apart by where it stands: below a formula, from `math` on. */
export function isMath({ tag, parent }: Element): boolean {
  return (tag === 'math' && parent?.tag === 'Formula') || (parent !== undefined && isMath(parent));
}

/**
 * What a file of one standard has that one of the other has not; numbers are those of ISO 14289-2 and 19005-4 where
 * these have one. Much of it no validator asks for.
 */
export function judgeStandard(pdf: Pdf, standard: PdfStandard, elements: readonly Element[]): string[] {
  return [
    ...(standard === 'ua-1' ? judgeUa1(pdf, elements) : judgeUa2(pdf, elements)),
    ...judgePlacing(pdf, elements),
    ...elements.flatMap((element) => (element.tag === 'Caption' ? judgeCaption(element, standard) : [])),
  ];
}

export function xmpOf(pdf: Pdf): { readonly xmp: string; text(name: string): string } {
  const xmp = Buffer.from(pdf.stream(pdf.catalog.Metadata)).toString('utf8');
  return { xmp, text: (name) => new RegExp(`<${name}>(?:<[^>]*>)*([^<]*)<`).exec(xmp)?.[1] ?? '' };
}

function judgeUa1(pdf: Pdf, elements: readonly Element[]): string[] {
  const { xmp, text } = xmpOf(pdf);
  const info = pdf.dict(pdf.trailer.Info);
  const attached = elements.some(({ dict }) => dict.AF !== undefined);
  const parts = [text('pdfaid:part'), text('pdfaid:conformance')].join('');
  return [
    ...faults(
      [pdf.header !== '%PDF-1.7', `A the file begins with ${pdf.header}`],
      [text('pdfuaid:part') !== '1', '06-002 XMP does not identify PDF/UA-1'],
      [parts !== (attached ? '3A' : '2A'), `A XMP identifies PDF/A-${parts}`],
      [
        text('dc:title') !== escaped(textOf(pdf.get(info.Title))),
        'A title of XMP and of the information dictionary differ',
      ],
      [!xmp.includes('pdfaSchema:prefix>pdfuaid<'), 'A the schema of PDF/UA is not declared'],
      [elements.some(({ dict }) => dict.NS || dict.Ref), 'an element has what only PDF 2.0 knows'],
    ),
    ...elements.flatMap((element) => (element.tag === 'Formula' ? judgeAttachment(pdf, element) : [])),
  ];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** ISO 19005-3, 6.8; and what pdf.js wants before it reads the file. */
function judgeAttachment(pdf: Pdf, { dict, id }: Element): string[] {
  const [specification] = pdf.list(dict.AF).map((one) => pdf.dict(one));
  const ref = specification && pdf.dict(specification.EF).UF;
  const file = pdf.dict(ref);
  return faults(
    [specification?.AFRelationship !== '/Supplement', `formula ${id} has no MathML attached`],
    [specification !== undefined && (!specification.F || !specification.UF), `A the file of formula ${id} has no name`],
    [ref !== undefined && file.Subtype !== '/application/mathml+xml', `A the file of formula ${id} is ${file.Subtype}`],
    [ref !== undefined && !pdf.dict(file.Params).ModDate, `A the file of formula ${id} has no date`],
    [ref !== undefined && rootOf(pdf, ref) !== 'math', `the file of formula ${id} is no MathML`],
  );
}

function rootOf(pdf: Pdf, ref: PdfValue): string {
  try {
    return parseXml(Buffer.from(pdf.stream(ref)).toString('utf8')).name;
  } catch (error) {
    return String(error);
  }
}

function judgeUa2(pdf: Pdf, elements: readonly Element[]): string[] {
  const { xmp, text } = xmpOf(pdf);
  const dicts = [...pdf.objects.values()].flatMap(({ value }) => (isDict(value) ? [value] : []));
  const resources = pdf.pages.map(({ dict }) => pdf.dict(dict.Resources));
  const root = pdf.dict(pdf.catalog.StructTreeRoot);
  const byId = new Map(elements.map((element) => [element.id, element]));
  const notes = namesOfNotes(pdf, byId);
  return [
    ...faults(
      [pdf.header !== '%PDF-2.0', `4 6.1.2 the file begins with ${pdf.header}`],
      [pdf.trailer.Info !== undefined, '4 6.1.3 there is an information dictionary'],
      [text('pdfuaid:part') !== '2' || text('pdfuaid:rev') !== '2024', '5 XMP does not identify PDF/UA-2'],
      [text('pdfaid:part') !== '4' || text('pdfaid:rev') !== '2020', '4 6.7.3 XMP does not identify PDF/A-4'],
      [xmp.includes('pdfaid:conformance'), '4 6.7.3 XMP names a level of PDF/A-4'],
      ...['accessibility', 'reuse'].map(
        (use) =>
          [!xmp.includes(`>http://pdfa.org/declarations/wtpdf#${use}1.0<`), `6.1 no declaration of ${use}`] as const,
      ),
      [[...dicts, ...resources].some((dict) => dict.ProcSet !== undefined), 'a page lists procedure sets'],
      [elements.some(({ dict }) => dict.AF !== undefined), '4 6.9 something is attached'],
      [pdf.dict(root.RoleMap).math !== undefined, 'the role map takes MathML away from pdf.js'],
      [root.Namespaces === undefined, '8.2.4 no namespaces'],
    ),
    ...elements.flatMap((element) => judgeType(element, pdf)),
    ...elements.flatMap((element) => judgeReferences(element, pdf, { byId, notes })),
    ...elements.flatMap((element) => (element.tag === 'Formula' ? judgeFormula(element, pdf) : [])),
    ...judgeDestinations(pdf, elements),
  ];
}

const ofPdf17 = new Set(['TOC', 'TOCI', 'Reference', 'Code', 'BlockQuote', 'Quote', 'Index']);

function judgeType(element: Element, pdf: Pdf): string[] {
  const { tag, dict, id } = element;
  const namespace = textOf(pdf.dict(dict.NS).NS);
  const wanted = isMath(element) ? mathml : ofPdf17.has(tag) ? '' : pdf2;
  const listed = pdf.list(pdf.dict(pdf.catalog.StructTreeRoot).Namespaces).map(idOf);
  const note = pdf.list(dict.A).map((one) => pdf.dict(one));
  return faults(
    [namespace !== wanted, `8.2.4 ${tag} ${id} is in the namespace “${namespace}”`],
    [dict.NS !== undefined && !listed.includes(idOf(dict.NS)), `8.2.4 the namespace of ${tag} ${id} is not listed`],
    [tag === 'Note' || /^H$/.test(tag), `8.2.5 ${tag} ${id} is of PDF 1.7`],
    [
      tag === 'FENote' && !note.some((one) => one.O === '/FENote' && one.NoteType === '/Footnote'),
      `8.2.5.14 ${tag} ${id} does not say which note it is`,
    ],
  );
}

interface Known {
  readonly byId: ReadonlyMap<number, Element>;
  /** Names of destinations at notes. */
  readonly notes: ReadonlySet<string>;
}

function judgeReferences(element: Element, pdf: Pdf, { byId, notes }: Known): string[] {
  const { tag, dict, id } = element;
  const named = pdf.list(dict.Ref).map((ref) => byId.get(idOf(ref)));
  const others = named.filter((other) => other !== undefined);
  const both = others.filter((other) => tag === 'TOCI' || pdf.list(other.dict.Ref).map(idOf).includes(id));
  const isCall =
    tag === 'Reference' &&
    element.kids.some((kid) => kid.kind === 'element' && notes.has(textOf(linkOf(kid.element, pdf)?.Dest)));
  const isApart = tag === 'Link' && element.parent?.tag !== 'Reference' && linkOf(element, pdf)?.Dest !== undefined;
  return faults(
    [others.length < named.length, `${tag} ${id} names an element that is not in the tree`],
    [both.length < others.length, `${tag} ${id} names an element that does not name it`],
    [tag === 'TOCI' && others.length !== 1, `8.2.5.8 ${tag} ${id} names nothing that it leads to`],
    [
      tag === 'TOCI' && others.some((other) => !leadsTo(element, other, pdf)),
      `${tag} ${id} names another heading than its words`,
    ],
    [tag === 'FENote' && !others.some((other) => other.tag === 'Reference'), `8.2.5.14 note ${id} names no call`],
    [isApart, `8.2.5.20 link ${id} leads within the document and is part of no reference`],
    [isCall && !others.some((other) => other.tag === 'FENote'), `8.2.5.14 call ${id} names no note`],
  );
}

function wordsOf(element: Element, pdf: Pdf): string {
  return squeezed(textUnder(element, markedText(pdf)));
}

/** A heading has the words of its entry, which goes on with the number of its page. */
function leadsTo(entry: Element, target: Element, pdf: Pdf): boolean {
  if (!/^H[1-6]$/.test(target.tag)) return true;
  const own = entry.kids.flatMap((kid) =>
    kid.kind === 'element' && kid.element.tag === 'Reference' ? [kid.element] : [],
  );
  const words = own.map((one) => wordsOf(one, pdf)).join('');
  return words.startsWith(wordsOf(target, pdf));
}

/** The annotation of a link. */
function linkOf({ kids }: Element, pdf: Pdf): PdfDict | undefined {
  const [object] = kids.flatMap((kid) => (kid.kind === 'object' ? [kid.id] : []));
  return object === undefined ? undefined : pdf.dict(new PdfRef(object));
}

function namesOfNotes(pdf: Pdf, byId: ReadonlyMap<number, Element>): ReadonlySet<string> {
  const names = pdf.list(pdf.dict(pdf.dict(pdf.catalog.Names).Dests).Names);
  return new Set(
    names.flatMap((value, at) => {
      const element = at % 2 === 1 ? byId.get(idOf(pdf.list(pdf.dict(value).SD)[0])) : undefined;
      return element?.tag === 'FENote' ? [textOf(names[at - 1])] : [];
    }),
  );
}

/** Formulae whose TeX nobody could set stand as code in the tree, not as formulae. */
function judgeFormula(formula: Element, pdf: Pdf): string[] {
  const maths = formula.kids.flatMap((kid) =>
    kid.kind === 'element' && kid.element.tag === 'math' ? [kid.element] : [],
  );
  const [math] = maths;
  return math && maths.length === 1 ? mathFaults(math, pdf) : [`formula ${formula.id} has ${maths.length} MathML`];
}

/** 8.8: whatever leads within the file leads to an element by a name, and for older readers to a page. */
function judgeDestinations(pdf: Pdf, elements: readonly Element[]): string[] {
  const ids = new Set(elements.map(({ id }) => id));
  const pages = new Set(pdf.pages.map(({ id }) => id));
  const names = pdf.list(pdf.dict(pdf.dict(pdf.catalog.Names).Dests).Names);
  const found = names.flatMap((value, at) => {
    if (at % 2 === 0) return [];
    const { D, SD } = pdf.dict(value);
    const name = textOf(names[at - 1]);
    return faults(
      [!ids.has(idOf(pdf.list(SD)[0])), `8.8 ${name} leads to no element`],
      [!pages.has(idOf(pdf.list(D)[0])), `8.8 ${name} leads to no page`],
      [pdf.list(SD).slice(1).join() !== pdf.list(D).slice(1).join(), `8.8 ${name} leads to two places`],
    );
  });
  const known = new Set(names.flatMap((name, at) => (at % 2 === 0 ? [textOf(name)] : [])));
  const entries = outlineOf(pdf, pdf.dict(pdf.catalog.Outlines));
  const lost = entries.filter(({ Dest }) => !known.has(textOf(Dest)));
  return [...found, ...lost.map(({ Title }) => `8.8 the outline’s “${textOf(Title)}” leads to no element`)];
}

function outlineOf(pdf: Pdf, parent: PdfDict): PdfDict[] {
  const entries: PdfDict[] = [];
  for (let ref = parent.First; ref instanceof PdfRef; ref = pdf.dict(ref).Next)
    entries.push(pdf.dict(ref), ...outlineOf(pdf, pdf.dict(ref)));
  return entries;
}

/** Every element that the file has is in its tree; every name is one that PDF can write. */
function judgePlacing(pdf: Pdf, elements: readonly Element[]): string[] {
  const ids = new Set(elements.map(({ id }) => id));
  const lost = [...pdf.objects].filter(([id, { value }]) => isDict(value) && value.S && value.P && !ids.has(id));
  return lost.map(([id]) => `element ${id} is in the file and not in its tree`);
}

/** 8.2.5.27 */
function judgeCaption({ id, parent }: Element, standard: PdfStandard): string[] {
  const kids = parent?.kids ?? [];
  const captions = kids.flatMap((kid, at) => (kid.kind === 'element' && kid.element.tag === 'Caption' ? [at] : []));
  const outer = captions.every((at) => at === 0 || at === kids.length - 1);
  return faults(
    [!outer, `caption ${id} stands in the middle of ${parent?.tag}`],
    [captions.length > 1, `${parent?.tag} has ${captions.length} captions`],
    [
      standard === 'ua-2' && parent?.tag === 'Div',
      `8.2.5.27 caption ${id} stands in a Div, which is as if it were not`,
    ],
  );
}
