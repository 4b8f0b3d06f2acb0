import type { CrossReference, Link, Nodes } from 'mdast';
import { walk } from '../align/index.ts';
import type { Destination } from '../model/index.ts';
import { resolveDefinitions } from './definitions.ts';
import type { Plugin } from './plugin.ts';

/**
 * Marks links that stay inside the publication with their destination, a file and an id; `assemble` knows whether it
 * exists. Links by label (`[text][label]`) become plain links first.
 */
export const crossLinks: Plugin = () => (tree, file) => {
  resolveDefinitions(tree, file);
  walk(tree, (node) => {
    if (!isLink(node)) return;
    const from = node.position?.path ?? file.path;
    const bare = node.type === 'reference' ? destinationOf(`#${node.url}`, from) : undefined;
    const destination = (node.type === 'link' || isFile(node.url) ? destinationOf(node.url, from) : undefined) ?? bare;
    const anywhere = node.type === 'reference' && node.anywhere && bare !== undefined && destination === bare;
    if (destination) node.data = { ...node.data, destination: { ...destination, ...(anywhere && { anywhere }) } };
  });
};

function isLink(node: Nodes): node is Link | CrossReference {
  return node.type === 'link' || node.type === 'reference';
}

/** `border.md`, `border.md#plan`, `#plan`; what else is called by a name is called by an id. */
function isFile(url: string): boolean {
  return /^[^#]*\.(?:md|yaml)(?:#|$)|^#/.test(url);
}

/**
 * `#plan`, `border.md`, `../border.md#plan`, `../border`; undefined for what has a scheme or a host, or is empty.
 *
 * @param from - Path of the file that has the link, relative to the publication's folder.
 */
function destinationOf(url: string, from: string): Destination | undefined {
  if (url === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return undefined;
  const [, name = '', hash] = /^([^#]*)(?:#(.*))?$/s.exec(url) ?? [];
  const id = hash === undefined || hash === '' ? undefined : decode(hash);
  return { path: name === '' ? from : resolve(decode(name), from), ...(id !== undefined && { id }) };
}

/** A name relative to the folder of the file that says it; `/x.md` is relative to the first folder, `source/`. */
function resolve(name: string, from: string): string {
  const folders = from.split('/').slice(0, -1);
  const steps = name.startsWith('/') ? folders.slice(0, 1) : folders;
  for (const step of name.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Percent-encoding undone; what is not well-formed stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
