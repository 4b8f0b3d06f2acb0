import { Eta } from 'eta';
import type { EditionId, Templates } from '../../../model/index.ts';
import { type CoverWords, composeCover } from './compose.ts';
import { outlinerOf } from './outline.ts';
import { paintSvg } from './paint.ts';
import { pngOf } from './png.ts';

const kinds = [
  { extension: 'jpg', mediaType: 'image/jpeg' },
  { extension: 'png', mediaType: 'image/png' },
] as const;

/** The picture that a publisher put among its templates for the book's cover; undefined when there is none. */
export function ownCover(
  edition: EditionId,
  templates: Templates,
): { path: string; mediaType: string; bytes: Uint8Array } | undefined {
  for (const { extension, mediaType } of kinds) {
    const name = `epub/cover-${edition}.${extension}`;
    if (templates.has?.(name)) return { path: `images/cover.${extension}`, mediaType, bytes: templates.bytes(name) };
  }
  return undefined;
}

/** Painting is dear, and a cover changes with its words alone. */
const remembered = new WeakMap<Templates, Map<string, Promise<Uint8Array>>>();

/** The cover of a book as a PNG of 1600 × 2400 pixels, painted from the template `epub/cover.svg.eta`. */
export function coverOf(
  { title, subtitle, publisher, mark, below }: CoverWords,
  templates: Templates,
): Promise<Uint8Array> {
  const words: CoverWords = { title, subtitle, publisher, mark, below };
  const covers = remembered.get(templates) ?? new Map<string, Promise<Uint8Array>>();
  remembered.set(templates, covers);
  const key = JSON.stringify(words);
  const cover = covers.get(key) ?? paintCover(words, templates);
  covers.set(key, cover);
  return cover;
}

async function paintCover(words: CoverWords, templates: Templates): Promise<Uint8Array> {
  const { create } = await import('fontkit');
  const face = (file: string) => outlinerOf(create(templates.bytes(`fonts/${file}`)));
  const faces = { serif: face('SourceSerif4-Regular.ttf'), sans: face('SourceSans3-Regular.ttf') };
  const svg = new Eta().renderString(templates.text('epub/cover.svg.eta'), composeCover(words, faces));
  return pngOf(paintSvg(svg));
}
