import type { Element, Root, RootContent } from 'hast';
import { fillFiles, sizeOf } from './divide.ts';
import { headingDepth, isElement, typesOf } from './hast.ts';
import { callsIn, limit, mostBytes, type Scale, scaleOf } from './sizes.ts';
import { blockUnits } from './units.ts';

type Run = readonly RootContent[];

/**
 * A tree as one or more trees, each short enough for a file: cut at headings, the highest first, else between blocks,
 * else within lists and tables.
 */
export function cutTree(tree: Root): Root[] {
  if (mostBytes(tree) <= limit) return [tree];
  const notes = tree.children.find((node): node is Element => typesOf(node).includes('footnotes'));
  const text = tree.children.filter((node) => node !== notes);
  const scale = scaleOf(text, notes?.children.filter(isNote) ?? []);
  const runs = cutRun(text, 2, scale);
  if (runs.length === 1) return [tree];
  return withNotes(runs, notes).map((children) => ({ type: 'root', children: [...children] }));
}

function cutRun(run: Run, depth: number, scale: Scale): Run[] {
  if (sizeOf(run, scale) <= limit) return [run];
  if (depth > 6)
    return fillFiles(blockUnits(run), { first: limit, next: limit }, scale).filter(({ length }) => length > 0);
  const groups = groupsOf(run, depth);
  if (groups.length === 1) return cutRun(run, depth + 1, scale);
  return packed(groups, scale).flatMap((group) => cutRun(group, depth + 1, scale));
}

/** The run cut before each heading of this depth. */
function groupsOf(run: Run, depth: number): Run[] {
  const groups: RootContent[][] = [];
  for (const node of run) {
    const last = groups.at(-1);
    if (last === undefined || headingDepth(node) === depth) groups.push([node]);
    else last.push(node);
  }
  return groups;
}

/** Neighbours put together again as long as they fit. A lone heading never stays behind without what it heads. */
function packed(groups: readonly Run[], scale: Scale): Run[] {
  const packs: { run: RootContent[]; size: number }[] = [];
  for (const group of groups) {
    const size = sizeOf(group, scale);
    const last = packs.at(-1);
    if (last && (last.size + size <= limit || last.run.every(isHeadingOrSpace))) {
      last.run.push(...group);
      last.size += size;
    } else packs.push({ run: [...group], size });
  }
  return packs.map((pack) => pack.run);
}

function isHeadingOrSpace(node: RootContent): boolean {
  return isElement(node) ? headingDepth(node) !== undefined : true;
}

/** Each note goes to the end of the piece that calls it first, under a heading of its own; one never called, to the last. */
function withNotes(runs: readonly Run[], notes: Element | undefined): Run[] {
  if (!notes) return [...runs];
  const homes = new Map<unknown, number>();
  for (const [index, run] of runs.entries()) {
    for (const { properties } of callsIn(run)) {
      if (!homes.has(properties.href)) homes.set(properties.href, index);
    }
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
