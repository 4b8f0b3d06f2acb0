/** Measures, type and colours of printed pages. Lengths in points; their source is the project's page on how it looks. */
import type { Colour, FaceId, Points } from './display.ts';

/** One line of body text; all vertical space is a multiple of its half. */
export const line: Points = 15.5;
export const halfLine: Points = line / 2;

/** Width of the text, about 68 characters of the body face. */
export const measure: Points = 340;
/** What a wide table or picture may take, into the outer margin. */
export const wideMeasure: Points = 440;
/** Indent of list items, quotations and descriptions. */
export const indent: Points = 18;
/** However deep blocks nest, lines do not get narrower than this. */
export const leastMeasure: Points = 150;

export const colours = {
  ink: '#1a1d21',
  quiet: '#4a5058',
  hinge: '#b9b4a8',
  link: '#0b4a7a',
  shade: '#f5f4f0',
} as const satisfies Record<string, Colour>;

export const hairline: Points = 0.5;

export interface Paper {
  readonly width: Points;
  readonly height: Points;
  /** Margin on the side of the fold. */
  readonly inside: Points;
  readonly top: Points;
  /** Height of the text: whole lines. */
  readonly textHeight: Points;
}

const bottomMargin: Points = 86;

function paper(width: Points, height: Points): Paper {
  const top = 80;
  // 108 inside and 164 outside on Letter; the same proportion on other widths.
  const inside = ((width - measure) * 108) / (108 + 164);
  return { width, height, inside, top, textHeight: Math.floor((height - top - bottomMargin) / line) * line };
}

export const papers = { letter: paper(612, 792), a4: paper(595.28, 841.89) } as const;

export type Family = 'serif' | 'sans' | 'code';

export interface TextStyle {
  readonly family: Family;
  readonly size: Points;
  readonly leading: Points;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour: Colour;
  readonly align: 'justify' | 'left' | 'right' | 'centre';
  readonly hyphenate: boolean;
}

const text: TextStyle = {
  family: 'serif',
  size: 11,
  leading: line,
  colour: colours.ink,
  align: 'justify',
  hyphenate: true,
};

const sans = { family: 'sans', align: 'left', hyphenate: false } as const;

export const styles = {
  text,
  note: { ...text, size: 8.5, leading: 11.5 },
  table: { ...text, ...sans, size: 9.5, leading: 13, hyphenate: true },
  denseTable: { ...text, ...sans, size: 8, leading: 11, hyphenate: true },
  caption: { ...text, ...sans, size: 9, leading: 12.5, colour: colours.quiet },
  code: { ...text, ...sans, family: 'code', size: 8.5, leading: 12 },
  aside: { ...text, ...sans, size: 9.5, leading: 13.5, hyphenate: true },
  admonitionTitle: { ...text, ...sans, size: 9.5, leading: line, bold: true },
  title: { ...text, ...sans, size: 31.7, leading: 38 },
  subtitle: { ...text, ...sans, size: 16, leading: 22, colour: colours.quiet },
  imprint: { ...text, ...sans, size: 11, leading: line },
  otherTitle: { ...text, ...sans, size: 16, leading: 20 },
  small: { ...text, ...sans, size: 9, leading: 13, colour: colours.quiet },
  colophon: { ...text, ...sans, size: 8.5, leading: 11.5 },
  runningHead: { ...text, ...sans, size: 8.5, leading: 11, colour: colours.quiet },
  mark: { ...text, ...sans, size: 11, leading: line, bold: true },
} as const satisfies Record<string, TextStyle>;

export interface HeadingStyle extends TextStyle {
  /** To the eye the space above is twice the space below; with the line itself they fill whole half lines. */
  readonly above: Points;
  readonly below: Points;
}

/** White that lines themselves add on both sides of a heading: what is not filled by capitals. */
const leadingAround: Points = 8.8;

function heading(
  size: Points,
  leading: Points,
  options: { room: Points; bold?: boolean; italic?: boolean },
): HeadingStyle {
  const { room, ...face } = options;
  const below = (room - leading - leadingAround) / 3;
  return { ...text, ...sans, size, leading, ...face, above: room - leading - below, below };
}

/** By depth, from 1. `room`: a one-line heading with the space around it. */
export const headings: readonly HeadingStyle[] = [
  heading(22, 26, { room: 10 * halfLine }),
  heading(16, 20, { room: 7 * halfLine }),
  heading(12.5, 16, { room: 5 * halfLine, bold: true }),
  heading(11, line, { room: 4 * halfLine, bold: true }),
  heading(11, line, { room: 4 * halfLine, bold: true, italic: true }),
  heading(11, line, { room: 4 * halfLine, italic: true }),
];

export function faceOf(style: { readonly family: Family; readonly bold?: boolean; readonly italic?: boolean }): FaceId {
  if (style.family === 'code') return style.bold ? 'code-bold' : 'code';
  if (style.bold) return style.italic ? `${style.family}-bold-italic` : `${style.family}-bold`;
  return style.italic ? `${style.family}-italic` : style.family;
}
