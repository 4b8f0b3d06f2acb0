import type { Data, PhrasingContent, PhrasingVariant, Variant } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { checkAddress } from './addresses.ts';
import type { HtmlElement, HtmlItem } from './htmlTree.ts';
import { idFault } from './ids.ts';
import { passedBy } from './passing.ts';
import { type HtmlSource, report } from './source.ts';

/** Elements whose words are kept as they are and whose tags say nothing that is lost. */
const silent = new Set('html body p div br wbr'.split(' '));

type AnyNode = { type: string; children?: unknown };

/** HTML's inline content → phrasing. Blocks among it give their words. */
export function phrasingOf(items: readonly HtmlItem<AnyNode>[], source: HtmlSource): PhrasingContent[] {
  return items.flatMap((item): PhrasingContent[] => {
    if (item.kind === 'text') {
      const value = item.value.replace(/[ \t\n\f]+/g, ' ');
      return value ? [{ type: 'text', value, position: item.position }] : [];
    }
    if (item.kind === 'element') return elementOf(item, source);
    return nodePhrasing(item.node, item.position);
  });
}

function elementOf(element: HtmlElement<AnyNode>, source: HtmlSource): PhrasingContent[] {
  const { name, attributes, position } = element;
  const data = dataOf(element);
  const base = { position, ...(data && { data }) };
  const children = (): PhrasingContent[] => phrasingOf(element.children, source);
  switch (name) {
    case 'em':
    case 'i':
    case 'cite':
    case 'dfn':
    case 'var':
      return [{ type: 'emphasis', children: children(), ...base }];
    case 'strong':
    case 'b':
    case 'mark':
      return [{ type: 'strong', children: children(), ...base }];
    case 'del':
    case 's':
    case 'strike':
      return [{ type: 'delete', children: children(), ...base }];
    case 'kbd':
      return [{ type: 'inlineCode', value: wordsOf(element.children), ...base, data: { ...data, keyboard: true } }];
    case 'code':
    case 'samp':
    case 'tt':
      return [{ type: 'inlineCode', value: wordsOf(element.children), ...base }];
    case 'sup':
      return [{ type: 'superscript', children: children(), ...base }];
    case 'sub':
      return [{ type: 'subscript', children: children(), ...base }];
    case 'br':
      return [{ type: 'break', ...base }];
    case 'a':
      return linkOf(element, children(), source);
    case 'img':
      return imageOf(element, source);
    case 'abbr': {
      const expansion = attributes.get('title')?.trim();
      return expansion ? [{ type: 'abbreviation', expansion, children: children(), ...base }] : children();
    }
    case 'script':
    case 'style':
    case 'template':
    case 'noscript':
      return machineElement(element, source, children);
  }
  const passed = passedBy(element, 'phrasing', source);
  if (passed || (name === 'span' && data?.lang)) {
    return [{ type: 'span', children: children(), position, data: { ...data, ...(passed && { element: passed }) } }];
  }
  if (!silent.has(name) && !(name === 'span' && attributes.size === 0)) unknownElement(element, source);
  return isBlockName(name) ? spaced(children(), element) : children();
}

function linkOf(element: HtmlElement<AnyNode>, children: PhrasingContent[], source: HtmlSource): PhrasingContent[] {
  const url = element.attributes.get('href');
  if (url === undefined) {
    unknownElement(element, source);
    return children;
  }
  if (!checkAddress(url, element, source)) return children;
  const title = element.attributes.get('title');
  const data = dataOf(element);
  return [
    {
      type: 'link',
      url: url.trim(),
      children,
      position: element.position,
      ...(title && { title }),
      ...(data && { data }),
    },
  ];
}

function imageOf(element: HtmlElement<AnyNode>, source: HtmlSource): PhrasingContent[] {
  const url = element.attributes.get('src')?.trim() ?? '';
  const alt = element.attributes.get('alt') ?? '';
  const { position } = element;
  if (!url) unknownElement(element, source);
  else if (checkAddress(url, element, source)) return [{ type: 'image', url, alt, position }];
  return alt ? [{ type: 'text', value: alt, position }] : [];
}

/** Words that stood in blocks of their own are kept apart. */
function spaced(children: PhrasingContent[], { position }: HtmlElement<AnyNode>): PhrasingContent[] {
  const space: PhrasingContent = { type: 'text', value: ' ', position };
  return children.length > 0 ? [space, ...children, space] : [];
}

/** A Markdown node where only phrasing can stand: a block gives its paragraphs' content, else its words. */
function nodePhrasing(node: AnyNode, position: HtmlItem<AnyNode>['position']): PhrasingContent[] {
  if (!isBlockNode(node)) return [node as PhrasingContent];
  if (node.type === 'variant') return [variantPhrasing(node as Variant, position) as unknown as PhrasingContent];
  const space: PhrasingContent = { type: 'text', value: ' ', position };
  if (node.type === 'paragraph') return [space, ...(node.children as PhrasingContent[]), space];
  const value = textOf(node as Parameters<typeof textOf>[0]);
  return value ? [{ type: 'text', value: ` ${value} `, position }] : [];
}

/** A language block where only words can stand. */
function variantPhrasing(variant: Variant, position: HtmlItem<AnyNode>['position']): PhrasingVariant {
  const { language, only } = variant;
  const children = variant.children.flatMap((block, index) => {
    const words = block.type === 'paragraph' ? block.children : nodePhrasing(block, position);
    const space: PhrasingContent = { type: 'text', value: ' ', position };
    return index > 0 ? [space, ...words] : words;
  });
  return { type: 'phrasingVariant', language, ...(only && { only }), children, position };
}

const phrasingNodes = new Set(
  'text emphasis strong delete inlineCode inlineMath break link image linkReference imageReference footnoteReference phrasingPair phrasingVariant value reference label span untranslated term abbreviation superscript subscript'.split(
    ' ',
  ),
);

export function isBlockNode(node: { type: string }): boolean {
  return !phrasingNodes.has(node.type);
}

const blockNames = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

export function isBlockName(name: string): boolean {
  return blockNames.has(name);
}

/** The words of HTML's content, white space as it stands. */
export function wordsOf(items: readonly HtmlItem<AnyNode>[]): string {
  return items
    .map((item) => {
      if (item.kind === 'text') return item.value;
      if (item.kind === 'element') return item.name === 'br' ? '\n' : wordsOf(item.children);
      return textOf(item.node as Parameters<typeof textOf>[0]);
    })
    .join('');
}

/** Id and language that an element states. */
export function dataOf(element: HtmlElement<AnyNode>): Data | undefined {
  const id = element.attributes.get('id')?.trim();
  const lang = element.attributes.get('lang')?.trim();
  const data: Data = {
    ...(id && !idFault(id) && { id, authored: true }),
    ...(lang && isLanguageTag(lang) && { lang }),
  };
  return Object.keys(data).length > 0 ? data : undefined;
}

/** The shape of BCP 47: `la`, `zh-Hant-TW`. */
export function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(tag);
}

/**
 * What is for machines has no words of the author's: code and styles never, and where no end of them is written, words may be
 * lost with them; other elements where they are ended, and else what `words` makes of their children.
 */
export function machineElement<Made>(element: HtmlElement<AnyNode>, source: HtmlSource, words: () => Made[]): Made[] {
  const { name, position, ended, children } = element;
  if (name !== 'script' && name !== 'style') {
    unknownElement(element, source);
    return ended ? [] : words();
  }
  const isOpen = !ended && children.length > 0;
  const details = { variant: isOpen ? 'machine-open' : 'machine', element: name };
  report(source, 'html-is-known', { position, details, ...(isOpen && { severity: 'error' }) });
  return [];
}

/** @param variant - Why its tags go. */
export function unknownElement(element: HtmlElement<AnyNode>, source: HtmlSource, variant?: 'section'): void {
  const details = { ...(variant && { variant }), element: element.name.slice(0, 40) };
  report(source, 'html-is-known', { position: element.position, details });
}
