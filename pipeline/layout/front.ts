import type { PhrasingContent } from 'mdast';
import { ordinals } from '../language/index.ts';
import { fill, type LanguageTag, otherLanguage } from '../model/index.ts';
import { horizontal } from './blocks/frame.ts';
import { setPhrasing } from './blocks/paragraph.ts';
import type { Points } from './display.ts';
import { type FlowBox, never, strut } from './flow.ts';
import { type Draft, openElement } from './structure.ts';
import type { TextStyle } from './style.ts';
import { onTrial, type Setting, type Tools } from './tools.ts';

/** Lines from the top of the text to the title: the same in every edition, whatever stands above, where there is room. */
const titleTop = 11;
/** Sizes that titles are tried at until the page holds them, in parts of those of the theme. */
const scales = [1, 0.9, 0.8, 0.7, 0.6, 0.5] as const;

/**
 * The title page: publisher, title and date, and at the foot the title in the other language. What the publication
 * does not state leaves no hole; long titles are set smaller, so that one page holds them.
 */
export function titlePage(parent: Draft, tools: Tools): FlowBox[] {
  const fits = (scale: number): boolean => partsOf(openElement('Sect'), onTrial(tools), scale).room >= 0;
  const scale = scales.find(fits) ?? (scales.at(-1) as number);
  const { publisher, title, foot, room } = partsOf(parent, tools, scale);
  const upper = Math.max(0, wantedAbove(publisher, tools) + Math.min(0, room));
  return unbroken([...publisher, strut(upper), ...title, strut(Math.max(0, room)), ...foot]);
}

interface TitleParts {
  readonly publisher: readonly FlowBox[];
  readonly title: readonly FlowBox[];
  readonly foot: readonly FlowBox[];
  /** Height that is left between title and foot; below 0 where there is too little. */
  readonly room: Points;
}

function partsOf(parent: Draft, tools: Tools, scale: number): TitleParts {
  const { edition, sheet } = tools;
  const { line, measure, styles } = sheet;
  const other = edition.settings.tags[otherLanguage(edition.language)];
  const say = (text: string | undefined, style: TextStyle, lang = edition.tag) =>
    text ? setPlain(text, { tools, parent, style, lang }) : [];
  const entitle = (text: string | undefined, style: TextStyle, lang = edition.tag) =>
    text ? setBalanced(text, { tools, parent, style: scaled(style, scale, styles.imprint), lang }) : [];
  const publisher = say(edition.publisher, styles.imprint);
  const mark = edition.draft
    ? `${fill(edition.strings, 'edition.draft.mark')}. ${fill(edition.strings, 'edition.draft.notice')}`
    : undefined;
  const title = [
    ...say(mark, styles.mark),
    ...below(entitle(edition.title, styles.title), mark ? line : 0),
    ...below(entitle(edition.subtitle, styles.subtitle), line),
    ...below(say(edition.authors.join(', '), styles.imprint), line),
    ...below(say((edition.modified ?? edition.issued)?.formatted, styles.imprint), line),
  ];
  const foot = edition.otherTitle
    ? [
        strut(line, { placed: [horizontal({ x: 0, y: 0, width: measure }, sheet)] }),
        ...say(fill(edition.strings, 'edition.print.also-available'), styles.small),
        ...entitle(edition.otherTitle, styles.otherTitle, other),
      ]
    : [];
  const taken = heightOf(publisher) + wantedAbove(publisher, tools) + heightOf(title) + heightOf(foot);
  return { publisher, title, foot, room: tools.pageHeight - taken };
}

function wantedAbove(publisher: readonly FlowBox[], { sheet }: Tools): Points {
  return Math.max(0, titleTop * sheet.line - heightOf(publisher));
}

/** Never smaller than another style, unless it was. */
function scaled(style: TextStyle, scale: number, least: TextStyle): TextStyle {
  const factor = Math.min(1, Math.max(scale, least.size / style.size));
  return { ...style, size: style.size * factor, leading: style.leading * factor };
}

type PlainSetting = Pick<Setting, 'tools' | 'parent' | 'style' | 'lang'>;

/** Halvings of the width in search of the least: within some 3 pt. */
const halvings = 6;

/** In as few lines as hold it, all of about one length; no word is parted at its hyphen for that. */
function setBalanced(text: string, of: PlainSetting): FlowBox[] {
  const { measure } = of.tools.sheet;
  const costAt = (width: Points): number => {
    const tools = onTrial(of.tools);
    const lines = setPlain(text, { ...of, tools, parent: openElement('Sect') }, width);
    return tools.diagnostics.length > 0 ? Number.POSITIVE_INFINITY : lines.length + lines.filter(endsInHyphen).length;
  };
  const least = costAt(measure);
  let [narrow, wide] = [measure / 2, measure];
  for (let step = 0; step < halvings && least > 1 && Number.isFinite(least); step++) {
    const width = (narrow + wide) / 2;
    if (costAt(width) > least) narrow = width;
    else wide = width;
  }
  return setPlain(text, of, wide);
}

function endsInHyphen({ placed }: FlowBox): boolean {
  const fragment = placed.findLast((each) => each.fragment.kind === 'text')?.fragment;
  return fragment?.kind === 'text' && /[-\u2010]$/.test(fragment.words.at(-1)?.text ?? '');
}

function setPlain(text: string, of: PlainSetting, width: Points = of.tools.sheet.measure): FlowBox[] {
  const differs = of.lang !== of.tools.edition.tag;
  const draft = openElement('P', of.parent, differs ? { lang: of.lang } : {});
  return setPhrasing(withOrdinals(text, of.lang), draft, { ...of, x: 0, width, snap: false, gap: 0, listDepth: 0 });
}

/** Plain text with its ordinal endings raised: 1ᵉʳ. */
export function withOrdinals(text: string, lang: LanguageTag): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let from = 0;
  for (const { start, end } of ordinals(text, lang)) {
    const ending: PhrasingContent = {
      type: 'superscript',
      children: [{ type: 'text', value: text.slice(start, end) }],
    };
    nodes.push({ type: 'text', value: text.slice(from, start) }, ending);
    from = end;
  }
  return [...nodes, { type: 'text', value: text.slice(from) }];
}

function below(boxes: readonly FlowBox[], above: Points): FlowBox[] {
  return boxes.map((box, index) => (index === 0 ? { ...box, above } : box));
}

export function heightOf(boxes: readonly FlowBox[]): Points {
  return boxes.reduce((sum, box) => sum + box.above + box.height, 0);
}

function unbroken(boxes: readonly FlowBox[]): FlowBox[] {
  return boxes.map((box) => ({ ...box, breakBefore: never }));
}
