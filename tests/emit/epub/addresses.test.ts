import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outwardAddress } from '../../../pipeline/emit/epub/addresses.ts';

describe('outwardAddress', () => {
  it.each([
    ['https://example.org', 'https://example.org'],
    ['https://example.org/a?b=%C3%A9&c#d', 'https://example.org/a?b=%C3%A9&c#d'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['tel:+1-613-555-0100', 'tel:+1-613-555-0100'],
    ['https://example.org/a "b"|c', 'https://example.org/a%20%22b%22%7Cc'],
    ['https://example.org/é?q=[1]', 'https://example.org/%C3%A9?q=%5B1%5D'],
    ['https://exämple.org/50%', 'https://xn--exmple-cua.org/50%25'],
    ['https://example.org/#a#b', 'https://example.org/#a%23b'],
  ])('%s', (address, expected) => {
    expect(outwardAddress(address)).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/hostname',
    'other.html',
    '#x',
    '',
    'https://',
    'http:?x',
  ])('takes no “%s”', (address) => {
    expect(outwardAddress(address)).toBeUndefined();
  });

  it('gives nothing but plain ASCII addresses, and changes none of its own', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('https://example.org/', 'mailto:', 'http://', 'urn:'),
        fc.string({ unit: 'binary' }),
        (start, rest) => {
          const address = outwardAddress(`${start}${rest}`);
          if (address === undefined) return;
          expect(address).toMatch(/^(?:[\w\-.~:/?#@!$&'()*+,;=]|%[0-9a-fA-F]{2})+$/);
          expect(outwardAddress(address)).toBe(address);
        },
      ),
    );
  });
});
