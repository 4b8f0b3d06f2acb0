import type { Admonition, Paragraph, RootContent, Variant } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { type Block, isLanguage, type Language } from '../model/index.ts';
import { convertBlocks, convertUnpaired } from './convert.ts';
import { checkAttributeNames, has, idData, languageOf } from './directives.ts';
import { languageMeant } from './fences.ts';
import { figureOf } from './figures.ts';
import type { Unpaired } from './htmlBlocks.ts';
import { nearest } from './nearest.ts';
import { convertPhrasing, placed, type Reading } from './phrasing.ts';
import { report } from './source.ts';
import { containerNames, leafNames } from './syntax.ts';

/** `:::name` → the block that it is. A name that is not ours is reported and its content kept. */
export function convertContainer(node: ContainerDirective, reading: Reading): Unpaired[] {
  const { name } = node;
  const language = isLanguage(name) ? name : languageMeant(name);
  if (language) return convertVariant(node, language, reading);
  checkAttributeNames(node, reading);
  const position = placed(node);
  const data = { ...idData(node, reading), ...(has(node, 'nt') && { untranslated: true }) };
  const base = { position, ...(Object.keys(data).length > 0 && { data }) };
  switch (name) {
    case 'figure':
    case 'table':
    case 'math': {
      const [label, rest] = labelOf(node, reading);
      return [figureOf(node, { label, blocks: convertBlocks(rest, reading) }, reading)];
    }
    case 'note':
    case 'tip':
    case 'important':
    case 'warning':
    case 'caution':
      return [
        {
          type: 'admonition',
          kind: name as Admonition['kind'],
          children: convertBlocks(node.children, reading),
          ...base,
        },
      ];
    case 'aside':
      return [{ type: 'aside', children: convertBlocks(node.children, reading), ...base }];
    case 'quote': {
      const lang = languageOf(node, reading);
      const marked = lang ? { ...base, data: { ...data, lang } } : base;
      return [{ type: 'blockquote', children: convertBlocks(node.children, reading), ...marked }];
    }
  }
  unknownName(
    `:::${name}`,
    containerNames.map((each) => `:::${each}`),
    { node, reading },
  );
  return convertUnpaired(node.children, reading);
}

/** `::name` → what stands in its place. */
export function convertLeaf(node: LeafDirective, reading: Reading): Unpaired[] {
  const position = placed(node);
  const name = leafNames.find((each) => each === node.name);
  const language = languageMeant(node.name);
  const children = convertPhrasing(node.children, reading);
  const words: Block[] = children.length > 0 ? [{ type: 'paragraph', children, position }] : [];
  if (name) checkAttributeNames(node, reading);
  if (name === 'pagebreak') return [...words, { type: 'pageBreak', position }];
  if (name === 'include') return [...words, { type: 'include', src: node.attributes?.src ?? '', position }];
  if (name) {
    const terms = name === 'index' && has(node, 'terms') && { terms: true };
    return [...words, { type: 'generated', name, ...terms, position }];
  }
  if (language)
    report(reading, 'fence-is-recognised', { position, details: { variant: 'colons', right: `:::${language}` } });
  else
    unknownName(
      `::${node.name}`,
      [...leafNames.map((each) => `::${each}`), ...containerNames.map((each) => `:::${each}`)],
      { node, reading },
    );
  return words;
}

function unknownName(
  name: string,
  known: readonly string[],
  at: { node: ContainerDirective | LeafDirective; reading: Reading },
): void {
  const { node, reading } = at;
  const near = nearest(
    name.replace(/^:+/, ''),
    known.map((each) => each.replace(/^:+/, '')),
  );
  const right = near && known.find((each) => each.replace(/^:+/, '') === near);
  const start = placed(node).start;
  const position = { start, end: { line: start.line, column: start.column + name.length } };
  const details = { variant: right ? 'near' : 'unknown', name, ...(right && { nearest: right }) };
  report(reading, 'directive-is-known', { position, details });
}

/** The container's `[label]`, and what else it holds. */
function labelOf(node: ContainerDirective, reading: Reading): [label: Paragraph | undefined, rest: RootContent[]] {
  const [first, ...rest] = node.children;
  if (!isLabel(first)) return [undefined, node.children];
  return [{ ...first, children: convertPhrasing(first.children, reading) }, rest];
}

function isLabel(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data;
}

/**
 * A language block. One that stands directly in another means that the outer was not closed: it is taken out, so
 * that the two make the pair that was meant.
 */
function convertVariant(node: ContainerDirective, language: Language, reading: Reading): Unpaired[] {
  const position = placed(node);
  const line = position.start.line;
  checkAttributeNames(node, reading);
  if (node.name !== language) {
    const details = { variant: 'form', right: `:::${language}` };
    report(reading, 'fence-is-recognised', { position: { start: position.start, end: position.start }, details });
  }
  if (reading.insideLine !== undefined) {
    report(reading, 'fence-is-closed', {
      position,
      details: { variant: 'language', language, line: reading.insideLine },
    });
  }
  const own = node.children.filter((child) => !isLabel(child));
  const converted = convertUnpaired(own, { ...reading, insideLine: line });
  const swallowed = converted.filter((child): child is Variant => child.type === 'variant');
  const children = converted.filter((child): child is Block => child.type !== 'variant');
  const data = { ...idData(node, reading), ...(has(node, 'nt') && { untranslated: true }) };
  const rev = node.attributes?.rev;
  const first = swallowed[0];
  const variant: Variant = {
    type: 'variant',
    language,
    ...(has(node, 'only') && { only: true }),
    ...(rev && { rev }),
    children,
    position: first ? { start: position.start, end: placed(first).start } : position,
    ...(Object.keys(data).length > 0 && { data }),
  };
  return [variant, ...swallowed];
}
