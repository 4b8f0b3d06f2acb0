import type { Element, Nodes, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import { isElement, typesOf } from './hast.ts';
import { xhtmlOf } from './xml.ts';

/**
 * Readers on small devices load a file whole: none is longer than 300 kB, unless one block alone is. What is around the
 * text takes some of that.
 */
const limit = 300_000 - 16_000;

type Run = readonly RootContent[];

/** Length of each block in a file, in bytes, with the notes that it is the first to call. */
type Sizes = ReadonlyMap<RootContent, number>;

/** A tree as one or more trees, each short enough for a file: cut at headings, the highest first, else between blocks. */
export function cutTree(tree: Root): Root[] {
  if (mostBytes(tree) <= limit) return [tree];
  const notes = tree.children.find((node): node is Element => typesOf(node).includes('footnotes'));
  const text = tree.children.filter((node) => node !== notes);
  const sizes = sizesOf(text, notes);
  const runs = cutRun(text, 2, sizes);
  if (runs.length === 1) return [tree];
  return withNotes(runs, notes).map((children) => ({ type: 'root', children: [...children] }));
}

function sizesOf(text: Run, notes: Element | undefined): Sizes {
  const waiting = new Map<unknown, number>();
  for (const note of notes?.children.filter(isNote) ?? []) waiting.set(`#${note.properties.id}`, bytesOf(note));
  return new Map(
    text.map((node) => {
      let size = bytesOf(node);
      for (const href of callsIn([node])) {
        size += waiting.get(href) ?? 0;
        waiting.delete(href);
      }
      return [node, size];
    }),
  );
}

function bytesOf(node: RootContent): number {
  return Buffer.byteLength(xhtmlOf(node));
}

/** What a tree cannot be longer than as XHTML, in bytes, without writing it: six for each letter, as `&quot;` has. */
function mostBytes(node: Nodes): number {
  if ('value' in node) return node.value.length * 6 + 7;
  if (!('children' in node)) return 0;
  const children = node.children.reduce((sum, child) => sum + mostBytes(child), 0);
  if (!isElement(node)) return children;
  const attributes = Object.entries(node.properties).reduce((sum, [name, value]) => {
    return sum + name.length + 8 + (Array.isArray(value) ? value.join(' ') : String(value)).length * 6;
  }, 0);
  return children + attributes + 2 * node.tagName.length + 5;
}

function cutRun(run: Run, depth: number, sizes: Sizes): Run[] {
  if (run.length < 2 || sizeOf(run, sizes) <= limit) return [run];
  const groups = depth > 6 ? run.map((node) => [node]) : groupsOf(run, depth);
  if (groups.length === 1) return cutRun(run, depth + 1, sizes);
  return packed(groups, sizes).flatMap((group) => cutRun(group, depth + 1, sizes));
}

/** The run cut before each heading of this depth. */
function groupsOf(run: Run, depth: number): Run[] {
  const groups: RootContent[][] = [];
  for (const node of run) {
    const last = groups.at(-1);
    if (last === undefined || depthOf(node) === depth) groups.push([node]);
    else last.push(node);
  }
  return groups;
}

/** Neighbours put together again as long as they fit. A lone heading never stays behind without what it heads. */
function packed(groups: readonly Run[], sizes: Sizes): Run[] {
  const packs: { run: RootContent[]; size: number }[] = [];
  for (const group of groups) {
    const size = sizeOf(group, sizes);
    const last = packs.at(-1);
    if (last && (last.size + size <= limit || last.run.every(isHeadingOrSpace))) {
      last.run.push(...group);
      last.size += size;
    } else packs.push({ run: [...group], size });
  }
  return packs.map((pack) => pack.run);
}

function isHeadingOrSpace(node: RootContent): boolean {
  return isElement(node) ? depthOf(node) !== undefined : true;
}

/** Of a heading, or of a pair whose first half is one. */
function depthOf(node: RootContent): number | undefined {
  if (!isElement(node)) return undefined;
  if (/^h[1-6]$/.test(node.tagName)) return Number(node.tagName[1]);
  const classes = node.properties.className;
  if (!Array.isArray(classes) || !classes.includes('pair')) return undefined;
  const [half] = node.children;
  const blocks = half && isElement(half) ? half.children.filter(isElement) : [];
  const [only] = blocks;
  return only && blocks.length === 1 ? depthOf(only) : undefined;
}

/** Each note goes to the end of the piece that calls it first, under a heading of its own; one never called, to the last. */
function withNotes(runs: readonly Run[], notes: Element | undefined): Run[] {
  if (!notes) return [...runs];
  const homes = new Map<unknown, number>();
  for (const [index, run] of runs.entries()) {
    for (const href of callsIn(run)) if (!homes.has(href)) homes.set(href, index);
  }
  return runs.map((run, index) => {
    const own = notes.children.filter((node) => {
      if (!isNote(node)) return true;
      return (homes.get(`#${node.properties.id}`) ?? runs.length - 1) === index;
    });
    if (!own.some(isNote)) return run;
    const section = structuredClone({ ...notes, children: own });
    if (index > 0) renameHeading(section, `-${index + 1}`);
    return [...run, section];
  });
}

/** The heading above the notes stands in several pieces: its id must not. */
function renameHeading(section: Element, suffix: string): void {
  const heading = section.children.find((node): node is Element => isElement(node) && /^h[1-6]$/.test(node.tagName));
  if (heading?.properties.id === undefined) return;
  heading.properties.id = `${heading.properties.id}${suffix}`;
  section.properties.ariaLabelledBy = [heading.properties.id];
}

function isNote(node: RootContent): node is Element {
  return typesOf(node).includes('footnote');
}

function callsIn(run: Run): unknown[] {
  const calls: unknown[] = [];
  visit({ type: 'root', children: [...run] } as Root, 'element', (element) => {
    if (typesOf(element).includes('noteref')) calls.push(element.properties.href);
  });
  return calls;
}

function sizeOf(run: Run, sizes: Sizes): number {
  return run.reduce((sum, node) => sum + (sizes.get(node) ?? 0), 0);
}
