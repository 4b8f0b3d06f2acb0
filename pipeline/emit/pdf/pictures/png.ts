import { unzlibSync } from 'fflate';
import { type PngFile, readChunks, samplesOf } from './png-file.ts';
import { unfilter } from './png-rows.ts';
import { readSamples } from './png-samples.ts';
import type { Raster } from './raster.ts';

/** @returns Undefined when the file is no PNG or is damaged. */
export function readPng(bytes: Uint8Array): Raster | undefined {
  const png = readChunks(bytes);
  if (!png) return undefined;
  try {
    return isPlain(png) ? passThrough(png) : decode(png);
  } catch {
    return undefined; // the deflated data is damaged
  }
}

/** PDF filters rows exactly as PNG does, so that what has no transparency and no interlacing need not be unpacked. */
function isPlain({ colourType, interlaced, transparency, bits }: PngFile): boolean {
  return colourType <= 3 && !interlaced && !transparency && (bits < 16 || colourType !== 3);
}

function passThrough(png: PngFile): Raster | undefined {
  const rows = (1 + Math.ceil((png.width * png.bits * samplesOf[png.colourType]) / 8)) * png.height;
  if (unzlibSync(png.data).length < rows) return undefined;
  const colours =
    png.colourType === 0 ? 'grey' : png.colourType === 2 ? 'rgb' : { palette: png.palette ?? new Uint8Array(3) };
  const { width, height, bits, data } = png;
  return { kind: 'raster', width, height, bits, colours, data, filter: 'FlateDecode', predicted: true };
}

function decode(png: PngFile): Raster {
  const pixels = unfilter(png, unzlibSync(png.data));
  const { colours, data, alpha } = readSamples(png, pixels);
  const opaque = alpha.every((value) => value === 255);
  return { kind: 'raster', width: png.width, height: png.height, bits: 8, colours, data, ...(!opaque && { alpha }) };
}
