/** What is ruled and printed around the two columns of a page. */
import { fill } from '../../model/index.ts';
import { folioBelow, headAbove, markRoom, shortened } from '../compose.ts';
import type { Artifact, Points, RuleFragment, TextFragment } from '../display.ts';
import { type FlowBox, type Placed, strut } from '../flow.ts';
import type { PlacedBox } from '../paginate.ts';
import { faceOf, type TextStyle } from '../style.ts';
import type { ParallelPage } from './place.ts';
import type { Side } from './rows.ts';
import type { ColumnSheets } from './sheet.ts';

const layout: Artifact = { artifact: 'layout' };

/** The hinge, and the lines above notes: boxes for the eye alone. */
export function rulesOf(page: ParallelPage, sheets: ColumnSheets, { whole }: { whole: boolean }): PlacedBox[] {
  const { column, hinge, left } = sheets;
  const { colours, hairline, measure, paper } = column;
  const rule = (of: Pick<RuleFragment, 'x' | 'width' | 'height' | 'colour'>): FlowBox => {
    const placed: Placed = { fragment: { kind: 'rule', owner: layout, y: 0, thickness: hairline, ...of } };
    return strut(0, { placed: [placed] });
  };
  const end = whole || page.noteRules.length > 0 ? paper.textHeight : page.end;
  const openings = hinge === undefined ? [] : openingsOf(page, end);
  const hinges = openings.map(([from, to]) => ({
    box: rule({ x: hinge ?? 0, width: 0, height: to - from, colour: colours.hinge }),
    y: from,
  }));
  const notes = page.noteRules.map(({ column: at, y }) => ({
    box: rule({ x: 0, width: measure / 3, height: 0, colour: colours.quiet }),
    y,
    dx: left[at],
  }));
  return [...hinges, ...notes];
}

/** Between two blocks that stand across both columns, less would be a splinter. */
const leastHinge: Points = 28;
/** Between the hinge and what stands across both columns. */
const clear: Points = 6;

/** Where nothing stands across both columns. */
function openingsOf({ across }: ParallelPage, end: Points): (readonly [Points, Points])[] {
  const openings: (readonly [Points, Points])[] = [];
  let from: Points = 0;
  for (const block of across) {
    if (block.from - from > leastHinge) openings.push([from, Math.min(end, block.from - clear)]);
    from = Math.max(from, block.to + clear);
  }
  if (end - from > (from > 0 ? leastHinge : 0)) openings.push([from, end]);
  return openings;
}

/** What is printed around the text of one page. */
export interface ColumnFrame {
  readonly label: string;
  /** A right-hand page: its outer edge is at the right. */
  readonly recto: boolean;
  /** Above each column. */
  readonly heads: readonly (string | undefined)[];
  readonly folio: boolean;
  readonly draft: boolean;
  /** Its longer side is at the top. */
  readonly turned: boolean;
}

/** A running head in each language, above its column; the page number on the outer side. */
export function marginalsOf(
  frame: ColumnFrame,
  sides: readonly [Side, Side],
  { across }: Pick<ColumnSheets, 'across'>,
): TextFragment[] {
  const { styles } = across;
  const { paper, measure } = frame.turned ? across.turned : across;
  const inside = paper.inside;
  const baseline = paper.top - headAbove;
  const set: TextFragment[] = [];
  for (const [index, side] of sides.entries()) {
    const { tools } = side;
    const dx = frame.turned ? (index * measure) / 2 : side.dx;
    const width = tools.sheet.measure - (frame.draft ? markRoom : 0);
    const head = frame.heads[index];
    const place = { side: sides[index] as Side, baseline, artifact: 'header', width } as const;
    if (head) set.push(words(head, { ...place, style: styles.runningHead, left: inside + dx }));
    if (!frame.draft) continue;
    const mark = fill(tools.edition.strings, 'edition.draft.mark');
    const right = inside + dx + tools.sheet.measure;
    set.push(words(mark, { ...place, style: styles.mark, right }));
  }
  if (frame.folio) {
    const place = { side: sides[0], artifact: 'footer', style: styles.runningHead, width: measure } as const;
    const edge = frame.recto ? { right: inside + measure } : { left: inside };
    set.push(words(frame.label, { ...place, ...edge, baseline: paper.top + paper.textHeight + folioBelow }));
  }
  return set;
}

interface Place {
  readonly side: Side;
  readonly artifact: Artifact['artifact'];
  readonly baseline: Points;
  readonly style: TextStyle;
  readonly width: Points;
  readonly left?: Points;
  /** Where the words end, in the place of `left`. */
  readonly right?: Points;
}

function words(text: string, { side, style, ...place }: Place): TextFragment {
  const face = side.tools.fonts(faceOf(style));
  const scale = style.size / 1000;
  const parts = shortened(text, (short) => face.width(short) * scale <= place.width).split(' ');
  const gap = face.width(' ') * scale;
  const width = parts.reduce((sum, part) => sum + face.width(part) * scale, 0) + gap * (parts.length - 1);
  return {
    kind: 'text',
    owner: { artifact: place.artifact },
    x: place.right === undefined ? (place.left ?? 0) : place.right - width,
    baseline: place.baseline,
    face: face.id,
    size: style.size,
    colour: style.colour,
    words: parts.map((part, index) =>
      index < parts.length - 1 ? { text: part, gap, spaceAfter: true } : { text: part, gap: 0 },
    ),
  };
}
