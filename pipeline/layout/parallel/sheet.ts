/** Measures and type of pages on which both languages stand side by side, derived from the theme. */
import type { Theme, ThemePaper, ThemeStyle } from '../../model/index.ts';
import type { Points } from '../display.ts';
import { type Sheet, sheetOf } from '../style.ts';

/** Pages with two columns. */
export interface ColumnSheets {
  /** Of one column. */
  readonly column: Sheet;
  /** Of what stands across both. */
  readonly across: Sheet;
  /** Where the columns begin, from the left of the text. */
  readonly left: readonly [Points, Points];
  /** Where the hinge stands, from the left of the text; there is none where there are no columns. */
  readonly hinge?: Points;
}

/** On both sides of the text: two columns need the room that one leaves free. */
const margin: Points = 66;
const gutter: Points = 36;

/** Narrow columns want smaller type: 9.5 on 13 where the theme has 11 on 15.5. */
const smaller = { size: 9.5 / 11, line: 13 / 15.5 } as const;
/** What is smaller than the text shrinks less the nearer it is to this, and not below. */
const leastSize: Points = 8;
/** A title of one word fits in one column. */
const mostSize: Points = 24;

export function columnSheets(theme: Theme, paper: keyof Theme['papers']): ColumnSheets {
  const across = sheetOf(inColumns(theme), paper);
  const width = (across.measure - gutter) / 2;
  const column: Sheet = {
    ...across,
    measure: width,
    wideMeasure: width,
    leastMeasure: Math.min(width, across.leastMeasure * smaller.size * smaller.line),
  };
  return { column, across, left: [0, width + gutter], hinge: across.measure / 2 };
}

/** Of pages without columns: both languages have the whole width, as in a book of one. */
export function wholeSheets(theme: Theme, paper: keyof Theme['papers']): ColumnSheets {
  const sheet = sheetOf(theme, paper);
  return { column: sheet, across: sheet, left: [0, 0] };
}

function inColumns(theme: Theme): Theme {
  const text = theme.styles.text.size;
  const styles = Object.entries(theme.styles).map(([name, style]) => [name, narrowed(style, text)]);
  const { letter, a4 } = theme.papers;
  return {
    ...theme,
    papers: { letter: centred(letter), a4: centred(a4) },
    wide: 0,
    line: theme.line * smaller.line,
    indent: theme.indent * smaller.size,
    // What stands behind both columns has the whole page.
    styles: { ...(Object.fromEntries(styles) as Theme['styles']), watermark: theme.styles.watermark },
    headings: theme.headings.map(({ room, ...style }) => ({ ...narrowed(style, text), room })),
  };
}

function centred(paper: ThemePaper): ThemePaper {
  return { ...paper, margins: { ...paper.margins, inside: margin, outside: margin } };
}

function narrowed<Style extends ThemeStyle>(style: Style, text: Points): Style {
  const size = Math.min(mostSize, sizeIn(style.size, text));
  const leading = (style.leading * size * smaller.line) / (style.size * smaller.size);
  return { ...style, size, leading };
}

function sizeIn(size: Points, text: Points): Points {
  const target = text * smaller.size;
  if (size >= text) return size * smaller.size;
  if (size <= leastSize || target <= leastSize) return Math.min(size, target);
  return leastSize + ((size - leastSize) * (target - leastSize)) / (text - leastSize);
}
