import type { PdfStandard } from '../../pipeline/model/index.ts';
import { isDict, type Pdf, type PdfPage, type PdfValue } from './pdf.ts';
import { faults, isMath, judgeStandard, xmpOf } from './pdf-standard.ts';
import { allElements, type Element, idOf, type Kid, keyOf, structureOf, textOf, toUnicode } from './pdf-tree.ts';
import { parseXml } from './xml.ts';

/**
 * Conditions that a machine can check of PDF/UA-1, after the Matterhorn Protocol 1.1 (its numbers stand before each
 * finding), of PDF/A, and our own; with those of its standard. One line for each fault, none when all is well.
 */
export function judgePdf(pdf: Pdf, standard: PdfStandard = 'ua-1'): string[] {
  const elements = allElements(structureOf(pdf));
  return [
    ...judgeDocument(pdf),
    ...judgeMetadata(pdf),
    ...judgeStandard(pdf, standard, elements),
    ...judgeContent(pdf, elements),
    ...elements.flatMap((element) => judgeElement(element, pdf)),
    ...elements.flatMap((element) => (element.tag === 'Table' ? judgeTable(element, pdf) : [])),
    ...judgeHeadings(elements),
    ...judgeIds(elements),
    ...judgeAnnotations(pdf, elements),
    ...judgeFonts(pdf),
  ];
}

function judgeDocument(pdf: Pdf): string[] {
  const { catalog } = pdf;
  const keys = nameTree(pdf);
  return faults(
    [pdf.dict(catalog.MarkInfo).Marked !== true, '06-001 not marked as tagged'],
    [textOf(catalog.Lang) === '', '11-006 no language'],
    [pdf.dict(catalog.ViewerPreferences).DisplayDocTitle !== true, '07-001 title is not displayed'],
    [pdf.list(catalog.OutputIntents).length !== 1, 'A no output intent'],
    [pdf.list(pdf.trailer.ID).length !== 2, 'A no file identifier'],
    [keys.some((key, index) => index > 0 && key <= (keys[index - 1] ?? '')), 'names of destinations are not sorted'],
    [pdf.list(pdf.dict(catalog.PageLabels).Nums)[0] !== 0, 'the first page has no label'],
    [pdf.pages.some(({ dict }) => dict.Tabs !== '/S'), '28-008 a page whose tab order is not that of the structure'],
  );
}

function judgeMetadata(pdf: Pdf): string[] {
  const { xmp, text } = xmpOf(pdf);
  const body = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(xmp)?.[0] ?? '';
  let fault = '';
  try {
    parseXml(body);
  } catch (error) {
    fault = String(error);
  }
  return faults(
    [fault !== '', `06-002 XMP is not well-formed: ${fault}`],
    [text('dc:title') === '', '06-003 XMP has no title'],
  );
}

const painting = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'EI']);

function judgeContent(pdf: Pdf, elements: readonly Element[]): string[] {
  const owners = new Map<string, Element[]>();
  for (const element of elements) {
    for (const kid of element.kids) {
      if (kid.kind !== 'content') continue;
      const key = keyOf(kid.page, kid.mcid);
      owners.set(key, [...(owners.get(key) ?? []), element]);
    }
  }
  const numbers = parentTree(pdf);
  const twice = [...owners]
    .filter(([, list]) => list.length > 1)
    .map(([key]) => `01 content ${key} stands twice in the tree`);
  const painted = new Set<string>();
  const found = pdf.pages.flatMap((page) => judgePage(page, { pdf, owners, numbers, painted }));
  const lost = [...owners.keys()]
    .filter((key) => !painted.has(key))
    .map((key) => `01 content ${key} is in the tree and not painted`);
  return [...twice, ...found, ...lost];
}

interface PageContext {
  readonly pdf: Pdf;
  readonly owners: ReadonlyMap<string, readonly Element[]>;
  readonly numbers: ReadonlyMap<number, PdfValue>;
  readonly painted: Set<string>;
}

function judgePage(page: PdfPage, { pdf, owners, numbers, painted }: PageContext): string[] {
  const found: string[] = [];
  const row = pdf.list(numbers.get(Number(page.dict.StructParents)));
  let open: string | undefined;
  for (const { name, operands } of page.content) {
    if (name === 'BDC' || name === 'BMC') {
      if (open) found.push(`01-001 marked content inside ${open} on page ${page.id}`);
      const tag = String(operands[0]);
      const { MCID } = pdf.dict(operands[1]);
      open = tag;
      if (tag === '/Artifact') continue;
      const key = keyOf(page.id, Number(MCID));
      const [owner] = owners.get(key) ?? [];
      if (painted.has(key)) found.push(`01 ${key} is used twice on its page`);
      painted.add(key);
      if (!owner) found.push(`01-005 ${tag} ${key} is not in the tree`);
      else if (owner.id !== idOf(row[Number(MCID)])) found.push(`01 the parent tree has another owner for ${key}`);
      else if (`/${owner.tag}` !== tag) found.push(`01 ${key} is marked ${tag} and belongs to ${owner.tag}`);
    } else if (name === 'EMC') {
      if (!open) found.push(`01 marked content ends that did not begin, on page ${page.id}`);
      open = undefined;
    } else if (painting.has(name) && !open) found.push(`01-005 ${name} paints unmarked on page ${page.id}`);
  }
  if (open) found.push(`01 ${open} stays open at the end of page ${page.id}`);
  return found;
}

/** Where an element may stand. ISO 32000-1, 14.8.4. */
const parents: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
  Index: ['Document', 'Part', 'Art', 'Sect', 'Div'],
};

const mayBeEmpty = new Set(['TD', 'TH', 'LBody']); // a source may have cells and items without words

function judgeElement(element: Element, pdf: Pdf): string[] {
  const { tag, dict, kids, parent } = element;
  const attributes = pdf.list(dict.A).map((one) => pdf.dict(one));
  const at = `${tag} ${element.id}`;
  const allowed = parents[tag];
  const box = attributes.find((one) => one.O === '/Layout')?.BBox;
  return faults(
    [!(tag in standard) && !isMath(element), `02-001 ${at} is no standard type`],
    [parent !== undefined && idOf(dict.P) !== parent.id, `01 ${at} names another parent`],
    [allowed !== undefined && !allowed.includes(parent?.tag ?? ''), `09 ${at} stands in ${parent?.tag}`],
    [kids.length === 0 && !mayBeEmpty.has(tag) && !isMath(element), `09 ${at} is empty`],
    [tag === 'Figure' && textOf(dict.Alt) === '', `13-004 ${at} has no alternative`],
    [tag === 'Formula' && textOf(dict.Alt) === '', `17-002 ${at} has no alternative`],
    [tag === 'Figure' && !isBox(pdf, box), `13 ${at} has no box`],
    [
      tag === 'TH' && !attributes.some((one) => one.O === '/Table' && one.Scope !== undefined),
      `15-003 ${at} has no scope`,
    ],
    [(tag === 'Note' || tag === 'FENote') && textOf(dict.ID) === '', `19-003 ${at} has no id`],
    [tag === 'Link' && !kids.some((kid) => kid.kind === 'object'), `28-011 ${at} has no annotation`],
    [tag === 'Link' && !kids.some(saysSomething), `28 ${at} has no words`],
    [
      tag === 'Index' && !kids.some((kid) => kid.kind === 'element' && kid.element.tag === 'L'),
      `09 ${at} has no list of entries`,
    ],
    [tag === 'L' && !attributes.some((one) => one.O === '/List'), `16 ${at} does not say how it is numbered`],
    [attributes.some((one) => one.O === undefined), `01 an attribute of ${at} has no owner`],
  );
}

/** Every row of a table is as wide as the others, spans counted, and cells name only cells that head others. */
function judgeTable(table: Element, pdf: Pdf): string[] {
  const rows = allElements([table]).filter(({ tag }) => tag === 'TR');
  const cells = rows.map((row) => allElements([row]).filter(({ tag }) => tag === 'TH' || tag === 'TD'));
  const attributeOf = ({ dict }: Element, name: string): PdfValue | undefined =>
    pdf
      .list(dict.A)
      .map((one) => pdf.dict(one)[name])
      .find((value) => value !== undefined);
  const span = (cell: Element, name: 'ColSpan' | 'RowSpan'): number => Number(attributeOf(cell, name) ?? 1);
  const widths = rows.map(() => 0);
  for (const [at, row] of cells.entries()) {
    for (const cell of row) {
      for (let below = 0; below < span(cell, 'RowSpan'); below++)
        widths[at + below] = (widths[at + below] ?? 0) + span(cell, 'ColSpan');
    }
  }
  const ids = new Set(cells.flat().flatMap(({ tag, dict }) => (tag === 'TH' && dict.ID ? [textOf(dict.ID)] : [])));
  const named = cells.flat().flatMap((cell) => pdf.list(attributeOf(cell, 'Headers')).map(textOf));
  return faults(
    [new Set(widths).size > 1, `15 ${table.tag} ${table.id} has rows of ${[...new Set(widths)].join(', ')} columns`],
    [named.some((id) => !ids.has(id)), `15 ${table.tag} ${table.id} has a cell that names no heading of it`],
  );
}

const saysSomething = (kid: Kid): boolean =>
  kid.kind === 'content' || (kid.kind === 'element' && kid.element.kids.some(saysSomething));

function isBox(pdf: Pdf, value: PdfValue | undefined): boolean {
  const [left, bottom, right, top] = pdf.list(value).map(Number);
  return left !== undefined && bottom !== undefined && Number(right) > left && Number(top) > bottom;
}

const standard: Readonly<Record<string, true>> = Object.fromEntries(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note FENote Aside Reference BibEntry Code Link Annot Figure Formula Form`
    .split(/\s+/)
    .map((tag) => [tag, true]),
);

function judgeHeadings(elements: readonly Element[]): string[] {
  const depths = elements.flatMap(({ tag }) => (/^H[1-6]$/.test(tag) ? [Number(tag[1])] : []));
  return depths.flatMap((depth, index) =>
    depth > (depths[index - 1] ?? 0) + 1 ? [`14-003 H${depth} follows H${depths[index - 1] ?? 0}`] : [],
  );
}

function judgeIds(elements: readonly Element[]): string[] {
  const ids = elements.map(({ dict }) => textOf(dict.ID)).filter(Boolean);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `19-004 the id ${id} is given twice`);
}

function judgeAnnotations(pdf: Pdf, elements: readonly Element[]): string[] {
  const places = new Map<number, { page: number; element: number }>();
  for (const element of elements) {
    for (const kid of element.kids)
      if (kid.kind === 'object') places.set(kid.id, { page: kid.page, element: element.id });
  }
  const numbers = parentTree(pdf);
  const names = new Set(nameTree(pdf));
  return pdf.pages.flatMap((page) =>
    pdf.list(page.dict.Annots).flatMap((ref) => {
      const annotation = pdf.dict(ref);
      const place = places.get(idOf(ref));
      const name = textOf(annotation.Dest);
      return faults(
        [textOf(annotation.Contents).trim() === '', `28-012 link ${idOf(ref)} has no Contents`],
        [place === undefined, `28-011 link ${idOf(ref)} is not in the tree`],
        [place !== undefined && place.page !== page.id, `28 link ${idOf(ref)} is said to be on another page`],
        [
          idOf(numbers.get(Number(annotation.StructParent))) !== place?.element,
          `28 the parent tree has another owner for link ${idOf(ref)}`,
        ],
        [annotation.F !== 4, `A link ${idOf(ref)} is not printed`],
        [annotation.Dest !== undefined && !names.has(name), `link ${idOf(ref)} leads to ${name}, which is nowhere`],
        [annotation.Dest === undefined && textOf(pdf.dict(annotation.A).URI) === '', `link ${idOf(ref)} leads nowhere`],
        [!isBox(pdf, annotation.Rect), `link ${idOf(ref)} has no area`],
      );
    }),
  );
}

function judgeFonts(pdf: Pdf): string[] {
  return [...pdf.objects].flatMap(([id, { value }]) => {
    if (!isDict(value)) return [];
    if (value.Type === '/FontDescriptor')
      return faults([!value.FontFile2 && !value.FontFile3, `31-009 font ${id} is not embedded`]);
    if (value.Type !== '/Font') return [];
    if (value.Subtype === '/Type0') {
      const empty = [...toUnicode(pdf, id)].filter(([code, text]) => code > 0 && /^[\0\uFEFF\uFFFE]*$/.test(text));
      return faults([empty.length > 0, `31-027 codes of font ${id} have no text: ${empty.map(([code]) => code)}`]);
    }
    return faults([value.Subtype !== '/CIDFontType2', `31 font ${id} is of kind ${value.Subtype}`]);
  });
}

export function nameTree(pdf: Pdf): string[] {
  const names = pdf.list(pdf.dict(pdf.dict(pdf.catalog.Names).Dests).Names);
  return names.filter((_, index) => index % 2 === 0).map(textOf);
}

function parentTree(pdf: Pdf): Map<number, PdfValue> {
  const numbers = pdf.list(pdf.dict(pdf.dict(pdf.catalog.StructTreeRoot).ParentTree).Nums);
  return new Map(
    numbers.flatMap((key, index) => (index % 2 === 0 ? [[Number(key), numbers[index + 1] ?? null] as const] : [])),
  );
}
