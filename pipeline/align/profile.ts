import type { Heading, Nodes } from 'mdast';
import { type Fact, factsIn } from '../language/index.ts';
import { type Block, isTextBlock, type Language } from '../model/index.ts';
import { textIn } from './walk.ts';

/** What a block is, apart from its language: what two blocks that say the same have in common. */
export interface Profile {
  /** Blocks of one shape may stand against one another: `heading 2`, `list 1`, `paragraph`, `definition label`. */
  readonly shape: string;
  readonly heading: boolean;
  /** As the author named it. */
  readonly id?: string;
  /** Letters and digits. */
  readonly length: number;
  /** Canonical values of its figures, in no order. */
  readonly numbers: readonly string[];
  /** Sentences and labels: what stands before a stop, a colon or the end of a paragraph, a heading or a cell. */
  readonly sentences: number;
  /** Of a paragraph, as it was typed. */
  readonly lines: number;
  /** Begins in the middle of a sentence. */
  readonly goesOn: boolean;
  /** What some set as a heading, others set so: a line in bold, alone or quoted, or a list of one item. */
  readonly titleLike: boolean;
  /** Addresses of its links and pictures without what names a language, code, in no order. */
  readonly marks: readonly string[];
}

/** The block's profile, made when it is first looked at. */
export function profileOf(block: Block, language: Language): Profile {
  const words = remembered(() => textIn(block, language));
  const figures = remembered(() => factsIn(words(), language).flatMap(canonical));
  const marks = remembered(() => marksIn(block));
  const length = remembered(() => words().replace(/[^\p{L}\p{N}]/gu, '').length);
  const sentences = remembered(() => sentencesIn(block, language));
  const id = block.data?.authored ? block.data.id : undefined;
  return {
    shape: shapeOf(block),
    heading: block.type === 'heading',
    titleLike: isTitleLike(block),
    ...(id !== undefined && { id }),
    get length() {
      return length();
    },
    get lines() {
      return block.type === 'paragraph' ? words().trim().split('\n').length : 1;
    },
    get goesOn() {
      return block.type === 'paragraph' && /^\p{Ll}/u.test(words());
    },
    get sentences() {
      return sentences();
    },
    get numbers() {
      return figures();
    },
    get marks() {
      return marks();
    },
  };
}

function remembered<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function shapeOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `heading ${(block as Heading).depth}`;
    case 'list':
      return `list ${block.ordered ? 1 : 0}`;
    case 'definition':
    case 'footnoteDefinition':
      return `${block.type} ${block.identifier}`;
    case 'figure':
    case 'admonition':
      return `${block.type} ${block.kind}`;
  }
  return block.type;
}

function sentencesIn(node: Nodes, language: Language): number {
  if ('children' in node && (node.type === 'caption' || !isTextBlock(node))) {
    return node.children.reduce((sum, child) => sum + sentencesIn(child, language), 0);
  }
  const words = ('children' in node ? node.children : [node]).reduce((before, child) => {
    const isLabel = child.type === 'strong' && before.endsWith('\n'); // on a line of its own
    return `${before}${isLabel ? '. ' : ''}${textIn(child, language)}`;
  }, '');
  return words.split(/[.!?:;…](?=[\s)»”"]|$)/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

function isTitleLike(block: Nodes): boolean {
  if (block.type === 'paragraph') return block.children.length === 1 && block.children[0]?.type === 'strong';
  if (block.type !== 'blockquote' && block.type !== 'list' && block.type !== 'listItem') return false;
  const [only, more] = block.children;
  if (!only || more) return false;
  return block.type === 'blockquote'
    ? isTitleLike(only)
    : block.type === 'list'
      ? isTitleLike(only)
      : only.type === 'paragraph';
}

/** Number words say little of which passage this is. */
function canonical({ word, value }: Fact): string[] {
  return word ? [] : [value];
}

function marksIn(block: Block): string[] {
  const marks: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') marks.push(bareAddress(node.url));
    else if (node.type === 'inlineCode' || node.type === 'code') marks.push(node.value.trim());
    if ('children' in node) for (const child of node.children) visit(child);
  };
  const [first] = block.type === 'paragraph' ? block.children : [];
  const fence = first?.type === 'text' ? /^:{3,}[ \t]*[a-z]+/i.exec(first.value) : undefined; // of another tool
  if (fence) marks.push(fence[0].replace(/\s/g, ''));
  visit(block);
  return marks;
}

/** An address without what differs between the languages: `/en/`, `-fra.html`, `lang=eng`, an anchor. */
function bareAddress(url: string): string {
  return url
    .toLowerCase()
    .replace(/#.*$/s, '')
    .replace(/(?<![a-z])(?:eng?|fra?|fre|english|french|francais|anglais)(?:[-_]ca)?(?![a-z])/g, '')
    .replace(/^https?:\/\/(?:www\.)?/, '');
}

/**
 * How alike two bags of signs are (Dice).
 *
 * @returns From 0 to 1; undefined where neither has any.
 */
export function likeness(one: readonly string[], other: readonly string[]): number | undefined {
  if (one.length + other.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const sign of one) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let shared = 0;
  for (const sign of other) {
    const count = counts.get(sign) ?? 0;
    if (count === 0) continue;
    counts.set(sign, count - 1);
    shared++;
  }
  return (2 * shared) / (one.length + other.length);
}
