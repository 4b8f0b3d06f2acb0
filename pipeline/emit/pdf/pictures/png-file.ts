import { addTo } from '../../../model/index.ts';
/** What the chunks of a PNG say. W3C Portable Network Graphics (PNG) Specification, third edition. */
export interface PngFile {
  readonly width: number;
  readonly height: number;
  /** 1, 2, 4, 8 or 16 for each sample. */
  readonly bits: number;
  /** 0 grey, 2 rgb, 3 palette, 4 grey and alpha, 6 rgb and alpha. */
  readonly colourType: 0 | 2 | 3 | 4 | 6;
  readonly interlaced: boolean;
  readonly palette?: Uint8Array;
  /** Alpha of palette entries, or the one colour that is transparent. */
  readonly transparency?: Uint8Array;
  /** Deflated. */
  readonly data: Uint8Array;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Samples of a pixel, by colour type. */
export const samplesOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

/** @returns Undefined when it is no PNG, or its chunks do not hold together. */
export function readChunks(bytes: Uint8Array): PngFile | undefined {
  if (!signature.every((byte, index) => bytes[index] === byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = new Map<string, Uint8Array[]>();
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return undefined;
    addTo(chunks, name, bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return fileOf(chunks);
}

function fileOf(chunks: ReadonlyMap<string, readonly Uint8Array[]>): PngFile | undefined {
  const header = chunks.get('IHDR')?.[0];
  const data = chunks.get('IDAT');
  if (!header || header.length < 13 || !data) return undefined;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const colourType = view.getUint8(9);
  const palette = chunks.get('PLTE')?.[0];
  const transparency = chunks.get('tRNS')?.[0];
  if (!isColourType(colourType) || (colourType === 3 && !palette)) return undefined;
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    bits: view.getUint8(8),
    colourType,
    interlaced: view.getUint8(12) === 1,
    ...(palette && { palette }),
    ...(transparency && { transparency }),
    data: new Uint8Array(Buffer.concat(data)),
  };
}

const isColourType = (value: number): value is PngFile['colourType'] => Object.hasOwn(samplesOf, value);
