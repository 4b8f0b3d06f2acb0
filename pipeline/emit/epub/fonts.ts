import type { Templates } from '../../model/index.ts';
import type { EpubFile } from './publication.ts';

/** What a book embeds: faces cut down to the characters that it has, and the style that puts them on. */
export interface EmbeddedFonts {
  readonly files: readonly EpubFile[];
  readonly css: string;
}

/** The reader's own. */
export const noFonts: EmbeddedFonts = { files: [], css: '' };

/** A face of the printed pages, by its name in `templates/pdf/faces.json`, and what it is in a style sheet. */
interface BookFace {
  readonly id: string;
  readonly family: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** XHTML that shows that a book needs it; every book, where there is none. */
  readonly where?: RegExp;
}

/** Headings are set in the bold sans, as in print; a slope or weight that is missing is left to the reading system. */
const faces: readonly BookFace[] = [
  { id: 'serif', family: 'Book Serif' },
  { id: 'serif-italic', family: 'Book Serif', italic: true, where: /<(?:em|i|cite|dfn|var)[ >]/ },
  { id: 'serif-bold', family: 'Book Serif', bold: true, where: /<(?:strong|b|th|dt)[ >]/ },
  {
    id: 'serif-bold-italic',
    family: 'Book Serif',
    bold: true,
    italic: true,
    where: /<(?:strong|b)[ >][^<]*<(?:em|i|cite)[ >]|<(?:em|i|cite)[ >][^<]*<(?:strong|b)[ >]/,
  },
  { id: 'sans-bold', family: 'Book Sans', bold: true },
  { id: 'code', family: 'Book Code', where: /<(?:code|pre|kbd|samp)[ >]/ },
];

/** Besides those that a face of print is set with: accents, kerning, ligatures, forms of a language, figures for tables. */
const features = ['ccmp', 'kern', 'liga', 'locl', 'lnum', 'mark', 'mkmk', 'tnum'];

/** Name records of OpenType that a licence is read from: copyright, licence, its address. */
const licence = [0, 13, 14];

/**
 * The faces of the printed pages, for a book that is to be read in them: TrueType, for older readers know no other.
 *
 * @param pages - XHTML of everything that the book shows.
 */
export async function embeddedFonts(pages: readonly string[], templates: Templates): Promise<EmbeddedFonts> {
  const text = [...new Set(pages.join(''))].sort().join('');
  const named = JSON.parse(templates.text('pdf/faces.json')) as Record<string, { file: string; features: string[] }>;
  const { default: subset } = await import('subset-font');
  const files: EpubFile[] = [];
  const rules: string[] = [];
  for (const face of faces) {
    const source = named[face.id];
    if (!source || (face.where && !pages.some((page) => face.where?.test(page)))) continue;
    const bytes = await subset(Buffer.from(templates.bytes(`fonts/${source.file}`)), text, {
      targetFormat: 'truetype',
      preserveNameIds: licence,
      keepFeatures: [...features, ...source.features],
    });
    const path = `fonts/${face.id}.ttf`;
    files.push({ id: `font-${face.id}`, path, mediaType: 'font/ttf', bytes });
    rules.push(ruleOf(face, path));
  }
  return { files, css: `\n${rules.join('\n')}\n\n${templates.text('epub/fonts.css')}` };
}

function ruleOf({ family, bold, italic }: BookFace, path: string): string {
  const weight = bold ? ' font-weight: bold;' : '';
  const style = italic ? ' font-style: italic;' : '';
  return `@font-face { font-family: "${family}";${weight}${style} src: url("${path}"); }`;
}
