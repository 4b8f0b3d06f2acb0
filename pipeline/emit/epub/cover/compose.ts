import type { Outliner } from './outline.ts';

/** Size of a cover, in pixels, as booksellers ask for it. */
const width = 1600;
const height = 2400;

const margin = 160;
const measure = width - 2 * margin;

/** Type sizes of the title, in pixels, the largest first: those of a scale of 1.2. */
const titleSizes = [216, 180, 150, 125, 104, 87, 72, 60, 50];
const subtitleSize = 72;
const publisherSize = 56;
const markSize = 80;
/** Distance of baselines, in units of the type size. */
const leading = 1.18;

/** What the template of the cover fills in: path data and, for the hinge, the y of its upper edge. */
export interface CoverComposition {
  readonly width: number;
  readonly height: number;
  readonly hinge: number;
  readonly title: string;
  readonly lower: string;
}

export interface CoverWords {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly publisher?: string | undefined;
  /** A second title, as large as the first: it hangs under the hinge. */
  readonly below?: string | undefined;
  /** Stands above everything, in the margin: that this is a draft. */
  readonly mark?: string | undefined;
}

/** Two equal leaves on a hinge that lies on its side: the title stands on it, what explains the title hangs under it. */
export function composeCover(words: CoverWords, faces: { serif: Outliner; sans: Outliner }): CoverComposition {
  const { serif, sans } = faces;
  const hinge = height / 2;
  const room = hinge - 2 * margin;
  const below = words.below === undefined ? undefined : fitTitle(words.below, serif, room - 2 * publisherSize);
  const own = fitTitle(words.title, serif, room);
  const size = Math.min(own.size, below?.size ?? own.size); // neither is the larger
  const lines = size === own.size ? own.lines : breakWords(words.title, { face: serif, size });
  const above = hinge - margin * 0.75 - (lines.length - 1) * size * leading;
  const mark = setLines(words.mark ? [words.mark] : [], sans, { y: margin, size: markSize });
  const title = `${mark}${setLines(lines, serif, { y: above, size })}`;
  const hanging =
    below === undefined
      ? { lines: breakWords(words.subtitle ?? '', { face: serif, size: subtitleSize }), size: subtitleSize }
      : { lines: breakWords(words.below ?? '', { face: serif, size }), size };
  const under = setLines(hanging.lines, serif, { y: hinge + margin * 0.75 + hanging.size, size: hanging.size });
  const publisher = breakWords(words.publisher ?? '', { face: sans, size: publisherSize });
  const foot = height - margin - (publisher.length - 1) * publisherSize * leading;
  const lower = `${under}${setLines(publisher, sans, { y: foot, size: publisherSize })}`;
  return { width, height, hinge: hinge - 2, title, lower };
}

/** The largest size at which every word fits the measure and all lines fit the leaf. */
function fitTitle(title: string, face: Outliner, room: number): { lines: string[]; size: number } {
  const smallest = titleSizes.at(-1) ?? 50;
  const fits = (size: number): boolean => {
    const lines = breakWords(title, { face, size });
    return lines.length * size * leading <= room && lines.every((line) => face.width(line) * size <= measure);
  };
  const size = titleSizes.find(fits) ?? smallest;
  const lines = breakWords(title, { face, size });
  const most = Math.floor(room / (size * leading));
  if (lines.length <= most) return { lines, size };
  return { lines: [...lines.slice(0, most - 1), `${lines[most - 1]} …`], size };
}

/** As few lines as possible, and these as even as possible: the narrowest measure that needs no further line. */
function breakWords(text: string, type: { face: Outliner; size: number }): string[] {
  const words = text.split(/[\t\n\r ]+/).filter((word) => word !== '');
  const least = fill(words, measure, type);
  for (let narrow = measure / 2; narrow < measure; narrow += 20) {
    const lines = fill(words, narrow, type);
    if (lines.length === least.length && lines.every((line) => type.face.width(line) * type.size <= measure))
      return lines;
  }
  return least;
}

function fill(words: readonly string[], room: number, { face, size }: { face: Outliner; size: number }): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? undefined : `${last} ${word}`;
    if (longer !== undefined && face.width(longer) * size <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function setLines(lines: readonly string[], face: Outliner, { y, size }: { y: number; size: number }): string {
  return lines.map((line, index) => face.path(line, { x: margin, y: y + index * size * leading, size })).join('');
}
