import type {
  Blockquote,
  Heading,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  TableCell,
  TableRow,
  Variant,
} from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { cutPairs } from '../align/index.ts';
import { type Block, isSafeAddress } from '../model/index.ts';
import { checkAddress } from './addresses.ts';
import { convertContainer, convertLeaf } from './containers.ts';
import { gatherDefinitions } from './definitions.ts';
import { displayFormula, formulaAlone } from './formulae.ts';
import { headingOf } from './headings.ts';
import { blocksOf, type Unpaired } from './htmlBlocks.ts';
import { cellChildren, isOneLine } from './htmlCells.ts';
import { type HtmlInput, type HtmlItem, htmlTree } from './htmlTree.ts';
import { convertPhrasing, htmlInput, phrasingIn, phrasingInput, placed, type Reading } from './phrasing.ts';
import { isPlaceholder, placeholderIn } from './placeholders.ts';
import { report } from './source.ts';
import { withSpans } from './tableSpans.ts';

/** Blocks as parsed → ours: raw HTML and directives become nodes, definition lists and pairs are made. */
export function convertBlocks(nodes: readonly RootContent[], reading: Reading): Block[] {
  return pairBlocks(convertUnpaired(nodes, reading), reading);
}

/** As `convertBlocks`, with the sides of pairs still apart. */
export function convertUnpaired(nodes: readonly RootContent[], reading: Reading): Unpaired[] {
  const input = nodes.flatMap((node): HtmlInput<Unpaired>[] => {
    if (node.type === 'html') return htmlInput(node, reading);
    return convertBlock(node, reading).map((made) => ({ kind: 'node', node: made, at: placed(made) }));
  });
  const blocks = input.every((item) => item.kind === 'node')
    ? input.map((item) => (item as { node: Unpaired }).node)
    : blocksOf(htmlTree(input), reading).map((block) => pairWithin(block, reading));
  return gatherDefinitions(blocks, reading);
}

/** Pairs in what raw HTML holds; in what Markdown holds they are made already. */
function pairWithin<Node extends Unpaired>(node: Node, reading: Reading): Node {
  if (node.type === 'pair' || !('children' in node)) return node;
  const children = (node.children as Unpaired[]).map((child) => pairWithin(child, reading));
  if (node.type === 'variant' || !children.some(({ type }) => type === 'variant')) return { ...node, children };
  return { ...node, children: pairBlocks(children, reading) };
}

function convertBlock(node: RootContent, reading: Reading): Unpaired[] {
  switch (node.type) {
    case 'paragraph': {
      const children = convertPhrasing(node.children, reading);
      checkNote(node, reading);
      const formula = formulaAlone(children);
      if (formula) return [formula];
      return children.length > 0 ? [{ ...node, children }] : [];
    }
    case 'heading':
      checkNote(node, reading);
      return [headingOf({ ...node, children: convertPhrasing(node.children, reading) }, reading)];
    case 'blockquote':
      return [alertOf({ ...node, children: convertBlocks(node.children, reading) })];
    case 'footnoteDefinition':
      return [{ ...node, children: convertBlocks(node.children, reading) }];
    case 'list':
      return [{ ...node, children: node.children.map((item) => itemOf(item, reading)) }];
    case 'table':
      return [withSpans({ ...node, children: node.children.map((row) => rowOf(row, reading)) })];
    case 'code':
      return [{ ...node, value: node.value.replace(/\r\n?/g, '\n') }];
    case 'math':
      return [displayFormula(node, reading)];
    case 'definition':
      return checkAddress(node.url, node, reading) ? [node] : [];
    case 'containerDirective':
      return convertContainer(node, reading);
    case 'leafDirective':
      return convertLeaf(node, reading);
    case 'yaml':
      return [];
  }
  return [node as Block];
}

function itemOf(item: ListItem, reading: Reading): ListItem {
  return { ...item, children: convertBlocks(item.children, reading) };
}

function rowOf(row: TableRow, reading: Reading): TableRow {
  const cellOf = (cell: TableCell): TableCell => {
    checkNote(cell, reading);
    const items = htmlTree(phrasingInput(cell.children, reading));
    const held = items as readonly HtmlItem<PhrasingContent | Unpaired>[] as readonly HtmlItem<Unpaired>[];
    const children = isOneLine(held) ? phrasingIn(items, reading) : cellChildren(blocksOf(held, reading));
    return { ...cell, children };
  };
  return { ...row, children: row.children.map(cellOf) };
}

/** `> [!NOTE]` on a line of its own: the alerts of code hosts. */
function alertOf(quote: Blockquote): Block {
  const [first, ...rest] = quote.children;
  const mark = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || mark?.type !== 'text') return quote;
  const [written, kind] = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i.exec(mark.value) ?? [];
  const ends = first.children[1] === undefined || first.children[1].type === 'break' || written?.endsWith('\n');
  if (written === undefined || !kind || !ends) return quote;
  const value = mark.value.slice(written.length);
  const after = first.children.slice(first.children[1]?.type === 'break' && !value ? 2 : 1);
  const words: Paragraph = { ...first, children: [...(value ? [{ ...mark, value }] : []), ...after] };
  return {
    type: 'admonition',
    kind: kind.toLowerCase() as 'note',
    children: [...(words.children.length > 0 ? [words] : []), ...rest] as Block[],
    position: placed(quote),
  };
}

/** Adjacent language blocks become pairs. */
function pairBlocks(blocks: readonly Unpaired[], reading: Reading): Block[] {
  const result: Block[] = [];
  let run: Variant[] = [];
  const endRun = (): void => {
    result.push(...pairsOf(run, reading));
    run = [];
  };
  for (const block of blocks) {
    if (block.type === 'variant') run.push(block);
    else {
      endRun();
      result.push(block);
    }
  }
  endRun();
  return result;
}

function pairsOf(run: readonly Variant[], reading: Reading): Block[] {
  const { pairs, faults } = cutPairs(run);
  for (const fault of faults) {
    if (fault.kind === 'lone' && reading.fencesWrong) continue;
    const details = { variant: fault.kind, language: fault.at.language };
    report(reading, fault.rule, { position: fault.at.position, beside: fault.beside, details });
  }
  for (const side of run) checkWords(side, reading);
  return pairs.flatMap((pair): Block[] => {
    const [side] = pair.children;
    const alone = pair.children.length === 1 && side && !side.only && side.data?.untranslated;
    return alone ? side.children.map((child) => untranslated(child, side)) : [pair];
  });
}

/** What stands in one language on purpose is in both editions, marked as what it is. */
function untranslated(child: Block, { language }: Variant): Block {
  return { ...child, data: { ...child.data, lang: language, untranslated: true } } as Block;
}

/** A note to self where words should be, on one side or in shared text. */
function checkNote(node: Paragraph | Heading | TableCell, reading: Reading): void {
  const found = isPlaceholder(textOf(node)) ? textOf(node) : placeholderIn(runningWords(node));
  if (found === undefined) return;
  const details = { variant: 'note', words: found.trim().slice(0, 40) };
  report(reading, 'variant-present', { position: node.position, details });
}

/** Words of a block without code; a letter stands where something else does. */
function runningWords(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'textDirective' && isPlaceholder(textOf(node))) return 'x'; // told by itself
  if ('children' in node) return (node.children as Nodes[]).map(runningWords).join('');
  return node.type === 'break' ? ' ' : 'x';
}

function checkWords(side: Variant, reading: Reading): void {
  if (side.children.length > 0) return;
  const details = { variant: 'empty', language: side.language };
  report(reading, 'variant-present', { position: side.position, details });
}

/** Labels of reference definitions that lead nowhere safe. */
export function unsafeLabels(root: Root): Set<string> {
  const labels = new Set<string>();
  const walk = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'definition' && !isSafeAddress(node.url)) labels.add(node.identifier);
      else if ('children' in node) walk(node.children as RootContent[]);
    }
  };
  walk(root.children);
  return labels;
}
