import type { Nodes, PhrasingVariant, Variant } from 'mdast';
import type { Passage } from '../language/index.ts';
import { fileOf, isTextBlock, type Language, lineStart, type SourceDocument } from '../model/index.ts';
import { plain, type Side } from './unit.ts';

/** Positions that come from the parser know it. */
interface Offset {
  readonly offset?: number | undefined;
}

/** A variant as one side of a unit. */
export function passageOf(variant: Variant | PhrasingVariant, document: SourceDocument): Side {
  const { text, path } = fileOf(document, variant.position);
  const start: Offset | undefined = variant.position?.start;
  const end: Offset | undefined = variant.position?.end;
  const from = start?.offset ?? 0;
  const written = text.slice(from, end?.offset ?? from);
  const fenced = variant.type === 'variant' && /^:{3,}/.test(written);
  const source = fenced ? withoutFences(written) : variant.type === 'variant' ? written : withoutBrackets(written);
  const { language } = variant;
  return {
    path,
    source,
    passage: { language, source, ...contentOf(variant, language) },
    ...(variant.position && { position: plain(variant.position) }),
    ...(fenced && { fence: from }),
    ...(fenced && prefixBefore(text, from)),
    ...(variant.type === 'variant' && variant.rev !== undefined && { rev: variant.rev }),
  };
}

/** Behind the mark of a list item, the lines that follow are indented as far. */
function prefixBefore(text: string, at: number): { readonly prefix?: string } {
  const line = text.slice(lineStart(text, at), at);
  return line === '' ? {} : { prefix: line.replace(/[^\s>]/g, ' ') };
}

function withoutFences(written: string): string {
  return written
    .replace(/^.*(?:\r\n|\n|\r|$)/, '')
    .replace(/(?:^|\r\n|\n|\r)[ \t>]*:{3,}[ \t]*(?:\r\n|\n|\r)?[ \t>]*$/, '');
}

/** `:en[words]{only}` → `words`. */
function withoutBrackets(written: string): string {
  return written.replace(/^:\w+\[/, '').replace(/\](?:\{[^{}]*\})?$/, '');
}

function contentOf(variant: Nodes, language: Language): Pick<Passage, 'words' | 'links' | 'values'> {
  const links: string[] = [];
  const values: string[] = [];
  const wordsOf = (node: Nodes): string => {
    if (node.type === 'phrasingVariant' && node.language !== language) return '';
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') links.push(node.url.trim());
    if (node.type === 'linkReference' || node.type === 'imageReference') links.push(`[${node.identifier}]`);
    if (node.type === 'reference') links.push(node.url);
    if (node.type === 'value') values.push(`${node.kind} ${node.value} ${node.currency ?? ''}`);
    if (node.type === 'value' || node.type === 'break') return ' ';
    if (node.type === 'image') return node.alt ?? '';
    if ('children' in node) {
      const between = node === variant || !isPhrasing(node) ? '\n' : '';
      return node.children.map(wordsOf).join(isLine(node) ? '' : between);
    }
    return 'value' in node ? node.value : '';
  };
  return { words: wordsOf(variant), links, values };
}

/** Its children are words of one line. */
const isLine = (node: Nodes): boolean => node.type === 'phrasingVariant' || isTextBlock(node);

const phrasing: ReadonlySet<string> = new Set([
  ...['emphasis', 'strong', 'delete', 'link', 'linkReference', 'span', 'untranslated', 'term', 'reference'],
  ...['superscript', 'subscript', 'phrasingPair', 'phrasingVariant', 'abbreviation', 'caption', 'label'],
]);

function isPhrasing(node: Nodes): boolean {
  return phrasing.has(node.type);
}
