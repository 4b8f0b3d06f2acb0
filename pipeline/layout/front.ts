import type { PhrasingContent } from 'mdast';
import { ordinals } from '../language/index.ts';
import { fill, type LanguageTag, otherLanguage } from '../model/index.ts';
import { horizontal } from './blocks/frame.ts';
import { setPhrasing } from './blocks/paragraph.ts';
import type { Points } from './display.ts';
import { type FlowBox, never, strut } from './flow.ts';
import { type Draft, openElement } from './structure.ts';
import type { TextStyle } from './style.ts';
import type { Setting, Tools } from './tools.ts';

/** Lines from the top of the text to the title: the same in every edition, whatever stands above. */
const titleTop = 11;

/**
 * The title page: publisher, title and date, and at the foot the title in the other language. What the publication
 * does not state leaves no hole.
 */
export function titlePage(parent: Draft, tools: Tools): FlowBox[] {
  const { edition, sheet } = tools;
  const { line, measure, styles } = sheet;
  const other = edition.settings.tags[otherLanguage(edition.language)];
  const say = (text: string | undefined, style: TextStyle, lang = edition.tag) =>
    text ? setPlain(text, { tools, parent, style, lang }) : [];
  const publisher = say(edition.publisher, styles.imprint);
  const mark = edition.draft
    ? `${fill(edition.strings, 'edition.draft.mark')}. ${fill(edition.strings, 'edition.draft.notice')}`
    : undefined;
  const title = [
    ...say(mark, styles.mark),
    ...(mark ? below(say(edition.title, styles.title), line) : say(edition.title, styles.title)),
    ...below(say(edition.subtitle, styles.subtitle), line),
    ...below(say(edition.authors.join(', '), styles.imprint), line),
    ...below(say((edition.modified ?? edition.issued)?.formatted, styles.imprint), line),
  ];
  const foot = edition.otherTitle
    ? [
        strut(line, { placed: [horizontal({ x: 0, y: 0, width: measure }, sheet)] }),
        ...say(fill(edition.strings, 'edition.print.also-available'), styles.small),
        ...say(edition.otherTitle, styles.otherTitle, other),
      ]
    : [];
  const upper = Math.max(0, titleTop * line - heightOf(publisher));
  const lower = Math.max(0, tools.pageHeight - heightOf(publisher) - upper - heightOf(title) - heightOf(foot));
  return unbroken([...publisher, strut(upper), ...title, strut(lower), ...foot]);
}

function setPlain(text: string, of: Pick<Setting, 'tools' | 'parent' | 'style' | 'lang'>): FlowBox[] {
  const differs = of.lang !== of.tools.edition.tag;
  const draft = openElement('P', of.parent, differs ? { lang: of.lang } : {});
  return setPhrasing(withOrdinals(text, of.lang), draft, {
    ...of,
    x: 0,
    width: of.tools.sheet.measure,
    snap: false,
    gap: 0,
    listDepth: 0,
  });
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
