import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Nodes, Parent } from 'mdast';
import { copyTree, nameParts } from '../../pipeline/align/index.ts';
import { format } from '../../pipeline/edit/index.ts';
import type { Publication } from '../../pipeline/model/index.ts';
import { readPublication } from '../../pipeline/read/index.ts';

const ways = {
  plain: {},
  ids: { ids: true },
  typography: { typography: true },
  all: { ids: true, typography: true },
} as const;

/** What `fmt` did to a publication that it should not: whatever is asked for, the tree stays, and once is enough. */
export async function faultsOfFormatting(folder: string): Promise<{ faults: readonly string[]; changed: number }> {
  const faults: string[] = [];
  let changed = 0;
  for (const [name, { ids, typography }] of Object.entries<{ ids?: true; typography?: true }>(ways)) {
    const dir = mkdtempSync(join(tmpdir(), 'diptych-fmt-'));
    cpSync(folder, dir, { recursive: true });
    const publication = await read(dir);
    const options = { ...(ids && { ids }), ...(typography && { typography: publication.settings }) };
    const changes = format(publication.documents, options);
    changed += changes.length;
    for (const { path, after } of changes) writeFileSync(join(dir, path), after);
    const again = await read(dir);
    for (const { path } of format(again.documents, options)) faults.push(`${name}: ${path} changes once more`);
    const told = (each: Publication): readonly string[] =>
      each.documents.map((document) => {
        const tree = copyTree(document.tree);
        nameParts(tree, document);
        return outline(tree, typography === true);
      });
    const [before, after] = [told(publication), told(again)];
    for (const [index, { path }] of publication.documents.entries()) {
      if (before[index] !== after[index])
        faults.push(`${name}: ${path} ${firstDifference(before[index], after[index])}`);
    }
  }
  return { faults, changed };
}

async function read(dir: string): Promise<Publication> {
  const { value } = await readPublication(dir);
  if (!value) throw new Error('The publication cannot be read');
  return value;
}

function isHeadingAlone({ children }: Parent): boolean {
  return children.length === 1 && children[0]?.type === 'heading';
}

/** Everything of a tree but positions, and who named what; where words may be set, their letters and digits alone. */
function outline(node: Nodes, letters: boolean): string {
  const { position: _, ...rest } = node as Nodes & { data?: Record<string, unknown> };
  const { authored: __, waivers: ___, ...data } = rest.data ?? {};
  if (node.type === 'pair' && node.children.every(isHeadingAlone)) delete data.id; // its headings have it
  const children = 'children' in node ? node.children.map((child) => outline(child, letters)).join('\n') : '';
  const own = Object.entries({ ...rest, data, children: undefined }).map(([key, value]) => {
    const words = typeof value === 'string' && letters && key === 'value' && node.type === 'text';
    return words ? value.replace(/[^\p{L}\p{N}\r\n]/gu, '') : `${key}=${JSON.stringify(value)}`;
  });
  return `(${own.join(' ')}${children && `\n${children}`})`;
}

function firstDifference(one = '', other = ''): string {
  const [a, b] = [one.split('\n'), other.split('\n')];
  const at = a.findIndex((line, index) => line !== b[index]);
  return `was ${a[at]} and is ${b[at]}`;
}
