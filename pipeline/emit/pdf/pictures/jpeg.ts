import { orientationOf } from '../../../model/index.ts';
import type { Colours, Raster } from './raster.ts';

/** Start-of-frame markers that `DCTDecode` reads: baseline, extended and progressive. */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

/** Other starts of frames: lossless, hierarchical, arithmetic. */
const otherFrames: ReadonlySet<number> = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

const adobe = 0xee;
const startOfScan = 0xda;

/**
 * A JPEG goes into the file as it is; only its header is read. ITU-T T.81, annex B.
 *
 * @returns Undefined when it is no JPEG, or of a kind that PDF does not know.
 */
export function readJpeg(bytes: Uint8Array): Raster | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let inverted = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // padding
      continue;
    }
    if (otherFrames.has(marker) || marker === startOfScan) return undefined;
    const length = view.getUint16(at + 2);
    if (marker === adobe && length >= 14) inverted = true;
    if (frames.has(marker)) {
      const raster = at + 10 <= bytes.length ? frame(bytes, at + 4, inverted) : undefined;
      const orientation = orientationOf(bytes);
      return raster && (orientation === 1 ? raster : { ...raster, orientation });
    }
    at += 2 + length;
  }
  return undefined;
}

/** @param at - Offset of the frame's precision. */
function frame(data: Uint8Array, at: number, inverted: boolean): Raster | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const bits = view.getUint8(at);
  const height = view.getUint16(at + 1);
  const width = view.getUint16(at + 3);
  const colours = coloursOf(view.getUint8(at + 5));
  if (bits !== 8 || width === 0 || height === 0 || !colours) return undefined;
  return {
    kind: 'raster',
    width,
    height,
    bits,
    colours,
    data,
    filter: 'DCTDecode',
    inverted: inverted && colours === 'cmyk',
  };
}

function coloursOf(components: number): Colours | undefined {
  return components === 1 ? 'grey' : components === 3 ? 'rgb' : components === 4 ? 'cmyk' : undefined;
}
