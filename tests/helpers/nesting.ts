import { elementsIn, type XmlElement } from './xml.ts';

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const blocks = [
  ...['p', 'div', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'pre', 'blockquote', 'figure', 'figcaption'],
  ...['section', 'article', 'aside', 'nav', 'header', 'footer', 'main', 'hr', 'address', 'caption', ...headings],
];
/** Hold phrasing alone. */
const inline = [
  ...['p', 'pre', 'span', 'em', 'strong', 'code', 'abbr', 'dfn', 'sub', 'sup', 'del', 's', 'i', 'b', 'q', 'cite'],
  ...['kbd', 'samp', 'var', 'time', 'mark', 'small', 'u', ...headings],
];
/** Hold these and nothing else, not even words. */
const only: Readonly<Record<string, readonly string[]>> = {
  ol: ['li'],
  ul: ['li'],
  dl: ['dt', 'dd', 'div'],
  table: ['caption', 'colgroup', 'thead', 'tbody', 'tfoot'],
  thead: ['tr'],
  tbody: ['tr'],
  tfoot: ['tr'],
  tr: ['th', 'td'],
};
const empty = ['img', 'br', 'hr', 'input', 'col', 'wbr'];
/** Of ARIA 1.2 and DPUB-ARIA 1.1, what a book of text may use. */
const roles = [
  ...['note', 'region', 'img', 'group', 'navigation', 'presentation', 'none', 'list', 'listitem', 'math'],
  ...['doc-chapter', 'doc-cover', 'doc-toc', 'doc-glossary', 'doc-glossref', 'doc-noteref', 'doc-footnote'],
  ...['doc-endnotes', 'doc-backlink', 'doc-subtitle', 'doc-colophon', 'doc-abstract', 'doc-index', 'doc-bibliography'],
  ...['doc-pagelist', 'doc-pagebreak'],
];
/** Elements that may carry a role of DPUB-ARIA, by ARIA in HTML. */
const hosts: Readonly<Record<string, readonly string[]>> = {
  'doc-cover': ['img'],
  'doc-noteref': ['a'],
  'doc-backlink': ['a'],
  'doc-glossref': ['a'],
  'doc-toc': ['nav', 'section'],
};

/** What is wrong with the nesting of a page: what the validators at hand let pass. */
export function nestingFaults(page: XmlElement): string[] {
  const faults: string[] = [];
  for (const { element, around } of elementsIn(page)) {
    const { name, attributes, children } = element;
    const parent = around.at(-1);
    const path = [...around.slice(-3), element].map((each) => each.name).join(' > ');
    const words = children.some((child) => typeof child === 'string' && child.trim() !== '');
    const outside = around.find((each) => inline.includes(each.name));
    if (blocks.includes(name) && outside) faults.push(`block in <${outside.name}>: ${path}`);
    if (only[name] && words) faults.push(`words directly in <${name}>: ${path}`);
    if (parent && only[parent.name] && !only[parent.name]?.includes(name)) faults.push(`not allowed here: ${path}`);
    if (name === 'li' && !['ol', 'ul'].includes(parent?.name ?? '')) faults.push(`item outside a list: ${path}`);
    if (name === 'a' && around.some((each) => each.name === 'a')) faults.push(`link in a link: ${path}`);
    if (name === 'a' && !attributes.href) faults.push(`link to nowhere: ${path}`);
    if (empty.includes(name) && children.length > 0) faults.push(`not empty: ${path}`);
    if (headings.includes(name) && around.some((each) => ['dt', 'caption', 'th'].includes(each.name))) {
      faults.push(`heading in a cell or term: ${path}`);
    }
    if (name === 'figcaption' && parent?.name !== 'figure') faults.push(`caption of nothing: ${path}`);
    if (name === 'img' && attributes.alt === undefined) faults.push(`picture without alt: ${path}`);
    const role = attributes.role;
    if (role !== undefined && !roles.includes(role)) faults.push(`unknown role “${role}”: ${path}`);
    if (role !== undefined && hosts[role] && !hosts[role]?.includes(name)) faults.push(`role ${role} on ${path}`);
    if (attributes.lang !== attributes['xml:lang']) faults.push(`lang and xml:lang differ: ${path}`);
    if (attributes.style !== undefined || Object.keys(attributes).some((key) => /^on/.test(key))) {
      faults.push(`style or script of its own: ${path}`);
    }
  }
  return faults;
}
