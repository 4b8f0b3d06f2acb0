import { isDict, type Pdf, type PdfDict, PdfRef, PdfText, type PdfValue } from './pdf.ts';

/** A structure element, with the text of its own marked content and of its children in logical order. */
export interface Element {
  readonly id: number;
  readonly tag: string;
  readonly dict: PdfDict;
  /** Its own, or that of the nearest element around it, or the document's. */
  readonly lang: string;
  readonly parent?: Element;
  readonly kids: readonly Kid[];
}

export type Kid =
  | { readonly kind: 'element'; readonly element: Element }
  | { readonly kind: 'content'; readonly page: number; readonly mcid: number }
  | { readonly kind: 'object'; readonly page: number; readonly id: number };

export function structureOf(pdf: Pdf): Element[] {
  const root = pdf.dict(pdf.catalog.StructTreeRoot);
  const lang = textOf(pdf.catalog.Lang);
  return asList(pdf, root.K).map((ref) => elementOf(pdf, ref, { lang }));
}

function elementOf(pdf: Pdf, ref: PdfValue, around: { lang: string; parent?: Element }): Element {
  if (!(ref instanceof PdfRef)) throw new Error('A structure element is no object');
  const dict = pdf.dict(ref);
  const lang = textOf(dict.Lang) || around.lang;
  const kids: Kid[] = [];
  const element: Element = {
    id: ref.id,
    tag: String(dict.S).slice(1),
    dict,
    lang,
    kids,
    ...(around.parent && { parent: around.parent }),
  };
  for (const kid of asList(pdf, dict.K)) {
    if (typeof kid === 'number') kids.push({ kind: 'content', page: idOf(dict.Pg), mcid: kid });
    else if (isDict(kid) && kid.Type === '/MCR')
      kids.push({ kind: 'content', page: idOf(kid.Pg), mcid: Number(kid.MCID) });
    else if (isDict(kid) && kid.Type === '/OBJR') kids.push({ kind: 'object', page: idOf(kid.Pg), id: idOf(kid.Obj) });
    else kids.push({ kind: 'element', element: elementOf(pdf, kid, { lang, parent: element }) });
  }
  return element;
}

/** Every element, parents before children. */
export function allElements(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [
    element,
    ...allElements(element.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []))),
  ]);
}

/** Text by page and marked-content identifier. */
export type MarkedText = ReadonlyMap<string, string>;

export const keyOf = (page: number, mcid: number): string => `${page}#${mcid}`;

/** What an element says: its content and that of its children, in order. */
export function textUnder(element: Element, marked: MarkedText): string {
  return element.kids
    .map((kid) => {
      if (kid.kind === 'element') return textUnder(kid.element, marked);
      return kid.kind === 'content' ? (marked.get(keyOf(kid.page, kid.mcid)) ?? '') : '';
    })
    .join('');
}

/** It is dear to read, and the same for all elements of a file. */
const texts = new WeakMap<Pdf, MarkedText>();

/** The text that the pages show inside marked content, by way of each font's ToUnicode. */
export function markedText(pdf: Pdf): MarkedText {
  const known = texts.get(pdf) ?? readText(pdf);
  texts.set(pdf, known);
  return known;
}

function readText(pdf: Pdf): MarkedText {
  const maps = new Map<number, ReadonlyMap<number, string>>();
  const marked = new Map<string, string>();
  for (const page of pdf.pages) {
    const fonts = pdf.dict(pdf.dict(page.dict.Resources).Font);
    let font: ReadonlyMap<number, string> = new Map();
    let key: string | undefined;
    for (const { name, operands } of page.content) {
      if (name === 'BDC') {
        const mcid = pdf.dict(operands[1]).MCID;
        key = typeof mcid === 'number' ? keyOf(page.id, mcid) : undefined;
      } else if (name === 'EMC') key = undefined;
      else if (name === 'Tf') {
        const id = idOf(fonts[String(operands[0]).slice(1)]);
        font = maps.get(id) ?? toUnicode(pdf, id);
        maps.set(id, font);
      } else if (name === 'TJ' && key) {
        const codes = pdf.list(operands[0]).flatMap((item) => (item instanceof PdfText ? [...pairs(item.bytes)] : []));
        marked.set(key, (marked.get(key) ?? '') + codes.map((code) => font.get(code) ?? '\uFFFD').join(''));
      }
    }
  }
  return marked;
}

function* pairs(bytes: Uint8Array): Generator<number> {
  for (let at = 0; at + 1 < bytes.length; at += 2) yield ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** The character map of a font: text by character code. */
export function toUnicode(pdf: Pdf, fontId: number): Map<number, string> {
  const cmap = Buffer.from(pdf.stream(pdf.dict(new PdfRef(fontId)).ToUnicode)).toString('latin1');
  const map = new Map<number, string>();
  for (const [, first = '', texts = ''] of cmap.matchAll(/<([\dA-Fa-f]+)>\s*<[\dA-Fa-f]+>\s*\[([^\]]*)\]/g)) {
    for (const [index, [, hex = '']] of [...texts.matchAll(/<([^>]*)>/g)].entries()) {
      const units = hex.replace(/\s/g, '').match(/.{4}/g) ?? [];
      map.set(
        Number.parseInt(first, 16) + index,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      );
    }
  }
  return map;
}

export function textOf(value: PdfValue | undefined): string {
  return value instanceof PdfText ? value.text : '';
}

export function idOf(value: PdfValue | undefined): number {
  return value instanceof PdfRef ? value.id : 0;
}

function asList(pdf: Pdf, value: PdfValue | undefined): readonly PdfValue[] {
  if (value === undefined || value === null) return [];
  const found = value instanceof PdfRef ? pdf.get(value) : value;
  return Array.isArray(found) ? found : [value];
}
