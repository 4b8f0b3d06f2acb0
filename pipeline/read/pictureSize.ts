import { type Asset, isTurned, orientationOf } from '../model/index.ts';

export interface Picture {
  readonly mediaType: Asset['mediaType'];
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What kind of picture the bytes are and how large; undefined when they are none that we know, or broken. */
export function measurePicture(bytes: Uint8Array): Picture | undefined {
  const size = pngSize(bytes) ?? jpegSize(bytes) ?? svgSize(bytes);
  return size && size.width > 0 && size.height > 0 && Number.isFinite(size.width * size.height) ? size : undefined;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** PNG (ISO/IEC 15948): width and height are the first fields of IHDR, which is the first chunk. */
function pngSize(bytes: Uint8Array): Picture | undefined {
  if (bytes.length < 24 || pngSignature.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(12) !== 0x49484452) return undefined; // "IHDR"
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** JPEG (ITU-T T.81): height and width stand in the frame header, SOF0 to SOF15 but for DHT, JPG and DAC. */
function jpegSize(bytes: Uint8Array): Picture | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 2;
  while (offset + 9 < bytes.length) {
    if (bytes[offset] !== 0xff) return undefined;
    const marker = bytes[offset + 1] ?? 0;
    if (marker === 0xff) offset++;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [view.getUint16(offset + 5), view.getUint16(offset + 7)];
      const size = isTurned(orientationOf(bytes)) ? { width: height, height: width } : { width, height };
      return { mediaType: 'image/jpeg', ...size };
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9)) offset += 2;
    else offset += 2 + Math.max(2, view.getUint16(offset + 2));
  }
  return undefined;
}

/** CSS pixels in each unit of CSS and SVG. */
const pixels: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
};

/** SVG: `width` and `height` of the root element, else its `viewBox`; what is in neither is 300 by 150, as in CSS. */
function svgSize(bytes: Uint8Array): Picture | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536));
  const root = /<(?:[a-z][\w-]*:)?svg(?=[\s>/])((?:[^"'<>]|"[^"]*"|'[^']*')*)>/i.exec(withoutProlog(text));
  if (!root) return undefined;
  const attribute = (name: string): string | undefined => {
    const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root[1] ?? '');
    return found?.[1] ?? found?.[2];
  };
  const box = (attribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [boxWidth, boxHeight] = box.length === 4 && box.every(Number.isFinite) ? box.slice(2) : [];
  const width = length(attribute('width'));
  const height = length(attribute('height'));
  const ratio = boxWidth && boxHeight ? boxWidth / boxHeight : undefined;
  return {
    mediaType: 'image/svg+xml',
    width: width ?? (height && ratio ? height * ratio : (boxWidth ?? 300)),
    height: height ?? (width && ratio ? width / ratio : (boxHeight ?? 150)),
  };
}

/** The text from the root element on: comments, declarations and the document type may name `<svg` too. */
function withoutProlog(text: string): string {
  let rest = text.replace(/^\uFEFF/, '').trimStart();
  for (;;) {
    const mark = ['<!--', '<?', '<!DOCTYPE', '<!doctype'].find((each) => rest.startsWith(each));
    if (!mark) return rest.startsWith('<') ? rest : '';
    const end = mark === '<!--' ? '-->' : mark === '<?' ? '?>' : /^[^>[]*\[/.test(rest) ? ']>' : '>';
    const found = rest.indexOf(end, mark.length);
    if (found < 0) return '';
    rest = rest.slice(found + end.length).trimStart();
  }
}

function length(written: string | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(written ?? '') ?? [];
  const factor = pixels[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
