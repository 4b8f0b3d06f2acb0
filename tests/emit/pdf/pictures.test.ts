import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Raster, readJpeg, readPng } from '../../../pipeline/emit/pdf/pictures/index.ts';
import type { Asset } from '../../../pipeline/model/index.ts';
import { type Pdf, readPdf } from '../../helpers/pdf.ts';
import { judgePdf } from '../../helpers/pdf-judge.ts';
import { documentElement, element, image, page, paged, paint } from './paged.ts';
import { makePng, type PngPicture } from './png.ts';

const kinds = [
  ...([1, 2, 4, 8, 16] as const).map((bits) => ({ colourType: 0, bits }) as const),
  ...([8, 16] as const).flatMap((bits) => ([2, 4, 6] as const).map((colourType) => ({ colourType, bits }) as const)),
  ...([1, 2, 4, 8] as const).map((bits) => ({ colourType: 3, bits }) as const),
];

const counts = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

/** Grey or red, green, blue, and alpha of each pixel, by the definition of each kind. */
function expected({ width, height, bits, colourType, palette = [], transparency, pixel }: PngPicture): number[] {
  const highest = 2 ** bits - 1;
  const byte = (sample: number): number => Math.round((sample * 255) / highest);
  return Array.from({ length: width * height }, (_, at) => pixel(at % width, Math.floor(at / width))).flatMap(
    (samples) => {
      if (colourType === 3) {
        const index = samples[0] ?? 0;
        return [...palette.slice(index * 3, index * 3 + 3), transparency?.[index] ?? 255];
      }
      if (colourType === 4 || colourType === 6) return samples.map(byte);
      const key = samples.map((_, k) => ((transparency?.[k * 2] ?? 0) << 8) | (transparency?.[k * 2 + 1] ?? 0));
      const clear = transparency !== undefined && samples.every((sample, k) => sample === key[k]);
      return [...samples.map(byte), clear ? 0 : 255];
    },
  );
}

/** The same of what we read; what passes through is unpacked as a PDF viewer would. */
function found(raster: Raster): number[] {
  const { width, height, colours, alpha } = raster;
  const samples = raster.filter ? unpack(raster) : [...raster.data];
  const count = colours === 'rgb' ? 3 : 1;
  return Array.from({ length: width * height }, (_, at) => {
    const own = samples.slice(at * count, at * count + count);
    const colour =
      typeof colours === 'object' ? [...colours.palette.subarray((own[0] ?? 0) * 3, (own[0] ?? 0) * 3 + 3)] : own;
    return [...colour, alpha?.[at] ?? 255];
  }).flat();
}

function unpack({ width, height, bits, colours, data }: Raster): number[] {
  const count = colours === 'rgb' ? 3 : 1;
  const length = Math.ceil((width * count * bits) / 8);
  const bytes = inflateSync(data);
  const distance = Math.max(1, (count * bits) >> 3);
  let above = new Uint8Array(length);
  return Array.from({ length: height }, (_, y) => {
    const filter = bytes[y * (length + 1)] ?? 0;
    const row = bytes.slice(y * (length + 1) + 1, (y + 1) * (length + 1));
    for (let at = 0; at < length; at++) {
      const [a, b, c] = [row[at - distance] ?? 0, above[at] ?? 0, above[at - distance] ?? 0];
      const p = a + b - c;
      const paeth =
        Math.abs(p - a) <= Math.abs(p - b) && Math.abs(p - a) <= Math.abs(p - c)
          ? a
          : Math.abs(p - b) <= Math.abs(p - c)
            ? b
            : c;
      row[at] = (row[at] ?? 0) + ([0, a, b, (a + b) >> 1, paeth][filter] ?? 0);
    }
    above = row;
    return Array.from({ length: width * count }, (_, k) => {
      if (bits === 16) return Math.round((((row[k * 2] ?? 0) * 256 + (row[k * 2 + 1] ?? 0)) * 255) / 65535);
      const value = ((row[(k * bits) >> 3] ?? 0) >> (8 - bits - ((k * bits) & 7))) & (2 ** bits - 1);
      return typeof colours === 'object' ? value : Math.round((value * 255) / (2 ** bits - 1));
    });
  }).flat();
}

describe('readPng', () => {
  it('reads every kind, interlaced and transparent too', () => {
    const kind = fc.constantFrom(...kinds);
    const size = fc.integer({ min: 1, max: 19 });
    fc.assert(
      fc.property(
        kind,
        size,
        size,
        fc.boolean(),
        fc.boolean(),
        fc.integer(),
        (shape, width, height, interlaced, transparent, salt) => {
          const highest = shape.colourType === 3 ? Math.min(15, 2 ** shape.bits - 1) : 2 ** shape.bits - 1;
          const picture: PngPicture = {
            ...shape,
            width,
            height,
            interlaced,
            pixel: (x, y) =>
              Array.from(
                { length: counts[shape.colourType] },
                (_, k) => Math.abs((x * 7 + y * 13 + k * 5 + salt) * 2654435761) % (highest + 1),
              ),
            ...(shape.colourType === 3 && {
              palette: Array.from({ length: (highest + 1) * 3 }, (_, k) => (k * 37) & 255),
            }),
          };
          const clear =
            shape.colourType === 3 ? [0, 128] : picture.pixel(0, 0).flatMap((sample) => [sample >> 8, sample & 255]);
          const made: PngPicture = transparent && shape.colourType < 4 ? { ...picture, transparency: clear } : picture;
          const raster = readPng(makePng(made));
          expect(raster).toBeDefined();
          expect(raster && found(raster)).toEqual(expected(made));
        },
      ),
      { seed: 3, numRuns: 250 },
    );
  });

  it('does not read what is damaged', () => {
    const whole = makePng({ width: 9, height: 9, bits: 8, colourType: 2, pixel: (x, y) => [x, y, 7] });
    for (let length = 0; length < whole.length - 12; length += 3)
      expect(readPng(whole.subarray(0, length))).toBeUndefined();
    expect(readPng(whole)).toBeDefined();
  });
});

/** The beginning of a JPEG: enough to be passed on. */
function jpeg(frame: number, components: number, { adobe = false, bits = 8 } = {}): Uint8Array {
  const marker = adobe ? [0xff, 0xee, 0, 14, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 2] : [];
  const parts = Array.from({ length: components }, (_, k) => [k + 1, 0x11, 0]).flat();
  return Uint8Array.from([
    0xff,
    0xd8,
    ...marker,
    0xff,
    frame,
    0,
    8 + parts.length,
    bits,
    0,
    20,
    0,
    30,
    components,
    ...parts,
    0xff,
    0xda,
    0xff,
    0xd9,
  ]);
}

describe('readJpeg', () => {
  it('passes grey, colour and inks on as they are', () => {
    for (const [components, colours] of [
      [1, 'grey'],
      [3, 'rgb'],
      [4, 'cmyk'],
    ] as const) {
      const bytes = jpeg(0xc2, components);
      expect(readJpeg(bytes)).toMatchObject({
        width: 30,
        height: 20,
        bits: 8,
        colours,
        filter: 'DCTDecode',
        inverted: false,
      });
      expect(readJpeg(bytes)?.data).toBe(bytes);
    }
    expect(readJpeg(jpeg(0xc0, 4, { adobe: true }))?.inverted).toBe(true);
    expect(readJpeg(jpeg(0xc0, 3, { adobe: true }))?.inverted).toBe(false);
  });

  it('does not read what PDF does not know', () => {
    const others = [
      jpeg(0xc3, 3),
      jpeg(0xc9, 3),
      jpeg(0xc0, 2),
      jpeg(0xc0, 3, { bits: 12 }),
      jpeg(0xc0, 3).subarray(0, 8),
      new Uint8Array(3),
    ];
    expect(others.map(readJpeg)).toEqual(others.map(() => undefined));
  });
});

const asset = (path: string, mediaType: Asset['mediaType'], bytes: Uint8Array): Asset => ({
  path,
  mediaType,
  bytes,
  width: 40,
  height: 20,
});

async function painted(...assets: readonly Asset[]): Promise<{ pdf: Pdf; rules: string[] }> {
  const root = documentElement();
  const fragments = assets.map(({ path }, at) =>
    image(element(root, 'Figure', { alt: `Picture ${at}` }), path, { x: 100, y: 50 + at * 90, width: 80, height: 40 }),
  );
  const { bytes, diagnostics } = await paint(paged([page('1', fragments)], root), { assets });
  const pdf = readPdf(bytes);
  expect(judgePdf(pdf)).toEqual([]);
  return { pdf, rules: diagnostics.map(({ rule, path }) => `${rule} ${path}`) };
}

const images = (pdf: Pdf) =>
  Object.values(pdf.dict(pdf.dict(pdf.pages[0]?.dict.Resources).XObject)).map((ref) => pdf.dict(ref));

describe('pictures on a page', () => {
  it('are written once, with their opacity apart, and without the spaces of colour that PDF/A forbids', async () => {
    const alpha = makePng({ width: 3, height: 2, bits: 8, colourType: 6, pixel: (x) => [255, 0, 0, x * 100] });
    const plain = makePng({ width: 3, height: 2, bits: 8, colourType: 2, pixel: () => [1, 2, 3] });
    const { pdf } = await painted(
      asset('a.png', 'image/png', alpha),
      asset('b.png', 'image/png', plain),
      asset('c.jpg', 'image/jpeg', jpeg(0xc0, 4, { adobe: true })),
    );
    const [a, b, c] = images(pdf);
    expect(a?.ColorSpace).toBe('/DeviceRGB');
    expect(pdf.dict(a?.SMask)).toMatchObject({ ColorSpace: '/DeviceGray', Width: 3, Height: 2 });
    expect([...pdf.stream(a?.SMask)]).toEqual([0, 100, 200, 0, 100, 200]);
    expect([b?.Filter, pdf.dict(b?.DecodeParms).Colors, b?.SMask]).toEqual(['/FlateDecode', 3, undefined]);
    expect([pdf.list(c?.ColorSpace)[0], pdf.list(c?.ColorSpace)[2], c?.Filter, c?.Decode]).toEqual([
      '/DeviceN',
      '/DeviceRGB',
      '/DCTDecode',
      [1, 0, 1, 0, 1, 0, 1, 0],
    ]);
  });

  it('stand in their box, upright', async () => {
    const { pdf } = await painted(
      asset(
        'a.svg',
        'image/svg+xml',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect width="4" height="2"/></svg>'),
      ),
    );
    const matrices = pdf.pages[0]?.content.filter(({ name }) => name === 'cm').map(({ operands }) => operands);
    expect(matrices).toEqual([
      [1, 0, 0, -1, 0, 792],
      [80, 0, 0, -40, 100, 90],
    ]);
    expect(images(pdf)[0]).toMatchObject({ Subtype: '/Form', BBox: [0, 0, 40, 20], Matrix: [0.025, 0, 0, 0.05, 0, 0] });
  });

  it('that cannot be read become an empty frame and a diagnostic', async () => {
    const { pdf, rules } = await painted(
      asset('broken.svg', 'image/svg+xml', Buffer.from('<svg><g></svg>')),
      asset('fig/broken.png', 'image/png', Buffer.from('no picture')),
      asset('broken.jpg', 'image/jpeg', jpeg(0xc3, 3)),
      asset('odd.svg', 'image/svg+xml', Buffer.from('<svg><circle r="3" filter="url(#f)"/></svg>')),
    );
    expect(rules).toEqual([
      'picture-is-readable source/broken.svg',
      'picture-is-readable source/fig/broken.png',
      'picture-is-readable source/broken.jpg',
      'svg-is-supported source/odd.svg',
    ]);
    expect(images(pdf).map(({ Subtype }) => Subtype)).toEqual(['/Form', '/Form', '/Form', '/Form']);
  });
});
