import type { Nodes, Pair } from 'mdast';
import { textIn, walk } from '../../align/index.ts';
import { slugOf } from '../../language/index.ts';
import type { Memory, SourceDocument } from '../../model/index.ts';

/** What addresses call a document and the places in it. */
interface TargetPage {
  readonly id: string;
  readonly anchors: ReadonlyMap<string, string>;
}

/** By the path of each file that a document was read from. */
export type TargetPages = ReadonlyMap<string, TargetPage>;

export function targetPages(documents: readonly SourceDocument[], memory: Memory): TargetPages {
  const pages = new Map<string, TargetPage>();
  for (const document of documents) {
    const own = memory.part(document.path);
    const page = own.recall('page', [document], () =>
      own.same('page', { id: document.id, anchors: anchorsOf(document.tree) }),
    );
    for (const { path } of [document, ...(document.files ?? [])]) pages.set(path, page);
  }
  return pages;
}

/**
 * Finds what an address means inside the publication, the same for both languages: `keys.md#types` and
 * `cles.md#types-de-cles` give `keys#types`.
 *
 * @param reads - Told the path of each file that is looked for.
 * @returns The address itself where it leads elsewhere.
 */
export function targetsIn(pages: TargetPages, reads: (path: string) => void): (url: string, from: string) => string {
  return (url, from) => {
    const [, path = '', anchor] = /^([^?#]*)(?:#(.*))?$/s.exec(url) ?? [];
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return url;
    const file = path === '' ? from : resolved(decoded(path), from);
    reads(file);
    const page = pages.get(file);
    if (!page) return url;
    const id = anchor === undefined || anchor === '' ? undefined : anchorIn(page.anchors, decoded(anchor));
    return (path === '' ? '' : page.id) + (id === undefined ? '' : `#${id}`);
  };
}

function anchorIn(anchors: ReadonlyMap<string, string>, anchor: string): string {
  return (
    keysOf(anchor)
      .map((key) => anchors.get(key))
      .find((id) => id !== undefined) ?? anchor
  );
}

/** Ids of headings, by every name that they may go by. */
function anchorsOf(tree: Nodes): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const add = (name: string, id: string): void => {
    for (const key of keysOf(name)) if (!anchors.has(key)) anchors.set(key, id);
  };
  walk(tree, (node, place) => {
    if (node.data?.id !== undefined) add(node.data.id, node.data.id);
    if (node.type === 'pair') for (const [name, id] of pairedHeadings(node)) add(name, id);
    if (node.type !== 'heading' || place.variant) return;
    const [first = 'en'] = place.languages;
    const id = node.data?.id ?? slugOf(textIn(node, first));
    for (const language of place.languages) add(textIn(node, language), id);
  });
  return anchors;
}

/** Headings of a pair stand against each other in their order, if there are as many. */
function pairedHeadings(pair: Pair): readonly (readonly [name: string, id: string])[] {
  const [first = [], second = []] = pair.children.map(({ children, language }) => {
    const found: { name: string; id: string | undefined }[] = [];
    for (const block of children) {
      walk(block, (node) => {
        if (node.type === 'heading') found.push({ name: textIn(node, language), id: node.data?.id });
      });
    }
    return found;
  });
  return first.flatMap((heading, index) => {
    const other = first.length === second.length ? second[index] : undefined;
    const id = heading.id ?? other?.id ?? slugOf(heading.name);
    return [[heading.name, id] as const, ...(other ? [[other.name, id] as const] : [])];
  });
}

/** Hosts make anchors in two ways: accents taken off letters, or letters with accents left out. Hyphens differ too. */
function keysOf(name: string): readonly string[] {
  const tight = (text: string): string => text.toLowerCase().replace(/[^a-z\d]/g, '');
  return [tight(slugOf(name)), tight(name.normalize('NFC'))];
}

/** @param from - Path of the file that the address stands in. */
function resolved(path: string, from: string): string {
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url).normalize('NFC');
  } catch {
    return url;
  }
}
