/** What the cover needs of fontkit 2.0.4 besides what `emit/pdf` declares: outlines. Held by `tests/emit/epub/contract.test.ts`. */
declare module 'fontkit' {
  interface FontkitGlyph {
    /** In font units, y upward; a getter of every outline glyph. */
    readonly path?: FontkitPath;
  }

  interface FontkitPath {
    /** Matrix in the order of SVG's `matrix()`. */
    transform(a: number, b: number, c: number, d: number, e: number, f: number): FontkitPath;
    /** Absolute `M L Q C Z`. */
    toSVG(): string;
  }
}
