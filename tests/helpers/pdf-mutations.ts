import type { PdfStandard } from '../../pipeline/model/index.ts';
import { isDict, type Pdf, type PdfDict, PdfRef, PdfText, type PdfValue } from './pdf.ts';
import { allElements, type Element, structureOf } from './pdf-tree.ts';

/** One way to spoil a sound file, that its judge has to find. */
export interface Mutation {
  readonly name: string;
  /** Of the files that it makes sense for; both unless told. */
  readonly standard?: PdfStandard;
  /**
   * Spoils the file in place.
   *
   * @returns What mends it again; undefined where the file has nothing of the kind.
   */
  readonly spoil: (pdf: Pdf) => Undo | undefined;
}

type Undo = () => void;
type Open = Record<string, PdfValue | undefined>;

function put(dict: PdfDict | undefined, key: string, value: PdfValue | undefined): Undo | undefined {
  if (!dict) return undefined;
  const open = dict as Open;
  const had = open[key];
  if (value === undefined) delete open[key];
  else open[key] = value;
  return () => {
    if (had === undefined) delete open[key];
    else open[key] = had;
  };
}

const remove = (dict: PdfDict | undefined, key: string): Undo | undefined =>
  dict && key in dict ? put(dict, key, undefined) : undefined;

const words = (text: string): PdfText => new PdfText(Buffer.from(text, 'latin1'));

const elements = (pdf: Pdf): Element[] => allElements(structureOf(pdf));

function first(pdf: Pdf, is: (element: Element) => boolean): Element | undefined {
  return elements(pdf).find(is);
}

const tagged =
  (...tags: readonly string[]) =>
  (element: Element): boolean =>
    tags.includes(element.tag);

/** Of the first element of these tags. */
const without =
  (key: string, ...tags: readonly string[]) =>
  (pdf: Pdf): Undo | undefined =>
    remove(first(pdf, (element) => tagged(...tags)(element) && element.dict[key] !== undefined)?.dict, key);

const retagged =
  (from: string, to: string) =>
  (pdf: Pdf): Undo | undefined =>
    put(first(pdf, tagged(from))?.dict, 'S', `/${to}`);

function annotation(pdf: Pdf, is: (dict: PdfDict) => boolean): PdfDict | undefined {
  return pdf.pages.flatMap(({ dict }) => pdf.list(dict.Annots).map((ref) => pdf.dict(ref))).find(is);
}

/** Replaces words of the XMP. */
const xmp =
  (from: string | RegExp, to: string) =>
  (pdf: Pdf): Undo | undefined => {
    const ref = pdf.catalog.Metadata;
    const object = ref instanceof PdfRef ? pdf.objects.get(ref.id) : undefined;
    if (!object) return undefined;
    const text = Buffer.from(pdf.stream(ref)).toString('utf8');
    const spoilt = text.replace(from, to);
    if (spoilt === text) return undefined;
    const open = object as { stream?: Uint8Array };
    const had = object.stream as Uint8Array;
    open.stream = Buffer.from(spoilt, 'utf8');
    return () => {
      open.stream = had;
    };
  };

const header =
  (text: string) =>
  (pdf: Pdf): Undo => {
    const open = pdf as { header: string };
    const had = pdf.header;
    open.header = text;
    return () => {
      open.header = had;
    };
  };

/** Takes the element out of the kids of its parent. */
function unhung(pdf: Pdf, element: Element | undefined): Undo | undefined {
  const parent = element?.parent;
  if (!parent) return undefined;
  const kids = pdf.list(parent.dict.K);
  return put(
    parent.dict,
    'K',
    kids.filter((kid) => !(kid instanceof PdfRef && kid.id === element.id)),
  );
}

function destinations(pdf: Pdf): readonly PdfValue[] {
  return pdf.list(pdf.dict(pdf.dict(pdf.catalog.Names).Dests).Names);
}

const someDestination = (pdf: Pdf): PdfDict => pdf.dict(destinations(pdf)[1]);

function swap(list: readonly PdfValue[], one: number, other: number): Undo | undefined {
  const open = list as PdfValue[];
  const turn = (): void => {
    [open[one], open[other]] = [open[other] as PdfValue, open[one] as PdfValue];
  };
  if (list[one] === undefined || list[other] === undefined) return undefined;
  turn();
  return turn;
}

const attributes = (pdf: Pdf, { dict }: Element): PdfDict[] => pdf.list(dict.A).map((one) => pdf.dict(one));

const isCall = ({ tag, parent, kids }: Element): boolean =>
  tag === 'Reference' && parent?.tag !== 'TOCI' && kids.length > 0;

/** An attribute of the first element that has it. */
const attribute =
  (tag: string, key: string, value: PdfValue | undefined) =>
  (pdf: Pdf): Undo | undefined => {
    const found = elements(pdf).find((each) => each.tag === tag && attributes(pdf, each).some((one) => key in one));
    return (
      found &&
      put(
        attributes(pdf, found).find((one) => key in one),
        key,
        value,
      )
    );
  };

const filespec = (pdf: Pdf): PdfDict | undefined => {
  const formula = first(pdf, ({ tag, dict }) => tag === 'Formula' && dict.AF !== undefined);
  return formula && pdf.dict(pdf.list(formula.dict.AF)[0]);
};

const mathBelow = (pdf: Pdf, tag: string): Element | undefined =>
  first(pdf, (element) => element.tag === tag && element.parent !== undefined);

export const mutations: readonly Mutation[] = [
  { name: 'it is not marked as tagged', spoil: (pdf) => remove(pdf.catalog, 'MarkInfo') },
  { name: 'it has no language', spoil: (pdf) => remove(pdf.catalog, 'Lang') },
  { name: 'its title is not displayed', spoil: (pdf) => remove(pdf.catalog, 'ViewerPreferences') },
  { name: 'it has no output intent', spoil: (pdf) => remove(pdf.catalog, 'OutputIntents') },
  { name: 'its pages have no labels', spoil: (pdf) => remove(pdf.catalog, 'PageLabels') },
  { name: 'a page has another order of tabs', spoil: (pdf) => put(pdf.pages[0]?.dict, 'Tabs', '/R') },
  { name: 'a level of headings is left out', spoil: retagged('H2', 'H3') },
  { name: 'an item stands in no list', spoil: retagged('L', 'Div') },
  { name: 'a type is unknown', spoil: retagged('P', 'Paragraph') },
  { name: 'a list does not say how it is numbered', spoil: without('A', 'L') },
  { name: 'a heading of a table heads nothing', spoil: without('A', 'TH') },
  { name: 'a picture has no words', spoil: without('Alt', 'Figure') },
  { name: 'a formula has no words', spoil: without('Alt', 'Formula') },
  { name: 'a note has no name', spoil: without('ID', 'Note', 'FENote') },
  {
    name: 'a paragraph is in the file and not in the tree',
    spoil: (pdf) => unhung(pdf, first(pdf, tagged('P'))),
  },
  {
    name: 'an element names another parent',
    spoil: (pdf) => put(first(pdf, tagged('P'))?.dict, 'P', pdf.catalog.StructTreeRoot as PdfValue),
  },
  {
    name: 'a caption stands in the middle',
    spoil: (pdf) => {
      const parent = first(
        pdf,
        ({ tag, parent: around }) => tag === 'Caption' && (around?.kids.length ?? 0) > 1,
      )?.parent;
      const caption = parent?.kids.find((kid) => kid.kind === 'element' && kid.element.tag === 'Caption');
      if (!parent || caption?.kind !== 'element') return undefined;
      const ref = new PdfRef(caption.element.id);
      const others = pdf.list(parent.dict.K).filter((kid) => !(kid instanceof PdfRef && kid.id === ref.id));
      const copies = others.length > 1 ? others : [...others, ...others];
      return put(parent.dict, 'K', [copies[0] as PdfValue, ref, ...copies.slice(1)]);
    },
  },
  {
    name: 'a link has no words of its own',
    spoil: (pdf) =>
      remove(
        annotation(pdf, () => true),
        'Contents',
      ),
  },
  {
    name: 'a link is not printed',
    spoil: (pdf) =>
      put(
        annotation(pdf, () => true),
        'F',
        0,
      ),
  },
  {
    name: 'a link leads nowhere',
    spoil: (pdf) =>
      put(
        annotation(pdf, ({ Dest }) => Dest !== undefined),
        'Dest',
        words('d999999'),
      ),
  },
  { name: 'destinations are not sorted', spoil: (pdf) => swap(destinations(pdf), 0, 2) },
  {
    name: 'the parent tree names other owners',
    spoil: (pdf) => {
      const numbers = pdf.list(pdf.dict(pdf.dict(pdf.catalog.StructTreeRoot).ParentTree).Nums);
      const row = numbers
        .map((one) => pdf.list(one))
        .find((one) => new Set(one.map((ref) => (ref as PdfRef)?.id)).size > 1);
      const at = row?.findIndex((ref) => (ref as PdfRef).id !== (row[0] as PdfRef).id) ?? -1;
      return row && swap(row, 0, at);
    },
  },
  {
    name: 'a font is not embedded',
    spoil: (pdf) => {
      const descriptor = [...pdf.objects.values()].find(
        ({ value }) => isDict(value) && value.Type === '/FontDescriptor',
      );
      return isDict(descriptor?.value) ? remove(descriptor.value, 'FontFile2') : undefined;
    },
  },
  { name: 'it has no title', spoil: xmp(/<dc:title>[\s\S]*<\/dc:title>/, '') },
  { name: 'its XMP does not hold together', spoil: xmp('</dc:title>', '') },

  { name: 'it begins as PDF 2.0', standard: 'ua-1', spoil: header('%PDF-2.0') },
  { name: 'it says PDF/UA-2', standard: 'ua-1', spoil: xmp('<pdfuaid:part>1', '<pdfuaid:part>2') },
  {
    name: 'it says another level of PDF/A',
    standard: 'ua-1',
    spoil: xmp(/<pdfaid:conformance>A/, '<pdfaid:conformance>B'),
  },
  { name: 'it says another part of PDF/A', standard: 'ua-1', spoil: xmp(/<pdfaid:part>[23]/, '<pdfaid:part>1') },
  { name: 'it does not declare the schema of PDF/UA', standard: 'ua-1', spoil: xmp('prefix>pdfuaid<', 'prefix>ua<') },
  {
    name: 'it has two titles',
    standard: 'ua-1',
    spoil: (pdf) => put(pdf.dict(pdf.trailer.Info), 'Title', words('Another')),
  },
  {
    name: 'an element names another',
    standard: 'ua-1',
    spoil: (pdf) => put(first(pdf, tagged('P'))?.dict, 'Ref', [pdf.catalog.StructTreeRoot as PdfValue]),
  },
  { name: 'a formula has no MathML', standard: 'ua-1', spoil: without('AF', 'Formula') },
  {
    name: 'MathML is attached as something else',
    standard: 'ua-1',
    spoil: (pdf) => put(filespec(pdf), 'AFRelationship', '/Unspecified'),
  },
  { name: 'the file of a formula has no name', standard: 'ua-1', spoil: (pdf) => remove(filespec(pdf), 'F') },
  {
    name: 'the file of a formula is of another kind',
    standard: 'ua-1',
    spoil: (pdf) => {
      const specification = filespec(pdf);
      return specification && put(pdf.dict(pdf.dict(specification.EF).UF), 'Subtype', '/text/plain');
    },
  },

  { name: 'it begins as PDF 1.7', standard: 'ua-2', spoil: header('%PDF-1.7') },
  {
    name: 'it has an information dictionary',
    standard: 'ua-2',
    spoil: (pdf) => put(pdf.trailer, 'Info', pdf.trailer.Root as PdfValue),
  },
  { name: 'it says PDF/UA-1', standard: 'ua-2', spoil: xmp('<pdfuaid:part>2', '<pdfuaid:part>1') },
  { name: 'it does not say which PDF/UA-2', standard: 'ua-2', spoil: xmp(/<pdfuaid:rev>\d+<\/pdfuaid:rev>/, '') },
  { name: 'it does not say which PDF/A-4', standard: 'ua-2', spoil: xmp(/<pdfaid:rev>\d+<\/pdfaid:rev>/, '') },
  {
    name: 'it says a level of PDF/A-4',
    standard: 'ua-2',
    spoil: xmp('<pdfaid:rev>', '<pdfaid:conformance>F</pdfaid:conformance><pdfaid:rev>'),
  },
  { name: 'it does not declare WTPDF', standard: 'ua-2', spoil: xmp('wtpdf#reuse1.0', 'wtpdf#reuse') },
  {
    name: 'a page lists procedure sets',
    standard: 'ua-2',
    spoil: (pdf) => put(pdf.dict(pdf.pages[0]?.dict.Resources), 'ProcSet', ['/PDF']),
  },
  { name: 'the document has no namespace', standard: 'ua-2', spoil: without('NS', 'Document') },
  { name: 'a paragraph has no namespace', standard: 'ua-2', spoil: without('NS', 'P') },
  {
    name: 'an entry of contents has the namespace of PDF 2.0',
    standard: 'ua-2',
    spoil: (pdf) => put(first(pdf, tagged('TOCI'))?.dict, 'NS', first(pdf, tagged('Document'))?.dict.NS),
  },
  {
    name: 'namespaces are not listed',
    standard: 'ua-2',
    spoil: (pdf) => remove(pdf.dict(pdf.catalog.StructTreeRoot), 'Namespaces'),
  },
  {
    name: 'MathML has another role',
    standard: 'ua-2',
    spoil: (pdf) => put(pdf.dict(pdf.dict(pdf.catalog.StructTreeRoot).RoleMap), 'math', '/Span'),
  },
  { name: 'a destination has no element', standard: 'ua-2', spoil: (pdf) => remove(someDestination(pdf), 'SD') },
  {
    name: 'a destination leads to a page for an element',
    standard: 'ua-2',
    spoil: (pdf) => put(someDestination(pdf), 'SD', someDestination(pdf).D),
  },
  { name: 'a destination has no page', standard: 'ua-2', spoil: (pdf) => remove(someDestination(pdf), 'D') },
  {
    name: 'the outline leads to a page',
    standard: 'ua-2',
    spoil: (pdf) => put(pdf.dict(pdf.dict(pdf.catalog.Outlines).First), 'Dest', someDestination(pdf).D),
  },
  { name: 'an entry of contents names no heading', standard: 'ua-2', spoil: without('Ref', 'TOCI') },
  {
    name: 'an entry of contents names another heading',
    standard: 'ua-2',
    spoil: (pdf) => {
      const entries = elements(pdf).filter(({ tag, dict }) => tag === 'TOCI' && dict.Ref !== undefined);
      return put(entries[0]?.dict, 'Ref', entries[1]?.dict.Ref);
    },
  },
  { name: 'a note names no call', standard: 'ua-2', spoil: without('Ref', 'FENote') },
  {
    name: 'a call names no note',
    standard: 'ua-2',
    spoil: (pdf) => remove(first(pdf, (element) => isCall(element) && element.dict.Ref !== undefined)?.dict, 'Ref'),
  },
  {
    name: 'one half of a pair does not name the other',
    standard: 'ua-2',
    spoil: without('Ref', 'P', 'H1', 'H2', 'L', 'Table'),
  },
  { name: 'a link within the document is no reference', standard: 'ua-2', spoil: retagged('Reference', 'Span') },
  { name: 'a note is one of PDF 1.7', standard: 'ua-2', spoil: retagged('FENote', 'Note') },
  {
    name: 'a note says that it is in the margin',
    standard: 'ua-2',
    spoil: attribute('FENote', 'NoteType', '/Margin'),
  },
  { name: 'a caption stands in a Div', standard: 'ua-2', spoil: retagged('Aside', 'Div') },
  { name: 'a formula has no MathML', standard: 'ua-2', spoil: (pdf) => unhung(pdf, mathBelow(pdf, 'math')) },
  { name: 'MathML stands in no formula', standard: 'ua-2', spoil: retagged('Formula', 'Div') },
  { name: 'MathML has no namespace', standard: 'ua-2', spoil: without('NS', 'math') },
  {
    name: 'a fraction has no denominator',
    standard: 'ua-2',
    spoil: (pdf) => unhung(pdf, lastOf(mathBelow(pdf, 'mfrac'))),
  },
  { name: 'a fraction is a root', standard: 'ua-2', spoil: retagged('mfrac', 'msubsup') },
  {
    name: 'something is attached',
    standard: 'ua-2',
    spoil: (pdf) => put(first(pdf, tagged('Formula'))?.dict, 'AF', [pdf.trailer.Root as PdfValue]),
  },
];

function lastOf(element: Element | undefined): Element | undefined {
  const last = element?.kids.at(-1);
  return last?.kind === 'element' ? last.element : undefined;
}
