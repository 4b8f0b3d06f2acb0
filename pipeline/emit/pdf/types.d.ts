/**
 * What we use of pdfkit 0.20.2, fontkit 2.0.4 and speech-rule-engine 5.0.0-rc.4, private members included;
 * `tests/emit/pdf/contract.test.ts` holds each of them against the installed version.
 */
declare module 'fontkit' {
  export interface FontkitGlyph {
    readonly id: number;
    /** In font units. */
    readonly advanceWidth: number;
  }

  export interface FontkitPathCommand {
    readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
    /** Coordinates in font units; y grows upward. */
    readonly args: readonly number[];
  }

  export interface FontkitPosition {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }

  export interface FontkitRun {
    readonly glyphs: readonly FontkitGlyph[];
    readonly positions: readonly FontkitPosition[];
  }

  export interface FontkitFont {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    /** Negative, below the baseline. */
    readonly descent: number;
    readonly capHeight: number;
    readonly xHeight: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    getGlyph(id: number): { readonly path: { readonly commands: readonly FontkitPathCommand[] } };
    layout(text: string, features?: readonly string[], script?: string): FontkitRun;
  }

  export function create(bytes: Uint8Array): FontkitFont;
}

declare module 'pdfkit' {
  import type { FontkitFont } from 'fontkit';

  /** An indirect object while it is being made. */
  export interface Reference {
    readonly id: number;
    data: Record<string, unknown>;
    /** Private: chunks of the stream. */
    buffer: Uint8Array | Uint8Array[];
    /** Private: whether pdfkit would deflate the stream. */
    compress: boolean;
    end(chunk?: Uint8Array | string): void;
    /** Private: writes the object out. */
    finalize(): void;
  }

  /** Private: a font in one document. */
  export interface EmbeddedFont {
    readonly id: string;
    readonly scale: number;
    readonly subset: { readonly glyphs: number[] };
    /** By CID, in thousandths of the type size. */
    readonly widths: number[];
    /** By CID: code points for ToUnicode. */
    readonly unicode: (readonly number[])[];
    ref(): Reference;
  }

  export interface PdfPage {
    readonly dictionary: Reference;
    readonly content: Reference;
    readonly fonts: Record<string, Reference>;
    readonly xobjects: Record<string, Reference>;
    readonly resources: Reference;
    readonly annotations: Reference[];
    write(chunk: string): void;
  }

  export interface PdfOptions {
    readonly pdfVersion: '1.7';
    readonly subset: 'PDF/A-2a' | 'PDF/A-3a';
    readonly tagged: true;
    readonly lang: string;
    readonly displayTitle: true;
    readonly autoFirstPage: false;
    readonly compress: false;
    readonly font: null;
    readonly info: Readonly<Record<string, string | Date>>;
  }

  export default class PDFDocument {
    constructor(options: PdfOptions);
    readonly page: PdfPage;
    addPage(options: { readonly size: readonly [number, number]; readonly margin: 0 }): this;
    font(font: FontkitFont): this;
    ref(data?: Record<string, unknown>): Reference;
    end(): void;
    read(): Uint8Array | null;
    appendXML(xml: string): void;
    /** What becomes the information dictionary. */
    info: Readonly<Record<string, string | Date>>;
    getStructTreeRoot(): Reference;
    /** Private: the font that `font()` chose. */
    readonly _font: EmbeddedFont;
    /** Private: the catalog. */
    readonly _root: Reference;
    /** Private: the information dictionary, once `end` has made it. */
    readonly _info: Reference;
    /** Private: bytes written. */
    readonly _offset: number;
    /** Private: byte offset of each object, at its number less one. */
    readonly _offsets: (number | null)[];
    /** Private: objects begun and not ended. */
    readonly _waiting: number;
    /** Private. */
    _write(data: Uint8Array | string): void;
    /** Private: the part of the metadata that is about PDF/A. */
    _getPdfaid(): string;
    /** Private: writes the metadata that is not about PDF/A. */
    _addInfo(): void;
    /** Private: writes cross-references and trailer. */
    _finalize(): void;
    _refEnd(reference: Reference): void;
    push(chunk: null): boolean;
  }
}

declare module 'speech-rule-engine' {
  interface Engine {
    setupEngine(options: Readonly<Record<string, string>>): Promise<unknown>;
    /** MathML → words. */
    toSpeech(mathml: string): string;
  }

  const engine: Engine;
  export default engine;
}
