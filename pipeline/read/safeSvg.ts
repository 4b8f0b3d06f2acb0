import { isSafeAddress } from '../model/index.ts';
import { parseXml, type XmlElement } from '../xml/index.ts';

/** A drawing that runs nothing and loads nothing. */
export interface SafeSvg {
  /** As they were, where nothing had to go. */
  readonly bytes: Uint8Array;
  /** What was taken out, as it is called in the file, each once. */
  readonly removed: readonly string[];
}

/** Elements that run, or show other documents: SVG 2 and what browsers take from HTML. By name without prefix. */
const active: ReadonlySet<string> = new Set(
  'script foreignObject iframe embed object audio video handler listener canvas'.toLowerCase().split(' '),
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
  if (!root) return suspicious.test(text) ? undefined : { bytes, removed: [] }; // no browser shows what is not XML
  const removed = new Set<string>();
  const clean = cleaned(root, removed);
  if (!clean) return undefined;
  if (/<\?xml-stylesheet/i.test(text)) removed.add('xml-stylesheet');
  if (/<!ENTITY/i.test(text)) removed.add('!ENTITY');
  if (removed.size === 0) return { bytes, removed: [] };
  return { bytes: new TextEncoder().encode(written(clean)), removed: [...removed] };
}

/** What a reader less strict than ours might yet find in a text. */
const suspicious = /script|foreignobject|iframe|\bon\w+\s*=|href|url\(|@import|<!ENTITY/i;

function cleaned(element: XmlElement, removed: Set<string>): XmlElement | undefined {
  const name = local(element.name);
  const target = local(element.attributes.get('attributeName') ?? '');
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
  const children = element.children.flatMap((child): (XmlElement | string)[] => {
    if (typeof child !== 'string') {
      const inner = cleaned(child, removed);
      return inner ? [inner] : [];
    }
    const kept = name === 'style' ? safeStyle(child) : child;
    if (kept !== child) removed.add(element.name);
    return [kept];
  });
  return { ...element, attributes, children };
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

/** Style that loads nothing. An escape could hide the name of a function, so style with one goes whole. */
function safeStyle(style: string): string {
  if (/\\/.test(style)) return '';
  return style
    .replace(/@import[^;]*;?/gi, '')
    .replace(/url\(\s*["']?(?!\s*["']?(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]))[^)]*\)/gi, 'none')
    .replace(/(?:image|image-set|src)\([^)]*\)/gi, 'none');
}

function local(name: string): string {
  return name.replace(/^.*:/, '').toLowerCase();
}

function written({ name, attributes, children }: XmlElement): string {
  const own = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : written(child))).join('');
  return `<${name}${own}>${inner}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"\n\t]/g, (sign) => named[sign] ?? sign);
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
