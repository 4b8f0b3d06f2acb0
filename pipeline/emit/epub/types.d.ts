/** subset-font 2.9.0 brings no types. */
declare module 'subset-font' {
  interface Options {
    readonly targetFormat?: 'truetype' | 'sfnt' | 'woff' | 'woff2';
    /** OpenType name records to keep besides those that name the font. */
    readonly preserveNameIds?: readonly number[];
    /** Only these OpenType features; all, unless told. */
    readonly keepFeatures?: readonly string[];
  }
  /** @param text - Whose characters the font keeps. */
  export default function subsetFont(font: Uint8Array, text: string, options?: Options): Promise<Uint8Array>;
}
