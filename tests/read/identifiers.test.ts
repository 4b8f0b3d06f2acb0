import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identifiers } from '../../pipeline/read/identifiers.ts';

/** The last digit of an ISBN, by the agency's own manual: by division, not by trial. */
function checkDigit(digits: readonly number[]): string {
  if (digits.length === 12) {
    const sum = digits.reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 1 : 3), 0);
    return String((10 - (sum % 10)) % 10);
  }
  const rest = (11 - (digits.reduce((total, digit, at) => total + digit * (10 - at), 0) % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}

const other = { pdf: { isbn: '979-10-90636-07-1' } };
const accepts = (isbn: string) => identifiers.safeParse({ en: { pdf: { isbn } }, fr: other }).success;

const digit = fc.integer({ min: 0, max: 9 });
const beginnings = fc.oneof(
  fc
    .tuple(fc.constantFrom([9, 7, 8], [9, 7, 9]), fc.array(digit, { minLength: 9, maxLength: 9 }))
    .map(([a, b]) => [...a, ...b]),
  fc.array(digit, { minLength: 9, maxLength: 9 }),
);

test('an ISBN is one with its check digit alone, however it is spaced', () => {
  fc.assert(
    fc.property(beginnings, fc.constantFrom('', '-', ' '), fc.constantFrom(...'0123456789X'), (begun, gap, last) => {
      fc.pre(begun.join('') !== '979109063607');
      const right = checkDigit(begun);
      expect(accepts([...begun, right].join(gap))).toBe(true);
      expect(accepts([...begun, last].join(gap))).toBe(last === right);
    }),
  );
});

test('books in both languages may have numbers of their own, which no other has', () => {
  const one = { pdf: { isbn: '978-0-306-40615-7' } };
  const accepted = (isbn: string) =>
    identifiers.safeParse({ en: one, fr: other, columns: { epub: { isbn } }, stacked: {} }).success;
  expect(accepted('978-0-13-110362-7')).toBe(true);
  expect(accepted('978-0-306-40615-7')).toBe(false);
  expect(accepted('978-0-13-110362-8')).toBe(false);
});

test('thirteen digits begin as books do', () => {
  const begun = [9, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(accepts([...begun, checkDigit(begun)].join(''))).toBe(false);
});

test('two digits that changed places are seen', () => {
  fc.assert(
    fc.property(fc.array(digit, { minLength: 9, maxLength: 9 }), fc.integer({ min: 0, max: 7 }), (begun, at) => {
      fc.pre(begun[at] !== begun[at + 1]);
      const changed = begun.map((each, index) => (index === at ? begun[at + 1] : index === at + 1 ? begun[at] : each));
      expect(accepts([...changed, checkDigit(begun)].join(''))).toBe(false);
    }),
  );
});
