import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { Orientation } from '../../../model/index.ts';

/** A picture of pixels, as an image object holds it. ISO 32000-1, 8.9.5. */
export interface Raster {
  readonly kind: 'raster';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly colours: Colours;
  /** As the filter leaves it. */
  readonly data: Uint8Array;
  /** Undefined: `data` is plain. */
  readonly filter?: 'DCTDecode' | 'FlateDecode';
  /** `data` was filtered row by row, as PNG does. */
  readonly predicted?: boolean;
  /** Four colours stored inverted, as Adobe's programs do. */
  readonly inverted?: boolean;
  /** How it is to be turned; 1 unless told. */
  readonly orientation?: Orientation;
  /** Opacity of each pixel, 0 to 255; absent when all is opaque. */
  readonly alpha?: Uint8Array;
}

export type Colours = 'grey' | 'rgb' | 'cmyk' | { readonly palette: Uint8Array };

/** From the unit square of an image object to that square turned as its Exif asks. */
const turns: Readonly<Record<Orientation, string>> = {
  1: '1 0 0 1 0 0',
  2: '-1 0 0 1 1 0',
  3: '-1 0 0 -1 1 1',
  4: '1 0 0 -1 0 1',
  5: '0 -1 -1 0 1 1',
  6: '0 -1 1 0 0 1',
  7: '0 1 1 0 0 0',
  8: '0 1 -1 0 1 0',
};

/** Writes the picture; one that is to be turned in a form that turns it. Both are painted into the unit square. */
export function rasterInFile(doc: PDFDocument, raster: Raster): Reference {
  const image = imageInFile(doc, raster);
  const { orientation = 1 } = raster;
  if (orientation === 1) return image;
  const resources = { XObject: { I: image } };
  const form = doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1], Resources: resources });
  form.end(`q ${turns[orientation]} cm /I Do Q`);
  return form;
}

function imageInFile(doc: PDFDocument, raster: Raster): Reference {
  const { width, height, bits } = raster;
  const shape = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height };
  const image = doc.ref({
    ...shape,
    BitsPerComponent: bits,
    ColorSpace: colourSpace(doc, raster.colours),
    ...(raster.inverted && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
    ...(raster.filter && { Filter: raster.filter }),
    ...(raster.predicted && {
      DecodeParms: { Predictor: 15, Colors: components(raster.colours), BitsPerComponent: bits, Columns: width },
    }),
  });
  if (raster.alpha) {
    const mask = doc.ref({ ...shape, BitsPerComponent: 8, ColorSpace: 'DeviceGray' });
    mask.end(raster.alpha);
    image.data.SMask = mask;
  }
  image.end(raster.data);
  return image;
}

function components(colours: Colours): number {
  return colours === 'rgb' ? 3 : colours === 'cmyk' ? 4 : 1;
}

function colourSpace(doc: PDFDocument, colours: Colours): unknown {
  if (colours === 'grey') return 'DeviceGray';
  if (colours === 'rgb') return 'DeviceRGB';
  if (colours === 'cmyk') return inksAsRgb(doc);
  return ['Indexed', 'DeviceRGB', colours.palette.length / 3 - 1, colours.palette];
}

/**
 * Four inks, with the rule that turns them into red, green and blue. `DeviceCMYK` itself is not allowed in a PDF/A
 * whose output intent is sRGB.
 */
function inksAsRgb(doc: PDFDocument): unknown {
  const tint = doc.ref({ FunctionType: 4, Domain: [0, 1, 0, 1, 0, 1, 0, 1], Range: [0, 1, 0, 1, 0, 1] });
  // c m y k: each colour ink in turn, with black added, at most 1, is taken from white
  const take = (black: number): string => `4 -1 roll ${black} index add dup 1 gt {pop 1} if 1 exch sub`;
  tint.end(Buffer.from(`{${take(1)} ${take(2)} ${take(3)} 4 -1 roll pop}`, 'latin1'));
  return ['DeviceN', ['Cyan', 'Magenta', 'Yellow', 'Black'], 'DeviceRGB', tint];
}
