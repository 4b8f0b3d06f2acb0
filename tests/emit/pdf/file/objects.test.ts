import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writtenObject } from '../../../../pipeline/emit/pdf/file/objects.ts';
import { newDocument } from '../kit.ts';

/** What pdfkit itself writes between `1 0 obj` and `endobj`. */
function ofPdfkit(data: Record<string, unknown>): string {
  const doc = newDocument();
  const written: (Uint8Array | string)[] = [];
  const reference = doc.ref(data);
  doc._write = (part) => void written.push(part);
  reference.end();
  return String(written[1]);
}

const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.constantFrom('P', 'H1', null, undefined, true),
    fc.string({ unit: 'grapheme' }).map((text) => new String(text)),
    fc.constantFrom('(a) \\ b\n\r\t', 'é', '\u0007').map((text) => new String(text)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('A', 'B', 'K'), tie('value'), { noNullPrototype: true }),
  ),
})).value;

test('objects are written as pdfkit writes them', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('S', 'K', 'Lang'), values, { noNullPrototype: true }), (data) => {
      expect(writtenObject(data)).toBe(ofPdfkit(data));
    }),
  );
  const other = newDocument().ref({});
  expect(writtenObject({ P: other, Pg: [other] })).toBe(ofPdfkit({ P: other, Pg: [other] }));
});

test('what only pdfkit can write is left to it', () => {
  expect(writtenObject({ D: new Date(0) })).toBeUndefined();
  expect(writtenObject({ B: [Uint8Array.of(1)] })).toBeUndefined();
});
