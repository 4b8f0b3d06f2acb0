import type { Face, FaceId, Fonts } from '../../pipeline/layout/index.ts';

/** Faces without files: narrow, ordinary and wide letters, and a little kerning, so that sums of parts do not add up. */
export function fakeFonts(): Fonts {
  const faces = new Map<FaceId, Face>();
  return (id) => {
    const face = faces.get(id) ?? fakeFace(id);
    faces.set(id, face);
    return face;
  };
}

function fakeFace(id: FaceId): Face {
  const code = id.startsWith('code');
  const factor = id.includes('bold') ? 1.06 : 1;
  const advance = (character: string): number => {
    if (code) return 600;
    if (/[\u0300-\u036f]/.test(character)) return 0;
    if (/[ \u00a0]/.test(character)) return 230 * factor;
    if (/[ijlt.,;:!'’()\u202f-]/.test(character)) return 290 * factor;
    return (/[mwMW—]/.test(character) ? 820 : 510) * factor;
  };
  return {
    id,
    ascent: 1000,
    descent: 320,
    capHeight: 660,
    xHeight: 480,
    width(text) {
      let width = 0;
      for (const character of text) width += advance(character);
      return code ? width : width - 15 * (text.match(/A[vV]|T[aeo]|f[io]|r[ae]/g)?.length ?? 0);
    },
    has: (codePoint) => codePoint < 0x3000,
  };
}
