/**
 * How printed pages look, as `templates/pdf/theme.yaml` says it: a publisher's own words over ours, checked.
 * Lengths are in points, 1/72 inch.
 */
export interface Theme {
  readonly papers: { readonly letter: ThemePaper; readonly a4: ThemePaper };
  /** How far what is wider than the text may reach into the outside margin. */
  readonly wide: number;
  /** One line of the text; blocks stand on a grid of its half. */
  readonly line: number;
  /** Of list items, quotations and descriptions. */
  readonly indent: number;
  /** Half a line between paragraphs, or first lines that are indented. */
  readonly paragraphs: 'spaced' | 'indented';
  readonly hangingPunctuation: boolean;
  /** How acronyms stand in upright text of the serif face. */
  readonly acronyms: 'capitals' | 'small-capitals';
  /** The mark of a draft stands behind the text of its pages too. */
  readonly watermark: boolean;
  /** `#rrggbb`. */
  readonly colours: Readonly<Record<ThemeColour, string>>;
  /** Thickness of thin rules. */
  readonly hairline: number;
  readonly styles: Readonly<Record<ThemeStyleName, ThemeStyle>>;
  /** By depth, from 1. */
  readonly headings: readonly (ThemeStyle & { readonly room: number })[];
}

export interface ThemePaper {
  readonly width: number;
  readonly height: number;
  /** `inside`: on the side of the fold. */
  readonly margins: Readonly<Record<'inside' | 'top' | 'outside' | 'bottom', number>>;
}

export type ThemeColour = 'ink' | 'quiet' | 'hinge' | 'link' | 'shade' | 'watermark';

export type ThemeStyleName =
  | 'text'
  | 'note'
  | 'table'
  | 'denseTable'
  | 'caption'
  | 'code'
  | 'aside'
  | 'admonitionTitle'
  | 'title'
  | 'subtitle'
  | 'imprint'
  | 'otherTitle'
  | 'small'
  | 'colophon'
  | 'runningHead'
  | 'mark'
  | 'watermark';

/** How one kind of text is set. */
export interface ThemeStyle {
  readonly face: 'serif' | 'sans' | 'code';
  readonly size: number;
  readonly leading: number;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly align: 'justify' | 'left' | 'right' | 'centre';
  readonly hyphenate: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
}
