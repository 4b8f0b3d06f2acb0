import { inflateSync } from 'node:zlib';
import { isDict, type PdfDict, PdfOperator, PdfRef, PdfScanner, type PdfValue } from './pdf-syntax.ts';

export { isDict, type PdfDict, PdfRef, PdfText, type PdfValue } from './pdf-syntax.ts';

/** A PDF taken apart. */
export interface Pdf {
  /** The first line: `%PDF-1.7`. */
  readonly header: string;
  readonly trailer: PdfDict;
  readonly catalog: PdfDict;
  readonly pages: readonly PdfPage[];
  /** Every object that the cross-references name, by number. */
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** Follows references. */
  get(value: PdfValue | undefined): PdfValue | undefined;
  /** The dictionary that a reference leads to, that of a stream included; empty when there is none. */
  dict(value: PdfValue | undefined): PdfDict;
  /** Items of an array, or of a reference to one. */
  list(value: PdfValue | undefined): readonly PdfValue[];
  /** A stream's bytes, inflated. */
  stream(value: PdfValue | undefined): Uint8Array;
}

export interface PdfPage {
  readonly id: number;
  readonly dict: PdfDict;
  /** Operators with what stands before them. */
  readonly content: readonly Operation[];
}

interface Operation {
  readonly name: string;
  readonly operands: readonly PdfValue[];
}

interface PdfObject {
  readonly value: PdfValue;
  readonly stream?: Uint8Array;
}

/** @throws when the file does not hold together. */
export function readPdf(bytes: Uint8Array): Pdf {
  const objects = new Map<number, PdfObject>();
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(bytes.subarray(-64)).toString('latin1'))?.[1]);
  const table = readObject(bytes, start);
  const trailer = table.object.value;
  if (!isDict(trailer) || !table.object.stream) throw new Error('No cross-reference stream');
  for (const entry of entries(trailer, inflate(table.object))) {
    if (entry.type !== 1) continue;
    const { id, object } = readObject(bytes, entry.a);
    if (id !== entry.id) throw new Error(`Object ${entry.id} is not where the cross-references say`);
    objects.set(id, object);
  }
  for (const entry of entries(trailer, inflate(table.object))) {
    if (entry.type === 2) objects.set(entry.id, { value: packed(objects.get(entry.a), entry) });
  }
  return { header: Buffer.from(bytes.subarray(0, 8)).toString('latin1'), ...taken(trailer, objects) };
}

function taken(trailer: PdfDict, objects: ReadonlyMap<number, PdfObject>): Omit<Pdf, 'header'> {
  const get = (value: PdfValue | undefined): PdfValue | undefined => {
    if (!(value instanceof PdfRef)) return value;
    const object = objects.get(value.id);
    if (!object) throw new Error(`Object ${value.id} is missing`);
    return get(object.value);
  };
  const dict = (value: PdfValue | undefined): PdfDict => {
    const found = get(value);
    return isDict(found) ? found : {};
  };
  const list = (value: PdfValue | undefined): readonly PdfValue[] => {
    const found = get(value);
    return Array.isArray(found) ? found : [];
  };
  const stream = (value: PdfValue | undefined): Uint8Array => {
    const object = value instanceof PdfRef ? objects.get(value.id) : undefined;
    if (!object?.stream) throw new Error('No stream');
    return inflate(object);
  };
  const catalog = dict(trailer.Root);
  const pageOf = (ref: PdfValue): PdfPage[] => {
    const page = dict(ref);
    if (page.Type === '/Pages') return list(page.Kids).flatMap(pageOf);
    return ref instanceof PdfRef ? [{ id: ref.id, dict: page, content: operations(stream(page.Contents)) }] : [];
  };
  return { trailer, catalog, objects, get, dict, list, stream, pages: pageOf(catalog.Pages ?? null) };
}

function readObject(bytes: Uint8Array, at: number): { id: number; object: PdfObject } {
  const scan = new PdfScanner(bytes, at);
  const [id, generation, word] = [scan.next(), scan.next(), scan.next()];
  if (typeof id !== 'number' || generation !== 0 || !(word instanceof PdfOperator) || word.name !== 'obj') {
    throw new Error(`No object at ${at}`);
  }
  const value = scan.next() ?? null;
  const end = scan.next();
  if (!(end instanceof PdfOperator) || end.name !== 'stream' || !isDict(value)) return { id, object: { value } };
  const from = scan.at + (bytes[scan.at] === 13 ? 2 : 1);
  const length = Number(value.Length);
  const after = new PdfScanner(bytes, from + length).next();
  if (!(after instanceof PdfOperator) || after.name !== 'endstream')
    throw new Error(`The stream of ${id} has another length`);
  return { id, object: { value, stream: bytes.subarray(from, from + length) } };
}

function inflate({ value, stream }: PdfObject): Uint8Array {
  if (!isDict(value) || !stream) throw new Error('No stream');
  return value.Filter === '/FlateDecode' ? inflateSync(stream) : stream;
}

interface Entry {
  readonly id: number;
  readonly type: number;
  readonly a: number;
  readonly b: number;
}

function entries(dict: PdfDict, table: Uint8Array): Entry[] {
  const widths = dict.W as readonly number[];
  const row = widths.reduce((sum, width) => sum + width, 0);
  if (table.length !== row * Number(dict.Size)) throw new Error('The cross-references have another size');
  return Array.from({ length: Number(dict.Size) }, (_, id) => {
    let at = id * row;
    const [type = 0, a = 0, b = 0] = widths.map((width) => {
      let value = 0;
      for (let k = 0; k < width; k++) value = value * 256 + (table[at++] ?? 0);
      return value;
    });
    return { id, type, a, b };
  });
}

function packed(container: PdfObject | undefined, { id, b }: Entry): PdfValue {
  if (!container || !isDict(container.value)) throw new Error(`Object ${id} is in no stream`);
  const bytes = inflate(container);
  const head = new PdfScanner(bytes);
  const numbers = Array.from({ length: Number(container.value.N) * 2 }, () => Number(head.next()));
  if (numbers[b * 2] !== id) throw new Error(`Object ${id} is not in its stream`);
  return new PdfScanner(bytes, Number(container.value.First) + (numbers[b * 2 + 1] ?? 0)).next() ?? null;
}

/** A content stream as operators. */
function operations(bytes: Uint8Array): Operation[] {
  const scan = new PdfScanner(bytes);
  const found: Operation[] = [];
  let operands: PdfValue[] = [];
  for (let value = scan.next(); value !== undefined; value = scan.next()) {
    if (value instanceof PdfOperator) {
      found.push({ name: value.name, operands });
      operands = [];
    } else operands.push(value);
  }
  return found;
}
