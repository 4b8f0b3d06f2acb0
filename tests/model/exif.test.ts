import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orientationOf } from '../../pipeline/model/exif.ts';
import { measurePicture } from '../../pipeline/read/pictureSize.ts';

/** A JPEG of 260 by 20 whose Exif holds one entry, in either order of bytes. */
function jpegOf(orientation: number, { little = false, tag = 0x0112 } = {}): Uint8Array {
  const two = (value: number) => (little ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const four = (value: number) => (little ? [...two(value), 0, 0] : [0, 0, ...two(value)]);
  const mark = little ? [0x49, 0x49] : [0x4d, 0x4d];
  const tiff = [
    ...mark,
    ...two(42),
    ...four(8),
    ...two(1),
    ...two(tag),
    ...two(3),
    ...four(1),
    ...two(orientation),
    0,
    0,
    ...four(0),
  ];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const length = exif.length + 2;
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 20, 1, 4, 3, 0, 0, 0];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255, ...exif, ...frame]);
}

describe('the orientation of a JPEG', () => {
  test.each([true, false])('is read in either order of bytes', (little) => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8])
      expect(orientationOf(jpegOf(orientation, { little }))).toBe(orientation);
  });

  test('changes width and height where it lies on its side', () => {
    const size = (orientation: number) => {
      const { width, height } = measurePicture(jpegOf(orientation)) ?? {};
      return [width, height];
    };
    expect([1, 2, 3, 4].map(size)).toEqual([1, 2, 3, 4].map(() => [260, 20]));
    expect([5, 6, 7, 8].map(size)).toEqual([5, 6, 7, 8].map(() => [20, 260]));
  });

  test('is as it is where nothing is said, or nothing that is right', () => {
    for (const bytes of [
      jpegOf(0),
      jpegOf(9),
      jpegOf(6, { tag: 0x0110 }),
      Uint8Array.of(0xff, 0xd8),
      Uint8Array.of(1, 2),
    ]) {
      expect(orientationOf(bytes)).toBe(1);
    }
  });

  test('never fails, wherever a file ends and whatever is in it', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(255), (length, at, byte) => {
        const bytes = jpegOf(6).slice(0, length);
        if (at < bytes.length) bytes[at] = byte;
        expect(orientationOf(bytes)).toBeLessThanOrEqual(8);
      }),
    );
  });
});
