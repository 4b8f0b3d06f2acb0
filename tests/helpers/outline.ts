import type { Nodes } from 'mdast';
import type { ContentsEntry, Edition } from '../../pipeline/model/index.ts';

/** An edition for people to read: a line for each node, its children further in, invisible characters made visible. */
export function outlineOf(edition: Edition): string {
  const lines: string[] = [];
  for (const document of edition.documents) {
    lines.push(`# ${document.id} “${visible(document.title)}”`);
    for (const node of document.tree.children) outline(node, '', lines);
    for (const note of document.notes) outline(note, '', lines);
  }
  lines.push('# contents');
  for (const entry of edition.contents) outlineEntry(entry, '', lines);
  return `${lines.join('\n')}\n`;
}

function outline(node: Nodes, indent: string, lines: string[]): void {
  const { type, children, value, position, data, ...rest } = node as unknown as Record<string, unknown>;
  const facts = Object.entries({ ...rest, ...(data as object) })
    .filter(
      ([name, fact]) => fact !== undefined && fact !== null && fact !== false && !['authored', 'unit'].includes(name),
    )
    .map(([name, fact]) => `${name}=${typeof fact === 'string' ? visible(fact) : JSON.stringify(fact)}`);
  const text = typeof value === 'string' ? [`“${visible(value)}”`] : [];
  lines.push(indent + [type, ...facts, ...text].join(' '));
  for (const child of (children as Nodes[] | undefined) ?? []) outline(child, `${indent}  `, lines);
}

function outlineEntry({ text, target, children }: ContentsEntry, indent: string, lines: string[]): void {
  lines.push(`${indent}“${visible(text)}” → ${target.document}${target.id === undefined ? '' : `#${target.id}`}`);
  for (const child of children) outlineEntry(child, `${indent}  `, lines);
}

function visible(text: string): string {
  return text
    .replace(/\u00a0/g, '⍽')
    .replace(/\u202f/g, '⌴')
    .replace(/\n/g, '⏎');
}
