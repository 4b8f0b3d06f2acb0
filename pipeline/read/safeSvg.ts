import { toXml } from 'xast-util-to-xml';
import { isSafeAddress } from '../model/index.ts';
import { elementsOf, parseXml, type XmlElement } from '../xml/index.ts';

/** A drawing that runs nothing and loads nothing. */
export interface SafeSvg {
  /** As they were, where nothing had to go. */
  readonly bytes: Uint8Array;
  /** What was taken out, as it is called in the file, each once. */
  readonly removed: readonly string[];
}

/** Elements that run, load, send, or show other documents: SVG 2 and what browsers take from HTML. By name without prefix. */
const active: ReadonlySet<string> = new Set(
  'script foreignobject iframe frame embed object applet audio video source track img link meta base form input button handler listener canvas'.split(
    ' ',
  ),
);
/** Elements that change attributes of others as time goes by. */
const animation = /^(?:animate|animatemotion|animatetransform|set)$/;

/**
 * A drawing without what runs or loads: it stands in pages and books, and can be opened by itself, where no policy of a
 * page protects the reader.
 *
 * @returns Undefined when the text is not well formed, and may run or load something all the same.
 */
export function safeSvg(bytes: Uint8Array): SafeSvg | undefined {
  const text = new TextDecoder().decode(bytes);
  const root = parseXml(text);
  if (!root) return suspicious.test(text) ? undefined : { bytes, removed: [] };
  const removed = new Set<string>();
  const clean = cleaned(root, removed);
  if (!clean) return undefined;
  if (/<\?xml-stylesheet/i.test(text)) removed.add('xml-stylesheet');
  for (const [, name = ''] of text.matchAll(/<(!ENTITY|!ATTLIST)/gi)) removed.add(name.toUpperCase());
  if (removed.size === 0) return { bytes, removed: [] };
  return { bytes: new TextEncoder().encode(toXml(xastOf(clean))), removed: [...removed] };
}

/** What a reader less strict than ours might yet find in a text, or in the letters that another encoding hides. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: UTF-16 is full of zeros, ISO-2022-JP of escapes
const suspicious = /script|foreignobject|iframe|\bon\w+\s*=|href|url\(|@import|<!ENTITY|<!ATTLIST|[\0\x1b]/i;

function cleaned(element: XmlElement, removed: Set<string>): XmlElement | undefined {
  const name = local(element.name);
  const target = local(element.attributes.get('attributeName') ?? '').trim();
  if (active.has(name) || (animation.test(name) && (target === 'href' || target.startsWith('on')))) {
    removed.add(element.name);
    return undefined;
  }
  const attributes = new Map<string, string>();
  for (const [key, value] of element.attributes) {
    const kept = safeValue(key, value, name);
    if (kept !== value) removed.add(key);
    if (kept !== undefined) attributes.set(key, kept);
  }
  if (name === 'style') return { ...element, attributes, children: [cleanedStyle(element, removed)] };
  const children = element.children.flatMap((child) =>
    typeof child === 'string' ? child : (cleaned(child, removed) ?? []),
  );
  return { ...element, attributes, children };
}

/** As one text: a comment or a section of characters may part what is one word. */
function cleanedStyle(element: XmlElement, removed: Set<string>): string {
  for (const { name } of elementsOf(element)) removed.add(name);
  const style = element.children.filter((child) => typeof child === 'string').join('');
  const kept = safeStyle(style);
  if (kept !== style) removed.add(element.name);
  return kept;
}

/** Undefined for what goes. */
function safeValue(key: string, value: string, element: string): string | undefined {
  const name = local(key);
  if (name.startsWith('on')) return undefined;
  if (name === 'href' || name === 'src') return isSafeReference(value, element) ? value : undefined;
  return name === 'style' || value.includes('(') ? safeStyle(value) : value;
}

/** Within the drawing, or a picture of pixels inside it; a link may lead where links of text may. */
function isSafeReference(value: string, element: string): boolean {
  const address = value.trim();
  return address.startsWith('#') || pixels.test(address) || (element === 'a' && isSafeAddress(address));
}

const pixels = /^data:image\/(?:png|jpeg|gif|webp)[;,]/i;

/**
 * Style that loads nothing. An escape could hide the name of a function, so style with one goes whole. What is taken out
 * leaves something, so that what stood around it makes no new word; a function that is never closed ends with the style.
 */
function safeStyle(style: string): string {
  if (/\\/.test(style)) return '';
  return style
    .replace(/@import[^;]*;?/gi, ' ')
    .replace(/url\(\s*["']?(?!\s*["']?(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]))[^)]*\)?/gi, 'none')
    .replace(/(?:image|image-set|src)\([^)]*\)?/gi, 'none');
}

function local(name: string): string {
  return name.replace(/^.*:/, '').toLowerCase();
}

function xastOf({ name, attributes, children }: XmlElement): Extract<Parameters<typeof toXml>[0], { type: 'element' }> {
  return {
    type: 'element',
    name,
    attributes: Object.fromEntries(attributes),
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : xastOf(child))),
  };
}
