import { sha256 } from '@noble/hashes/sha2.js';
import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { Standard } from '../standard/index.ts';
import type { Deflate } from './deflate.ts';
import { writtenObject } from './objects.ts';

/** Objects in one object stream. Readers unpack a whole stream to reach one object, so not without end. */
const objectsPerStream = 200;

/** An object that waits for its object stream. */
interface Waiting {
  readonly id: number;
  /** One byte a character. */
  readonly body: string;
}

/** Where an object went: object stream and index in it. */
type Place = readonly [stream: number, index: number];

/**
 * Makes a document write its small objects in object streams and deflate its streams with fflate, whose bytes do not
 * depend on the Node that runs it; pdfkit has neither. Tagged files become about a quarter smaller. ISO 32000-1, 7.5.7
 * and 7.5.8. What the constructor itself made (catalog, pages, names) stays outside and readable.
 */
export function storeCompactly(
  doc: PDFDocument,
  { information, deflate }: Pick<Standard, 'information'> & { readonly deflate: Deflate },
): void {
  const places = new Map<number, Place>();
  const waiting: Waiting[] = [];
  const refOf = doc.ref.bind(doc);
  const write = doc._write.bind(doc);
  const hash = sha256.create();

  doc._write = (data) => {
    hash.update(typeof data === 'string' ? Buffer.from(data, 'latin1') : data);
    write(data);
  };

  const flush = (): void => {
    const objects = waiting.splice(0);
    if (objects.length === 0) return;
    const stream = refOf({ Type: 'ObjStm' });
    for (const [index, { id }] of objects.entries()) places.set(id, [stream.id, index]);
    const { first, bytes } = pack(objects);
    Object.assign(stream.data, { N: objects.length, First: first });
    deflated(stream, deflate(bytes));
    stream.end();
  };

  doc.ref = (data) => {
    const reference = refOf(data);
    const finalize = reference.finalize.bind(reference);
    reference.finalize = () => {
      if (hasStream(reference)) {
        if (reference.data.Type === 'Metadata')
          delete reference.data.length; // pdfkit misspells `Length`
        else if (!reference.data.Filter) deflated(reference, deflate(join(reference.buffer as Uint8Array[])));
        finalize();
        return;
      }
      const body = writtenObject(reference.data);
      waiting.push({ id: reference.id, body: body ?? captured(doc, finalize) });
      if (body !== undefined) doc._refEnd(reference);
      if (waiting.length >= objectsPerStream) flush();
    };
    return reference;
  };

  doc._finalize = () => {
    flush();
    const fingerprint = hash.clone().digest().subarray(0, 16);
    writeCrossReferences(doc, places, { fingerprint, information, deflate });
    doc.push(null);
  };
}

const hasStream = (reference: Reference): boolean => reference.buffer.length > 0;

function deflated(reference: Reference, small: Uint8Array): void {
  reference.buffer = [small];
  Object.assign(reference.data, { Filter: 'FlateDecode', Length: small.length });
}

/** The body of an object that `finalize` would have written to the file. */
function captured(doc: PDFDocument, finalize: () => void): string {
  const write = doc._write;
  const written: (Uint8Array | string)[] = [];
  doc._write = (data) => {
    written.push(data);
  };
  try {
    finalize();
  } finally {
    doc._write = write;
  }
  const [, body] = written; // between `1 0 obj` and `endobj`
  return String(body);
}

function pack(objects: readonly Waiting[]): { first: number; bytes: Uint8Array } {
  let offset = 0;
  const numbers = objects.map(({ id, body }) => {
    const at = offset;
    offset += body.length + 1;
    return `${id} ${at} `;
  });
  const head = numbers.join('');
  const bytes = Buffer.from(head + objects.map(({ body }) => `${body}\n`).join(''), 'latin1');
  return { first: head.length, bytes };
}

/**
 * A cross-reference stream, which is also the trailer: type, four bytes of place, two bytes of index for each object.
 *
 * @param trailer - Whether it names the information dictionary; and the file's identifier, made of what was written so
 *   far: another text is another file.
 */
function writeCrossReferences(doc: PDFDocument, places: ReadonlyMap<number, Place>, trailer: Trailer): void {
  const own = doc._offsets.length + 1;
  const size = own + 1;
  const table = new DataView(new ArrayBuffer(size * 7));
  table.setUint16(5, 0xffff); // object 0 is free
  for (let id = 1; id <= own; id++) {
    const place = places.get(id);
    table.setUint8(id * 7, place ? 2 : 1);
    table.setUint32(id * 7 + 1, place?.[0] ?? (id === own ? doc._offset : (doc._offsets[id - 1] ?? 0)));
    table.setUint16(id * 7 + 5, place?.[1] ?? 0);
  }
  const at = doc._offset;
  const bytes = trailer.deflate(new Uint8Array(table.buffer));
  const id = Buffer.from(trailer.fingerprint).toString('hex');
  const info = trailer.information ? `/Info ${doc._info} ` : '';
  doc._write(
    `${own} 0 obj\n<< /Type /XRef /Size ${size} /W [1 4 2] /Root ${doc._root} ${info}/ID [<${id}> <${id}>] /Filter /FlateDecode /Length ${bytes.length} >>\nstream`,
  );
  doc._write(bytes);
  doc._write(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF`);
}

interface Trailer extends Pick<Standard, 'information'> {
  readonly deflate: Deflate;
  readonly fingerprint: Uint8Array;
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
