import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ContentsEntry, Edition, EditionDocument } from '../../pipeline/model/index.ts';

const sourceOnly: ReadonlySet<string> = new Set([
  'pair',
  'variant',
  'phrasingPair',
  'phrasingVariant',
  'value',
  'generated',
  'reference',
  'untranslated',
  'definition',
  'linkReference',
  'imageReference',
  'html',
  'yaml',
]);

/** What is wrong with an edition, whatever its publication; empty when it is sound. */
export function faultsOf(edition: Edition): string[] {
  const ids = new Map(edition.documents.map((document) => [document.id, idsOf(document)]));
  const leads = (document: string, id?: string): boolean =>
    id === undefined ? ids.has(document) : ids.get(document)?.includes(id) === true;
  return [
    ...edition.documents.flatMap((document) => [
      ...faultsOfTree(document).map((fault) => `${document.id}: ${fault}`),
      ...targetsOf(document)
        .filter((target) => !leads(target.document, target.id))
        .map((target) => `${document.id}: leads nowhere: ${target.document}#${target.id}`),
    ]),
    ...entriesOf(edition.contents)
      .filter(({ target }) => !leads(target.document, target.id))
      .map(({ text }) => `contents: “${text}” leads nowhere`),
  ];
}

/** The document's anchors, those of notes and of their calls too, as often as they stand in it. */
export function idsOf(document: EditionDocument): string[] {
  const ids: string[] = [];
  for (const root of rootsOf(document)) {
    visit(root, (node) => {
      if (node.data?.id !== undefined) ids.push(node.data.id);
      if (node.type === 'footnoteDefinition') ids.push(`fn-${node.data?.number}`);
      if (node.type === 'footnoteReference') ids.push(`fnref-${node.data?.number}-${node.data?.call}`);
    });
  }
  return ids;
}

function faultsOfTree(document: EditionDocument): string[] {
  const faults: string[] = [];
  const [first] = document.tree.children;
  if (first?.type !== 'heading' || first.depth !== 1) faults.push('does not begin with its title');
  const ids = idsOf(document);
  for (const [index, id] of ids.entries()) if (ids.indexOf(id) !== index) faults.push(`has the id ${id} twice`);
  let depth = 0;
  for (const root of rootsOf(document)) {
    visit(root, (node, _, parent) => {
      if (sourceOnly.has(node.type)) faults.push(`has a ${node.type}`);
      if (node.data?.destination || ('src' in node && node.type === 'figure'))
        faults.push(`a ${node.type} is not settled`);
      if (node.type === 'footnoteDefinition' && parent?.type) faults.push('has a note in its tree');
      if (node.type === 'link' && node.children.length === 0) faults.push('has a link without words');
      if (node.type === 'term' && !node.data?.target) faults.push('has a term that leads nowhere');
      if (node.type === 'caption' && node.children.some((child) => 'children' in child && child.type === 'paragraph'))
        faults.push('has blocks in a caption');
      if (node.type !== 'heading') return;
      if (node.depth > depth + 1) faults.push(`skips from depth ${depth} to ${node.depth}`);
      if (node.depth === 1 && node !== first) faults.push('has two titles');
      depth = node.depth;
    });
  }
  return faults;
}

function targetsOf(document: EditionDocument) {
  const targets: { document: string; id?: string }[] = [];
  for (const root of rootsOf(document))
    visit(root, (node) => void (node.data?.target && targets.push(node.data.target)));
  return targets;
}

function entriesOf(entries: readonly ContentsEntry[]): ContentsEntry[] {
  return entries.flatMap((entry) => [entry, ...entriesOf(entry.children)]);
}

function rootsOf(document: EditionDocument): Nodes[] {
  return [document.tree, ...document.notes];
}
