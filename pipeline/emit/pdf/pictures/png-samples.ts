import { type PngFile, samplesOf } from './png-file.ts';

export interface Samples {
  readonly colours: 'grey' | 'rgb';
  /** Eight bits a sample. */
  readonly data: Uint8Array;
  readonly alpha: Uint8Array;
}

/** Samples of any kind of PNG → eight-bit colour, and opacity apart. */
export function readSamples(png: PngFile, samples: Uint16Array): Samples {
  if (png.colourType === 3) return fromPalette(png, samples);
  const count = samplesOf[png.colourType];
  const colourCount = png.colourType === 2 || png.colourType === 6 ? 3 : 1;
  const pixels = png.width * png.height;
  const data = new Uint8Array(pixels * colourCount);
  const alpha = new Uint8Array(pixels).fill(255);
  const highest = 2 ** png.bits - 1;
  const key = transparentColour(png, colourCount);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const at = pixel * count;
    for (let k = 0; k < colourCount; k++) data[pixel * colourCount + k] = toByte(samples[at + k], highest);
    if (count > colourCount) alpha[pixel] = toByte(samples[at + colourCount], highest);
    else if (key?.every((value, k) => value === samples[at + k])) alpha[pixel] = 0;
  }
  return { colours: colourCount === 3 ? 'rgb' : 'grey', data, alpha };
}

function fromPalette(png: PngFile, samples: Uint16Array): Samples {
  const palette = png.palette ?? new Uint8Array();
  const data = new Uint8Array(samples.length * 3);
  const alpha = new Uint8Array(samples.length);
  for (const [pixel, index] of samples.entries()) {
    for (let k = 0; k < 3; k++) data[pixel * 3 + k] = palette[index * 3 + k] ?? 0;
    alpha[pixel] = png.transparency?.[index] ?? 255;
  }
  return { colours: 'rgb', data, alpha };
}

/** The one colour that PNGs without an alpha channel may declare transparent, in samples of the picture's own depth. */
function transparentColour({ transparency }: PngFile, count: number): number[] | undefined {
  if (!transparency || transparency.length < count * 2) return undefined;
  return Array.from({ length: count }, (_, k) => ((transparency[k * 2] ?? 0) << 8) | (transparency[k * 2 + 1] ?? 0));
}

const toByte = (sample: number | undefined, highest: number): number => Math.round(((sample ?? 0) * 255) / highest);
