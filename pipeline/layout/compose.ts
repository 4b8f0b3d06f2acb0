import { addTo, fill } from '../model/index.ts';
import type {
  Artifact,
  BoxFragment,
  Destination,
  Fragment,
  LinkArea,
  Page,
  Points,
  RuleFragment,
  TextFragment,
} from './display.ts';
import { type Backdrop, moved } from './flow.ts';
import { isPlaceOfReference } from './pageReferences.ts';
import type { PlacedBox, PlannedPage } from './paginate.ts';
import type { Slot } from './structure.ts';
import { faceOf, type Sheet, type TextStyle } from './style.ts';
import type { Tools } from './tools.ts';
import { watermark } from './watermark.ts';

/** What stands around the text of a page, and where in the book it is. */
export interface PageFrame {
  /** Index into the pages of the edition. */
  readonly index: number;
  readonly label: string;
  /** A right-hand page: its fold is at the left. */
  readonly recto: boolean;
  readonly runningHead?: string;
  /** The page number is printed. */
  readonly folio: boolean;
}

export interface Composer {
  readonly tools: Tools;
  /** Filled with the anchors of each page. */
  readonly destinations: Map<string, Destination>;
  /** Filled with what comes into slots of the structure tree. */
  readonly filled?: [Slot, Fragment][];
}

/** Baselines of the running head, above the text, and of the page number, below it. */
export const headAbove: Points = 28;
export const folioBelow: Points = 40;
/** Kept free of the running head for the mark of a draft. */
export const markRoom: Points = 72;

/** One page: everything at its place on the sheet, and every fragment in its slot of the structure tree. */
export function composePage(plan: PlannedPage, frame: PageFrame, composer: Composer): Page {
  const { destinations } = composer;
  const { sheet } = composer.tools;
  const { paper, measure } = plan.turned ? sheet.turned : sheet;
  const left = frame.recto ? paper.inside : paper.width - paper.inside - measure;
  const { edition, fonts } = composer.tools;
  const fragments: Fragment[] = edition.draft ? watermark([edition.strings], { ...paper, fonts, sheet }) : [];
  const links: LinkArea[] = [];
  const unowned = new Map<Points, string[]>(); // anchors by column, until words follow
  for (const backdrop of backdropsOf(plan.boxes)) fragments.push(shaded(backdrop, { left, top: paper.top }));
  const put = ({ box, y, dx: column = 0 }: PlacedBox) => {
    const dx = left + column - (frame.recto ? 0 : (box.outset ?? 0));
    const dy = paper.top + y;
    for (const { fragment, slot } of box.placed) {
      const there = moved(fragment, dx, dy);
      fragments.push(there);
      if (slot) {
        slot.fragments.push(there);
        composer.filled?.push([slot, there]);
      }
    }
    for (const link of box.links) links.push({ ...link, x: link.x + dx, y: link.y + dy });
    for (const anchor of box.anchors) {
      if (destinations.has(anchor) || isPlaceOfReference(anchor)) continue;
      destinations.set(anchor, { page: frame.index, y: dy });
      addTo(unowned, column, anchor);
    }
    const owner = box.placed.find(({ slot }) => slot)?.slot?.owner;
    if (!owner) return; // room above a title
    for (const anchor of unowned.get(column) ?? [])
      destinations.set(anchor, { ...(destinations.get(anchor) as Destination), owner });
    unowned.delete(column);
  };
  for (const placed of plan.boxes) put(placed);
  if (plan.notesRule !== undefined) fragments.push(notesRule({ left, y: paper.top + plan.notesRule }, sheet));
  for (const placed of plan.notes) put(placed);
  fragments.push(...marginals(frame, { ...composer, left, paper, measure }));
  return { width: paper.width, height: paper.height, label: frame.label, fragments, links };
}

interface Shade {
  readonly backdrop: Backdrop;
  readonly dx: Points;
  readonly from: Points;
  to: Points;
}

/** From the first to the last box of this page that has each backdrop; the outermost first. */
function backdropsOf(boxes: readonly PlacedBox[]): Shade[] {
  const shades = new Map<Backdrop, Shade>();
  for (const { box, y, dx = 0 } of boxes) {
    for (const backdrop of box.backdrops) {
      const shade = shades.get(backdrop);
      if (shade) shade.to = y + box.height;
      else shades.set(backdrop, { backdrop, dx, from: y, to: y + box.height });
    }
  }
  return [...shades.values()];
}

function shaded({ backdrop, dx, from, to }: Shade, origin: { left: Points; top: Points }): BoxFragment {
  const { artifact, fill, width } = backdrop;
  return {
    kind: 'box',
    owner: artifact,
    x: origin.left + dx + backdrop.x,
    y: origin.top + from,
    width,
    height: to - from,
    fill,
  };
}

function notesRule({ left, y }: { left: Points; y: Points }, { measure, hairline, colours }: Sheet): RuleFragment {
  const owner: Artifact = { artifact: 'layout' };
  return { kind: 'rule', owner, x: left, y, width: measure / 3, height: 0, thickness: hairline, colour: colours.quiet };
}

/** Running head and page number, both on the outer side; that this is a draft, on the inner. */
function marginals(
  frame: PageFrame,
  composer: Composer & Pick<Sheet, 'paper' | 'measure'> & { left: Points },
): TextFragment[] {
  const { tools, paper, measure } = composer;
  const { styles } = tools.sheet;
  const set: TextFragment[] = [];
  const head = { ...composer, artifact: 'header', baseline: paper.top - headAbove } as const;
  const mark = tools.edition.draft
    ? marginal(fill(tools.edition.strings, 'edition.draft.mark'), frame, { ...head, style: styles.mark, inside: true })
    : undefined;
  if (frame.runningHead) {
    set.push(marginal(frame.runningHead, frame, { ...head, ...(mark && { width: measure - markRoom }) }));
  }
  if (mark) set.push(mark);
  if (frame.folio) {
    const baseline = paper.top + paper.textHeight + folioBelow;
    set.push(marginal(frame.label, frame, { ...composer, artifact: 'footer', baseline }));
  }
  return set;
}

interface Marginal extends Composer {
  /** Of the text. */
  readonly measure: Points;
  readonly left: Points;
  readonly artifact: Artifact['artifact'];
  readonly baseline: Points;
  /** Of the running head, unless told. */
  readonly style?: TextStyle;
  /** Room for it; the measure unless told. */
  readonly width?: Points;
  /** On the inner side. */
  readonly inside?: boolean;
}

function marginal(text: string, frame: PageFrame, of: Marginal): TextFragment {
  const { measure } = of;
  const { styles } = of.tools.sheet;
  const style = of.style ?? styles.runningHead;
  const face = of.tools.fonts(faceOf(style));
  const scale = style.size / 1000;
  const words = shortened(text, (words) => face.width(words) * scale <= (of.width ?? measure)).split(' ');
  const gap = face.width(' ') * scale;
  const width = words.reduce((sum, word) => sum + face.width(word) * scale, 0) + gap * (words.length - 1);
  return {
    kind: 'text',
    owner: { artifact: of.artifact },
    x: frame.recto !== (of.inside ?? false) ? of.left + measure - width : of.left,
    baseline: of.baseline,
    face: face.id,
    size: style.size,
    colour: style.colour,
    words: words.map((word, index) =>
      index < words.length - 1 ? { text: word, gap, spaceAfter: true } : { text: word, gap: 0 },
    ),
  };
}

export function shortened(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const words = text.split(' ');
  while (words.length > 1 && !fits(`${words.join(' ')}…`)) words.pop();
  let short = words.join(' ');
  while (short.length > 1 && !fits(`${short}…`)) short = short.slice(0, -1);
  return `${short.replace(/[\s,;:.\u00a0–—-]+$/, '')}…`;
}
