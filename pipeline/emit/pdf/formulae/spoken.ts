/**
 * What Speech Rule Engine cannot say, taken out of MathML before it is asked: it spells the words of `\text`, calls
 * upright letters normal, has no French for frames and strokes, and takes white for an empty term.
 */
import type { Language } from '../../../model/index.ts';
import { elementsOf, escapeXml, parseXml, textOf, type XmlElement } from '../../../xml/index.ts';

/** MathML for the engine, in which words stand as names that it says as they are. */
interface Spoken {
  readonly mathml: string;
  /** What the engine says of it, with the words in their places. */
  readonly inWords: (said: string) => string;
}

/** Signs that it takes for operators between what is around them. */
const signs: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { '%': 'percent', $: 'dollars' },
  fr: { '%': 'pour cent', $: 'dollars' },
};

/** By `notation` of what is drawn around or through a term; other lines are those of tables. */
const enclosures: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    box: 'boxed',
    roundedbox: 'boxed',
    circle: 'circled',
    updiagonalstrike: 'crossed out',
    downdiagonalstrike: 'crossed out',
    'updiagonalstrike downdiagonalstrike': 'crossed out',
    horizontalstrike: 'crossed out',
    verticalstrike: 'crossed out',
  },
  fr: {
    box: 'encadré',
    roundedbox: 'encadré',
    circle: 'entouré',
    updiagonalstrike: 'barré',
    downdiagonalstrike: 'barré',
    'updiagonalstrike downdiagonalstrike': 'barré',
    horizontalstrike: 'barré',
    verticalstrike: 'barré',
  },
};

/** Whose children are a row: one more or less changes nothing else. */
const rows: ReadonlySet<string> = new Set(['math', 'mrow', 'mtd', 'mstyle', 'mpadded', 'menclose', 'msqrt']);

export function spokenOf(mathml: string, language: Language): Spoken {
  const words: string[] = [];
  const named = (text: string): XmlElement => element('mtext', [nameAt(words.push(text) - 1)]);

  const rewritten = (node: XmlElement): XmlElement => {
    const { name, attributes } = node;
    if (name === 'mphantom' || (name === 'mtext' && wordsOf(node) === '')) return element('mrow', []);
    const word = wordOf(node, language);
    if (word) return named(word);
    const children = elementsOf(node);
    if (children.length === 0) return node;
    const made = rows.has(name) ? attached(joined(children).map(rewritten)) : children.map(rewritten);
    if (name === 'mtable') return element(name, made); // one with lines is a “cayley table” to the engine
    if (name !== 'menclose') return { ...node, children: made };
    const enclosure = enclosures[language][attributes.get('notation') ?? ''];
    return element('mrow', [...(enclosure ? [named(enclosure)] : []), element('mrow', made)]);
  };

  const root = parseXml(mathml);
  return {
    mathml: root ? xmlOf(rewritten(root)) : mathml,
    inWords: (said) => words.reduce((text, word, at) => text.replace(nameAt(at), () => word), said),
  };
}

const element = (name: string, children: XmlElement['children']): XmlElement => ({
  name,
  attributes: new Map(),
  children,
});

/** A name of letters alone, none of which begins with another. */
const nameAt = (at: number): string =>
  `qz${[...String(at)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')}zq`;

const wordsOf = (node: XmlElement): string => textOf(node).replace(/\s+/g, ' ').trim();

function wordOf(node: XmlElement, language: Language): string | undefined {
  const text = wordsOf(node);
  if (node.name === 'mtext') return text;
  if (node.name !== 'mi' && node.name !== 'mo') return undefined;
  const isAccented = [...text].length > 1 && /^[\p{L}\p{M}]+$/u.test(text) && /[^\0-\x7F]/.test(text);
  const isUpright = /^[A-Za-z]$/.test(text) && node.attributes.get('mathvariant') === 'normal';
  return signs[language][text] ?? (isAccented || isUpright ? text : undefined);
}

/** Texts beside each other as one; without white. */
function joined(children: readonly XmlElement[]): XmlElement[] {
  const made: XmlElement[] = [];
  for (const child of children.filter(({ name }) => name !== 'mspace')) {
    const before = made.at(-1);
    if (before?.name !== 'mtext' || child.name !== 'mtext') made.push(child);
    else made.splice(-1, 1, element('mtext', [textOf(before) + textOf(child)]));
  }
  return made;
}

/** Indices and exponents of nothing belong to what is before them, as in formulae of chemistry. */
function attached(children: readonly XmlElement[]): XmlElement[] {
  const made: XmlElement[] = [];
  for (const child of children) {
    const [base, ...scripts] = elementsOf(child);
    const before = made.at(-1);
    if (isEmpty(child)) continue;
    if (/^msu[bp]/.test(child.name) && base && before && isEmpty(base)) {
      made.splice(-1, 1, { ...child, children: [before, ...scripts] });
    } else made.push(child);
  }
  return made;
}

const isEmpty = ({ name, children }: XmlElement): boolean =>
  (name === 'mrow' || name === 'mpadded') && children.every((child) => typeof child !== 'string' && isEmpty(child));

function xmlOf({ name, attributes, children }: XmlElement): string {
  const own = [...attributes].map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : xmlOf(child))).join('');
  return `<${name}${own}>${inner}</${name}>`;
}
