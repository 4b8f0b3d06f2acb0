/** Words → runs: what they inherit from what they stand in, and the faces that have their characters. */
import type { PhrasingContent } from 'mdast';
import type { LanguageTag } from '../model/index.ts';
import type { Points } from './display.ts';
import type { Run, RunLink } from './runs.ts';
import { type Draft, openElement, openSlot } from './structure.ts';
import { type Family, faceOf } from './style.ts';
import type { Tools } from './tools.ts';

/** What phrasing inherits from what it stands in. */
export interface Inline {
  readonly draft: Draft;
  readonly family: Family;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: Points;
  readonly rise: Points;
  readonly colour: string;
  readonly lang: LanguageTag;
  readonly hyphenate: boolean;
  readonly link?: RunLink;
  readonly strike?: boolean;
  readonly smallCapitals?: boolean;
}

export interface Collector {
  readonly tools: Tools;
  readonly runs: Run[];
  /** Wait for the next run. */
  anchors: string[];
  /** Widest and tallest that a picture in the line may be. */
  readonly room: { readonly width: Points; readonly height: Points };
}

export function inCode(inline: Inline): Inline {
  const draft = openElement('Code', inline.draft);
  return { ...inline, draft, family: 'code', size: inline.size * codeSize, hyphenate: false };
}

/** Source Code Pro looks larger than the text faces at the same size. */
export const codeSize = 0.88;
const scriptSize = 0.66;

export function raised(inline: Inline, part: number): Inline {
  return { ...inline, size: inline.size * scriptSize, rise: inline.rise + inline.size * part, hyphenate: false };
}

export function addText(value: string, collector: Collector, inline: Inline & { node: PhrasingContent }): void {
  let text = value
    .replace(/[\t\n\r\f\v \u2000-\u2006\u2008\u205f\u3000]+/g, ' ')
    .replace(/[\u2007\u2009\u200a]/g, '\u202f');
  const previous = collector.runs.at(-1);
  if (!previous || previous.lineBreak || previous.text.endsWith(' ')) text = text.replace(/^ /, '');
  if (text === '') return;
  const face = faceOf(inline);
  for (const part of byGlyphs(text, face, collector.tools)) {
    collector.runs.push({
      ...base(collector, inline),
      ...part,
      hyphenate: inline.hyphenate,
      kind: inline.family === 'code' ? 'code' : 'prose',
      node: inline.node,
    });
  }
}

export function base(collector: Collector, inline: Inline): Omit<Run, 'hyphenate' | 'kind'> {
  const { anchors, tools } = collector;
  collector.anchors = [];
  return {
    slot: openSlot(inline.draft),
    text: '',
    face: faceOf(inline),
    size: inline.size,
    rise: inline.rise,
    colour: inline.link && inline.link.underline === 'line' ? tools.sheet.colours.link : inline.colour,
    lang: inline.lang,
    anchors,
    ...(inline.link && { link: inline.link }),
    ...(inline.strike && { strike: true }),
  };
}

const common = /^[\u0020-\u007e\u00a0-\u017f\u2010-\u2026\u202f]*$/;

/** Cuts a text where its face has no glyph, and gives those characters to a face that has one. */
function byGlyphs(text: string, face: Run['face'], tools: Tools): { text: string; face: Run['face'] }[] {
  if (common.test(text)) return [{ text, face }];
  const parts: { text: string; face: Run['face'] }[] = [];
  for (const character of text) {
    const found = ([face, 'sans', 'code', 'serif'] as const).find((id) =>
      tools.fonts(id).has(character.codePointAt(0) as number),
    );
    const chosen = found ?? face;
    const last = parts.at(-1);
    if (last && (last.face === chosen || character === ' ')) last.text += character;
    else parts.push({ text: character, face: chosen });
  }
  return parts;
}

export function addBreak(collector: Collector, inline: Inline): void {
  const last = collector.runs.at(-1);
  if (last?.text.endsWith(' ')) collector.runs[collector.runs.length - 1] = { ...last, text: last.text.trimEnd() };
  const waiting = collector.anchors;
  collector.runs.push({ ...base(collector, inline), anchors: [], hyphenate: false, kind: 'prose', lineBreak: true });
  collector.anchors = waiting;
}

export function trimmed(collector: Collector): Run[] {
  const { runs, anchors } = collector;
  const last = runs.at(-1);
  if (last) {
    const text = last.text.replace(/ $/, '');
    runs[runs.length - 1] = { ...last, text, anchors: [...last.anchors, ...anchors] };
  }
  return runs;
}
