import type { PhrasingContent } from 'mdast';
import { type EditionDate, type FormatNumbers, fill, type LanguageTag, otherLanguage } from '../model/index.ts';
import { setPhrasing } from './blocks/paragraph.ts';
import { anchored, emptyBox, type FlowBox, never, strut } from './flow.ts';
import { heightOf, withOrdinals } from './front.ts';
import { type Draft, openElement } from './structure.ts';
import type { Setting, Tools } from './tools.ts';

/** Cannot be the name of a document or of an anchor in one. */
export const colophonAnchor = '#colophon';

const labelRoom = 92;

/** What the publication states of itself, small, at the foot of a last page. */
export function colophon(parent: Draft, tools: Tools): readonly FlowBox[] {
  const { title, entries } = colophonParts(parent, tools);
  const { halfLine } = tools.sheet;
  const boxes = [...title, strut(halfLine / 2, { breakBefore: never }), ...entries.flatMap(({ boxes }) => boxes)];
  const room = tools.pageHeight - heightOf(boxes);
  return anchored(room > 0 ? [strut(room), ...boxes.map((box) => ({ ...box, breakBefore: never }))] : boxes, [
    colophonAnchor,
  ]);
}

/** What the colophon is made of. */
interface ColophonParts {
  readonly title: readonly FlowBox[];
  readonly entries: readonly { readonly key: string; readonly boxes: readonly FlowBox[] }[];
}

export function colophonParts(parent: Draft, tools: Tools): ColophonParts {
  const { edition, sheet } = tools;
  const { halfLine, measure, styles } = sheet;
  const word = (key: string) => fill(edition.strings, `edition.print.${key}`);
  const setting: Omit<Setting, 'parent'> = {
    tools,
    x: 0,
    width: measure,
    style: styles.colophon,
    lang: edition.tag,
    snap: false,
    gap: 0,
    listDepth: 0,
  };
  const heading = openElement('H1', parent);
  const title = setPhrasing([textNode(word('colophon'))], heading, {
    ...setting,
    parent,
    style: { ...styles.colophon, bold: true },
  });
  const list = openElement('L', parent, { listNumbering: 'None' });
  const entries = statements(tools).map(({ key, paragraphs }) => {
    const li = openElement('LI', list);
    const label = setPhrasing([textNode(word(key))], openElement('Lbl', li), {
      ...setting,
      parent: li,
      width: labelRoom - 8,
    });
    const body = openElement('LBody', li);
    const value = paragraphs.flatMap((nodes) =>
      setPhrasing(nodes, openElement('P', body), {
        ...setting,
        parent: body,
        x: labelRoom,
        width: measure - labelRoom,
      }),
    );
    const boxes = sideBySide(label, value).map((box, index) => ({
      ...box,
      above: index === 0 ? halfLine / 2 : 0,
      breakBefore: index === 0 ? 0 : never,
    }));
    return { key, boxes };
  });
  return { title, entries };
}

interface Statement {
  readonly key: string;
  readonly paragraphs: readonly PhrasingContent[][];
}

function statements({ edition }: Tools): Statement[] {
  const { contact, numbers } = edition;
  const date = (of: EditionDate | undefined) => of && withOrdinals(of.formatted, edition.tag);
  const all: { key: string; paragraphs: (PhrasingContent[] | undefined)[] }[] = [
    { key: 'title', paragraphs: [words(edition.title), words(edition.subtitle)] },
    { key: 'authors', paragraphs: edition.authors.map(words) },
    { key: 'publisher', paragraphs: [words(edition.publisher)] },
    { key: 'issued', paragraphs: [date(edition.issued)] },
    { key: 'modified', paragraphs: [date(edition.modified)] },
    {
      key: 'contact',
      paragraphs: [words(contact?.name), address(contact?.email, 'mailto:'), address(contact?.url, '')],
    },
    { key: 'notices', paragraphs: split(edition.notices) },
    { key: 'rights', paragraphs: split(edition.rights) },
    { key: 'isbn', paragraphs: numbersOf('isbn', numbers?.own) },
    { key: 'catalogue', paragraphs: numbersOf('catalogue', numbers?.own) },
    { key: 'other-language', paragraphs: otherEdition(edition) },
  ];
  return all
    .map(({ key, paragraphs }) => ({ key, paragraphs: paragraphs.filter((each) => each !== undefined) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
}

/** Each format's own, in the order of the formats: `978-… (PDF)`. */
function numbersOf(kind: 'isbn' | 'catalogue', numbers: FormatNumbers = {}): PhrasingContent[][] {
  return formats.flatMap((format) => {
    const number = numbers[format]?.[kind];
    return number ? [[textNode(`${number} (${format.toUpperCase()})`)]] : [];
  });
}

const formats = ['pdf', 'epub', 'html'] as const;

/** Its title, and what a catalogue has it under, in the form in which this one is read. */
function otherEdition({
  otherTitle,
  settings,
  language,
  numbers,
}: Tools['edition']): (PhrasingContent[] | undefined)[] {
  const { isbn, catalogue } = numbers?.other.pdf ?? {};
  return [
    inLanguage(otherTitle, settings.tags[otherLanguage(language)]),
    words(isbn && `ISBN ${isbn}`),
    words(catalogue),
  ];
}

function inLanguage(text: string, lang: LanguageTag): PhrasingContent[] | undefined {
  return words(text)?.map((node) => ({ ...node, data: { lang } }));
}

function split(text: string | undefined): (PhrasingContent[] | undefined)[] {
  return (text ?? '').split(/\n\s*\n/).map(words);
}

function words(text: string | undefined): PhrasingContent[] | undefined {
  return text?.trim() ? [textNode(text)] : undefined;
}

function address(text: string | undefined, scheme: string): PhrasingContent[] | undefined {
  return text?.trim() ? [{ type: 'link', url: scheme + text.trim(), children: [textNode(text.trim())] }] : undefined;
}

function textNode(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** A label and what it labels, line by line at one height. */
function sideBySide(label: readonly FlowBox[], value: readonly FlowBox[]): FlowBox[] {
  return Array.from({ length: Math.max(label.length, value.length) }, (_, index) => {
    const left = label[index] ?? emptyBox;
    const right = value[index] ?? emptyBox;
    return {
      ...emptyBox,
      height: Math.max(left.height, right.height),
      placed: [...left.placed, ...right.placed],
      links: [...left.links, ...right.links],
    };
  });
}
