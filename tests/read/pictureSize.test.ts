import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measurePicture } from '../../pipeline/read/pictureSize.ts';

const svg = (text: string) => measurePicture(new TextEncoder().encode(text));
const size = (picture: ReturnType<typeof measurePicture>) =>
  picture && [picture.mediaType, picture.width, picture.height];
const png = [
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0, 0, 9,
];
const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8, 0, 20, 1, 4, 3, 0, 0, 0];

describe('the size of a picture', () => {
  test('PNG and JPEG', () => {
    expect(size(measurePicture(Uint8Array.from(png)))).toEqual(['image/png', 256, 9]);
    expect(size(measurePicture(Uint8Array.from(jpeg)))).toEqual(['image/jpeg', 260, 20]);
  });

  test.each([
    ['<svg width="10" height="20"/>', 10, 20],
    ['<svg width="1in" height="72pt"/>', 96, 96],
    ['<svg viewBox="0 0 30,40" width="100%"/>', 30, 40],
    ['<svg viewBox="0 0 30 60" width="10"/>', 10, 20],
    ['<svg viewBox="0 0 30 60" height="10"/>', 5, 10],
    ['<svg/>', 300, 150],
    [
      "\ufeff<?xml version='1.0'?>\n<!-- <svg width='1'> -->\n<!DOCTYPE svg [ <!ENTITY a '>'> ]>\n<svg stroke-width='9' width='2' height='3'>",
      2,
      3,
    ],
    ['<s:svg xmlns:s="http://www.w3.org/2000/svg" width="4" height="5"/>', 4, 5],
  ])('%s', (text, width, height) => {
    expect(size(svg(text))).toEqual(['image/svg+xml', width, height]);
  });

  test.each(['', 'svg', '<html><svg2/></html>', '<!-- <svg/> -->', '<svg width="0" height="1"/>', 'GIF89a'])(
    'not a picture: %s',
    (text) => {
      expect(svg(text)).toBeUndefined();
    },
  );

  test('cut short or damaged, it never fails', () => {
    fc.assert(
      fc.property(fc.constantFrom(png, jpeg), fc.nat(30), fc.uint8Array({ maxLength: 12 }), (bytes, length, tail) => {
        const found = measurePicture(Uint8Array.from([...bytes.slice(0, length), ...tail]));
        expect(found === undefined || found.width > 0).toBe(true);
      }),
    );
  });
});
