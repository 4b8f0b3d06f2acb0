import { crc32, deflateSync } from 'node:zlib';

/** A PNG to be made. */
export interface PngPicture {
  readonly width: number;
  readonly height: number;
  readonly bits: 1 | 2 | 4 | 8 | 16;
  readonly colourType: 0 | 2 | 3 | 4 | 6;
  readonly interlaced?: boolean;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
  /** Samples of one pixel. */
  pixel(x: number, y: number): readonly number[];
}

const counts = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Writes a PNG whose rows take the five filters in turn. */
export function makePng(picture: PngPicture): Uint8Array {
  const { width, height, bits, colourType, interlaced, palette, transparency } = picture;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colourType, 0, 0, interlaced ? 1 : 0], 8);
  const rows = (interlaced ? passes : ([[0, 0, 1, 1]] as const)).flatMap((pass) => rowsOf(picture, pass));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', Buffer.from(palette))] : []),
    ...(transparency ? [chunk('tRNS', Buffer.from(transparency))] : []),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function rowsOf(picture: PngPicture, [x0, y0, stepX, stepY]: readonly [number, number, number, number]): Buffer[] {
  const { width, height, bits, colourType } = picture;
  const distance = Math.max(1, (counts[colourType] * bits) >> 3);
  const rows: Buffer[] = [];
  let above: Buffer = Buffer.alloc(0);
  for (let y = y0; y < height; y += stepY) {
    const samples: number[] = [];
    for (let x = x0; x < width; x += stepX) samples.push(...picture.pixel(x, y));
    if (samples.length === 0) continue;
    const plain = packed(samples, bits);
    if (above.length === 0) above = Buffer.alloc(plain.length);
    const filter = rows.length % 5;
    const filtered = plain.map(
      (byte, at) => byte - guess(filter, plain[at - distance] ?? 0, above[at] ?? 0, above[at - distance] ?? 0),
    );
    rows.push(Buffer.concat([Buffer.from([filter]), filtered]));
    above = plain;
  }
  return rows;
}

function packed(samples: readonly number[], bits: number): Buffer {
  if (bits === 16) return Buffer.from(samples.flatMap((sample) => [sample >> 8, sample & 255]));
  const row = Buffer.alloc(Math.ceil((samples.length * bits) / 8));
  for (const [index, sample] of samples.entries()) {
    const bit = index * bits;
    row[bit >> 3] = (row[bit >> 3] ?? 0) | (sample << (8 - bits - (bit & 7)));
  }
  return row;
}

function guess(filter: number, a: number, b: number, c: number): number {
  if (filter < 4) return [0, a, b, (a + b) >> 1][filter] ?? 0;
  const p = a + b - c;
  const [da, db, dc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return da <= db && da <= dc ? a : db <= dc ? b : c;
}
