/** Measures, type and colours of printed pages, as the theme gives them. Lengths in points. */
import type { Theme, ThemeColour, ThemePaper, ThemeStyle, ThemeStyleName } from '../model/index.ts';
import type { Colour, FaceId, Points } from './display.ts';

/** All that layout knows of how pages look. */
export interface Sheet {
  readonly paper: Paper;
  /** One line of body text; all vertical space is a multiple of its half. */
  readonly line: Points;
  readonly halfLine: Points;
  /** Width of the text. */
  readonly measure: Points;
  /** The same sheet with its longer side at the top, for tables that are too wide. */
  readonly turned: { readonly paper: Paper; readonly measure: Points };
  /** What a wide table or picture may take, into the outside margin. */
  readonly wideMeasure: Points;
  /** Indent of list items, quotations and descriptions. */
  readonly indent: Points;
  /** However deep blocks nest, lines do not get narrower than this. */
  readonly leastMeasure: Points;
  readonly hairline: Points;
  readonly colours: Readonly<Record<ThemeColour, Colour>>;
  readonly styles: Readonly<Record<ThemeStyleName, TextStyle>>;
  /** By depth, from 1. */
  readonly headings: readonly HeadingStyle[];
  readonly paragraphs: Theme['paragraphs'];
  readonly hangingPunctuation: boolean;
  readonly acronyms: Theme['acronyms'];
  readonly watermark: boolean;
}

interface Paper {
  readonly width: Points;
  readonly height: Points;
  /** Margin on the side of the fold. */
  readonly inside: Points;
  readonly top: Points;
  /** Height of the text: whole lines. */
  readonly textHeight: Points;
}

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

export interface HeadingStyle extends TextStyle {
  /** To the eye the space above is twice the space below; with the line itself they fill whole half lines. */
  readonly above: Points;
  readonly below: Points;
}

/** What a theme means on one kind of paper. */
export function sheetOf(theme: Theme, paper: keyof Theme['papers']): Sheet {
  const { line, wide, indent, hairline, colours, paragraphs, hangingPunctuation, acronyms, watermark } = theme;
  const sheet = theme.papers[paper];
  const { inside, outside } = sheet.margins;
  const measure = sheet.width - inside - outside;
  const styles = Object.entries(theme.styles).map(([name, style]) => [name, textStyle(style)]);
  return {
    paper: paperOf(sheet, line),
    line,
    halfLine: line / 2,
    measure,
    turned: turnedPaper(sheet, line),
    wideMeasure: measure + Math.min(wide, Math.max(0, outside - leastMargin)),
    indent,
    leastMeasure: Math.min(150, measure),
    hairline,
    colours,
    styles: Object.fromEntries(styles) as Sheet['styles'],
    headings: theme.headings.map((style) => heading(style, (style.room * line) / 2)),
    paragraphs,
    hangingPunctuation,
    acronyms,
    watermark,
  };
}

/** Printers do not reach the edge of the sheet. */
const leastMargin: Points = 18;

function paperOf({ width, height, margins }: ThemePaper, line: Points): Paper {
  const { inside, top, bottom } = margins;
  return { width, height, inside, top, textHeight: Math.floor((height - top - bottom) / line) * line };
}

/** The text is as wide as that of other pages is high. */
function turnedPaper(paper: ThemePaper, line: Points): Sheet['turned'] {
  const measure = paperOf(paper, line).textHeight;
  const side = (paper.height - measure) / 2;
  const { top, bottom } = paper.margins;
  const margins = { inside: side, outside: side, top, bottom };
  return { paper: paperOf({ width: paper.height, height: paper.width, margins }, line), measure };
}

function textStyle({ face, ...style }: ThemeStyle): TextStyle {
  return { family: face, ...style };
}

/** White that lines themselves add on both sides of a heading: what is not filled by capitals. */
const leadingAround: Points = 8.8;

/** @param room - Of a heading of one line with the space around it. */
function heading(style: ThemeStyle, room: Points): HeadingStyle {
  const below = Math.max(0, (room - style.leading - leadingAround) / 3);
  return { ...textStyle(style), above: Math.max(0, room - style.leading - below), below };
}

interface FaceChoice {
  readonly family: Family;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Where the family has them in this weight and slope; elsewhere nothing changes. */
  readonly smallCapitals?: boolean;
}

export function faceOf(style: FaceChoice): FaceId {
  if (style.smallCapitals && style.family === 'serif' && !style.bold && !style.italic) return 'serif-small-capitals';
  if (style.family === 'code') return style.bold ? 'code-bold' : 'code';
  if (style.bold) return style.italic ? `${style.family}-bold-italic` : `${style.family}-bold`;
  return style.italic ? `${style.family}-italic` : style.family;
}
