import type { FaceId, Fonts } from '../../../layout/index.ts';
import type { Templates } from '../../../model/index.ts';
import { faceOf, type PaintedFace } from './face.ts';
import { Shaper } from './shaper.ts';

/** Every face of the publication, ready to measure and to paint. */
export type PaintedFonts = (id: FaceId) => PaintedFace;

interface FaceFile {
  /** In `templates/fonts/`. */
  readonly file: string;
  /** OpenType features besides the usual ones. */
  readonly features: readonly string[];
}

/** Which faces help out, in order of likeness, where a face lacks a character. */
const helpers: Readonly<Record<FaceId, readonly FaceId[]>> = {
  serif: ['sans', 'code'],
  'serif-italic': ['serif', 'sans-italic', 'sans', 'code'],
  'serif-bold': ['sans-bold', 'sans', 'code'],
  'serif-small-capitals': ['serif', 'sans', 'code'],
  'serif-bold-italic': ['serif-bold', 'sans-bold-italic', 'sans-bold', 'sans', 'code'],
  sans: ['serif', 'code'],
  'sans-italic': ['sans', 'serif-italic', 'serif', 'code'],
  'sans-bold': ['serif-bold', 'sans', 'code'],
  'sans-bold-italic': ['sans-bold', 'serif-bold-italic', 'sans', 'code'],
  code: ['sans', 'serif'],
  'code-bold': ['code', 'sans-bold', 'sans', 'serif'],
};

const faceIds = Object.keys(helpers) as FaceId[];

/** Parsing and measuring are dear, and the same templates serve every edition and every rebuild. */
const remembered = new WeakMap<Templates, Promise<PaintedFonts>>();

/**
 * The faces that `templates/pdf/faces.json` names.
 *
 * @throws when the file does not name every face, or a font file cannot be read.
 */
export function loadFonts(templates: Templates): Promise<PaintedFonts> {
  const known = remembered.get(templates);
  if (known) return known;
  const made = readFonts(templates);
  remembered.set(templates, made);
  return made;
}

async function readFonts(templates: Templates): Promise<PaintedFonts> {
  const { create } = await import('fontkit');
  const files = faceFiles(templates.text('pdf/faces.json'));
  const shapers = new Map(
    faceIds.map((id) => {
      const { file, features } = files[id];
      return [id, new Shaper(create(templates.bytes(`fonts/${file}`)), features)];
    }),
  );
  const shaper = (id: FaceId): Shaper => shapers.get(id) as Shaper;
  const faces = new Map(faceIds.map((id) => [id, faceOf(id, [shaper(id), ...helpers[id].map(shaper)])]));
  return ((id) => faces.get(id)) as PaintedFonts satisfies Fonts;
}

function faceFiles(text: string): Readonly<Record<FaceId, FaceFile>> {
  const files = JSON.parse(text) as Partial<Record<FaceId, FaceFile>>;
  const { serif } = files;
  // Small capitals are made of the serif unless the file names a face for them.
  if (serif) files['serif-small-capitals'] ??= { ...serif, features: [...(serif.features ?? []), 'smcp', 'c2sc'] };
  for (const id of faceIds) {
    const face = files[id];
    if (typeof face?.file !== 'string' || !Array.isArray(face.features)) {
      throw new Error(`templates/pdf/faces.json: “${id}” needs “file” and “features”`);
    }
  }
  return files as Readonly<Record<FaceId, FaceFile>>;
}
