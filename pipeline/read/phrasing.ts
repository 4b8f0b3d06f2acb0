import type { PhrasingContent, PhrasingVariant, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { cutPhrasingPairs } from '../align/index.ts';
import type { Position } from '../model/index.ts';
import { checkAddress } from './addresses.ts';
import { textDirective } from './directives.ts';
import { isUnlabelled } from './fences.ts';
import { inlineFormula } from './formulae.ts';
import { phrasingOf } from './htmlPhrasing.ts';
import { type HtmlToken, htmlTokens } from './htmlTokens.ts';
import { type HtmlInput, type HtmlItem, htmlTree } from './htmlTree.ts';
import { isPlaceholder } from './placeholders.ts';
import { type HtmlSource, report, type Source, sliceOf } from './source.ts';

/** A document while its tree is made. */
export interface Reading extends HtmlSource {
  /** Fences are wrong somewhere, so that blocks without another side are mostly a consequence. */
  readonly fencesWrong: boolean;
  /** Labels of definitions whose address is unsafe. */
  readonly unsafe: ReadonlySet<string>;
  /** Line of the language block that this is in. */
  readonly insideLine?: number;
  readonly positionOf: (start: number, end: number) => Position;
}

/** Phrasing as parsed → ours: raw HTML and directives become nodes, neighbours become pairs. */
export function convertPhrasing(nodes: readonly PhrasingContent[], reading: Reading): PhrasingContent[] {
  return phrasingIn(htmlTree(phrasingInput(nodes, reading)), reading);
}

/** Phrasing as parsed → ours, between the tags of raw HTML. */
export function phrasingInput(nodes: readonly PhrasingContent[], reading: Reading): HtmlInput<PhrasingContent>[] {
  return nodes.flatMap((node): HtmlInput<PhrasingContent>[] => {
    if (node.type === 'html') return htmlInput(node, reading);
    return convertNode(node, reading).map((made) => ({ kind: 'node', node: made, at: placed(made) }));
  });
}

/** What stands between the tags of raw HTML, as words in a line. */
export function phrasingIn(items: readonly HtmlItem<PhrasingContent>[], reading: Reading): PhrasingContent[] {
  return mergeTexts(pairPhrasing(phrasingOf(items, reading), reading));
}

/** Raw HTML's tokens with their places; where containers' marks stand between its lines, the place of the whole. */
export function htmlInput(node: { value: string; position?: Position | undefined }, reading: Reading) {
  const isWhole = sliceOf(reading, node) === node.value;
  const whole: { start: { offset?: number } } & Position = placed(node);
  const start = whole.start.offset ?? 0;
  const tokens = htmlTokens(node.value, (from, to) => (isWhole ? reading.positionOf(start + from, start + to) : whole));
  for (const token of tokens) if (token.kind === 'open') checkAttributes(token, reading);
  return tokens;
}

/** Code in attributes is never carried along, and said so. */
function checkAttributes(tag: HtmlToken & { kind: 'open' }, reading: Reading): void {
  for (const attribute of tag.attributes.keys()) {
    if (!/^on[a-z]/.test(attribute)) continue;
    const details = { variant: 'event', element: tag.name.slice(0, 40), attribute: attribute.slice(0, 40) };
    report(reading, 'html-is-known', { position: tag.at, details });
  }
}

/** @throws on a node without position: that is our mistake. */
export function placed(node: { position?: Position | undefined }): Position {
  if (!node.position) throw new Error('A node without position');
  return node.position;
}

function convertNode(node: PhrasingContent, reading: Reading): PhrasingContent[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ ...node, value: node.value.replace(/\r\n?/g, '\n') }];
    case 'inlineMath':
      return [inlineFormula(node, reading)];
    case 'textDirective':
      if (isUnlabelled(node, reading)) return [{ type: 'text', value: `:${node.name}`, position: placed(node) }];
      return textDirective(node, convertPhrasing(node.children, reading), reading);
    case 'link':
      return checkedLink(node.url, { ...node, children: wordsOfLink(node.children, reading) }, reading);
    case 'image':
      return checkedLink(node.url, node, reading);
    case 'linkReference':
      return checkedReference({ ...node, children: wordsOfLink(node.children, reading) }, reading);
    case 'imageReference':
      return checkedReference(node, reading);
  }
  if (!('children' in node)) return [node];
  return [{ ...node, children: convertPhrasing(node.children as PhrasingContent[], reading) } as PhrasingContent];
}

/** A link holds no other: there `[[id]]` is what plain GFM has, its characters. */
function wordsOfLink(nodes: readonly PhrasingContent[], reading: Reading): PhrasingContent[] {
  const plain = (node: PhrasingContent): PhrasingContent => {
    if (node.type === 'reference') return { type: 'text', value: sliceOf(reading, node), position: placed(node) };
    return 'children' in node
      ? ({ ...node, children: node.children.map((child) => plain(child as PhrasingContent)) } as PhrasingContent)
      : node;
  };
  return convertPhrasing(nodes.map(plain), reading);
}

function checkedLink<Node extends PhrasingContent>(url: string, node: Node, reading: Reading): PhrasingContent[] {
  return checkAddress(url, node, reading) ? [node] : wordsOf(node);
}

/** What an unsafe definition named is left as its words; the definition itself was reported. */
function checkedReference(node: PhrasingContent & { identifier: string }, reading: Reading): PhrasingContent[] {
  return reading.unsafe.has(node.identifier) ? wordsOf(node) : [node];
}

function wordsOf(node: PhrasingContent): PhrasingContent[] {
  if ('children' in node) return node.children as PhrasingContent[];
  const value = 'alt' in node ? (node.alt ?? '') : '';
  return value ? [{ type: 'text', value, ...(node.position && { position: node.position }) }] : [];
}

/** Neighbouring `:en[…]` and `:fr[…]` become pairs. */
export function pairPhrasing(nodes: readonly PhrasingContent[], reading: Source): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  let index = 0;
  while (index < nodes.length) {
    const run: PhrasingVariant[] = [];
    while (isVariant(nodes[index])) run.push(nodes[index++] as unknown as PhrasingVariant);
    if (run.length > 0) {
      const apart = separated(run, nodes, index);
      if (apart) {
        report(reading, 'pair-is-adjacent', {
          ...apart,
          beside: run.at(-1),
          details: { variant: 'space', language: apart.language },
        });
        run.push(apart);
        index += 2;
      }
      result.push(...pairsOf(run, reading));
    } else result.push(nodes[index++] as PhrasingContent);
  }
  return result;
}

function isVariant(node: { type: string } | undefined): boolean {
  return node?.type === 'phrasingVariant';
}

/** The other side of a lone last variant, when only white space lies between them. */
function separated(run: readonly PhrasingVariant[], nodes: readonly PhrasingContent[], index: number) {
  const lone = cutPhrasingPairs(run).faults.find((fault) => fault.kind === 'lone')?.at;
  const [space, next] = [nodes[index], nodes[index + 1] as PhrasingVariant | undefined];
  if (!lone || space?.type !== 'text' || space.value.trim() !== '' || next?.type !== 'phrasingVariant')
    return undefined;
  return next.language !== lone.language && !next.only ? next : undefined;
}

function pairsOf(run: readonly PhrasingVariant[], reading: Source): PhrasingContent[] {
  const { pairs, faults } = cutPhrasingPairs(run);
  for (const fault of faults) {
    const details = { variant: fault.kind === 'lone' ? 'inline' : fault.kind, language: fault.at.language };
    report(reading, fault.rule, { position: fault.at.position, beside: fault.beside, details });
  }
  for (const side of run) {
    const words = textOf(side);
    const variant = isPlaceholder(words) ? 'placeholder' : side.children.length === 0 ? 'empty' : undefined;
    if (variant) {
      const details = { variant, language: side.language, words: words.trim().slice(0, 40) };
      report(reading, 'variant-present', { position: side.position, details });
    }
  }
  return pairs.map((pair): PhrasingContent => {
    const [side] = pair.children;
    const alone = pair.children.length === 1 && side && !side.only && side.data?.untranslated;
    if (!alone) return pair;
    const position = placed(side);
    const span: PhrasingContent = { type: 'span', children: side.children, data: { lang: side.language }, position };
    return { type: 'untranslated', children: [span], position };
  });
}

/** One text where two stand together, as after a comment that went away. */
function mergeTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type !== 'text' || last?.type !== 'text') {
      result.push(node);
      continue;
    }
    const value = /[ \n]$/.test(last.value) ? last.value + node.value.replace(/^ +/, '') : last.value + node.value;
    const position = { start: placed(last).start, end: placed(node).end };
    result[result.length - 1] = { ...last, value, position } as Text;
  }
  return result;
}
