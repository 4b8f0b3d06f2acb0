import type {
  BlockContent,
  Data,
  DefinitionContent,
  Figure,
  Heading,
  Nodes,
  Pair,
  PhrasingContent,
  PhrasingPair,
  Root,
  Value,
} from 'mdast';
import { formatValue, typeset } from '../language/index.ts';
import type { SourceDocument } from '../model/index.ts';
import type { Assembly } from './assembly.ts';
import { assetKey } from './assets.ts';
import type { Numbers } from './numbers.ts';
import { setChildren } from './rewrite.ts';
import type { SectionNumbers } from './sections.ts';
import { Stops } from './stops.ts';
import { inOtherLanguage, noteMissing, ownNotes, wordsInOther } from './unfinished.ts';
import { raise } from './words.ts';

type AnyBlock = BlockContent | DefinitionContent;

/** In an edition these say nothing, wherever they stand. */
const dropped: ReadonlySet<string> = new Set(['yaml', 'html', 'definition', 'include']);

/** What goes with its last words, when those were for the other language alone. */
const hollow: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'list',
  'listItem',
  'blockquote',
  'admonition',
  'aside',
  'group',
  'caption',
  'definitionList',
  'definitionTerm',
  'definitionDescription',
  'emphasis',
  'strong',
  'delete',
  'link',
  'span',
  'term',
  'superscript',
  'subscript',
]);

/** What is numbered, counted over the whole source. */
export interface AllNumbers {
  readonly figures: Numbers;
  readonly sections: SectionNumbers;
}

/**
 * A copy of the document as readers of one language get it: one side of every pair, values in their notation,
 * numbers on figures. Links, captions and the like are as the source has them.
 */
export function chooseVariants(document: SourceDocument, assembly: Assembly, numbers: AllNumbers): Root {
  const { language } = assembly;
  const choice: Choice = { assembly, missing: new Set(), document };
  const stops = new Stops();

  const copy = (node: Nodes): Nodes[] => copyOne(node).map((made) => inOwnLanguage(made, assembly));

  const copyOne = (node: Nodes): Nodes[] => {
    if (dropped.has(node.type)) return [];
    switch (node.type) {
      case 'pair':
        return choosePair(node, copy, choice);
      case 'phrasingPair':
        return choosePhrasing(node, copy, choice);
      case 'variant':
      case 'phrasingVariant':
        return node.language === language ? node.children.flatMap(copy) : [];
      case 'untranslated':
        return node.children.flatMap(copy);
      case 'value':
        return printValue(node, assembly, stops);
      case 'image': {
        const asset = assetKey(node.url, node.position?.path ?? document.path);
        return [{ ...node, data: { ...node.data, ...(asset !== undefined && { asset }) } }];
      }
      case 'figure':
        return copyParent(withNumber(node, numbers.figures), copy, stops);
      case 'heading':
        return copyParent(withShort(withSection(node, numbers.sections), assembly), copy, stops);
      default:
        return copyParent(node, copy, stops);
    }
  };

  const copyBlock = (block: Nodes, unit: number): Nodes[] => {
    const made = copy(block);
    for (const node of made) node.data = { ...node.data, unit };
    return made;
  };
  const { data } = document.tree;
  const root: Root = { ...document.tree, ...(data && { data: { ...data } }) };
  setChildren(root, document.tree.children.flatMap(copyBlock));
  noteMissing(root, choice.missing, assembly);
  return root;
}

interface Choice {
  readonly assembly: Assembly;
  readonly document: SourceDocument;
  /** Drafts only: blocks that stand there in the other language. */
  readonly missing: Set<Nodes>;
}

/** The chosen side, under the pair's id: on its block, or on a group where there are several. */
function choosePair(pair: Pair, copy: (node: Nodes) => Nodes[], choice: Choice): Nodes[] {
  const variants = pair.children.filter((variant) => variant.language === choice.assembly.language);
  const own = variants.flatMap((variant) => variant.children.flatMap(copy)) as AnyBlock[];
  const blocks = own.length > 0 ? own : otherSide(pair, copy, choice);
  const made = named(pair, blocks);
  if (own.length === 0) for (const block of made) choice.missing.add(block);
  return made;
}

/** In a draft, what the other language has and this one lacks. */
function otherSide(pair: Pair, copy: (node: Nodes) => Nodes[], { assembly, document }: Choice): AnyBlock[] {
  if (!assembly.publication.draft) return [];
  const sides = pair.children.filter((variant) => variant.language !== assembly.language && !variant.only);
  const blocks = inOtherLanguage(
    sides.flatMap((variant) => variant.children.flatMap(copy)),
    assembly,
  );
  const notes = blocks.some(({ type }) => type === 'footnoteDefinition')
    ? ownNotes(document.tree, assembly)
    : undefined;
  return blocks.filter((block) => block.type !== 'footnoteDefinition' || !notes?.has(block.identifier)) as AnyBlock[];
}

function named(pair: Pair, blocks: AnyBlock[]): AnyBlock[] {
  const { id, authored } = pair.data ?? {};
  const notes = blocks.filter((block) => block.type === 'footnoteDefinition');
  const visible = blocks.filter((block) => block.type !== 'footnoteDefinition');
  const [first, ...rest] = visible;
  if (id === undefined || first === undefined) return blocks;
  const data: Data = { id, ...(authored && { authored }) };
  const inner = first.data?.id;
  if (rest.length > 0 || (inner !== undefined && inner !== id)) {
    return [{ type: 'group', data, children: visible, ...(pair.position && { position: pair.position }) }, ...notes];
  }
  first.data = { ...first.data, ...data };
  return [first, ...notes];
}

/** An inline pair's words, in a span where it has an id. */
function choosePhrasing(pair: PhrasingPair, copy: (node: Nodes) => Nodes[], { assembly }: Choice): Nodes[] {
  const own = pair.children.flatMap(copy) as PhrasingContent[];
  const other = pair.children.filter(({ only, language }) => !only && language !== assembly.language);
  const isMissing = assembly.publication.draft && own.length === 0 && other.length > 0;
  const words = isMissing
    ? wordsInOther(other.flatMap((variant) => variant.children.flatMap(copy)) as PhrasingContent[], assembly)
    : own;
  const id = pair.data?.id;
  if (id === undefined || words.length === 0) return words;
  return [{ type: 'span', data: { id }, children: words, ...(pair.position && { position: pair.position }) }];
}

function printValue(value: Value, { tag, typography }: Assembly, stops: Stops): Nodes[] {
  const printed = formatValue(value, tag, typography) ?? value.value;
  const words = raise(printed, tag).map((word) => ({ ...word, ...(value.position && { position: value.position }) }));
  stops.printed(words);
  return words;
}

function withNumber(figure: Figure, numbers: Numbers): Figure {
  const number = numbers.get(figure);
  return number === undefined ? figure : { ...figure, number };
}

function withSection(heading: Heading, numbers: SectionNumbers): Heading {
  const section = numbers.get(heading);
  return section === undefined ? heading : { ...heading, data: { ...heading.data, section } };
}

function withShort(heading: Heading, { language, tag, typography }: Assembly): Heading {
  const { short, ...data } = heading.data ?? {};
  if (!short) return heading;
  const own = short[language];
  return { ...heading, data: { ...data, ...(own && { shortTitle: typeset(own, tag, typography) }) } };
}

function copyParent(node: Nodes, copy: (node: Nodes) => Nodes[], stops: Stops): Nodes[] {
  const made = { ...node, ...(node.data && { data: { ...node.data } }) };
  if (!('children' in made) || !('children' in node)) return [made];
  setChildren(made, stops.merged(made, node.children.flatMap(copy)));
  return node.children.length > 0 && hollow.has(node.type) && made.children.every(isBlank) ? [] : [made];
}

/** What is in the edition's language need not say so. */
function inOwnLanguage(node: Nodes, { language, tag }: Assembly): Nodes {
  const lang = node.data?.lang;
  if (lang === language || lang === tag) delete node.data?.lang;
  return node;
}

function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
