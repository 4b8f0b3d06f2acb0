import type { Heading, Nodes } from 'mdast';
import { type Fact, factsIn } from '../language/index.ts';
import type { Block, Language } from '../model/index.ts';
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
  /** Addresses of its links and pictures without what names a language, code, in no order. */
  readonly marks: readonly string[];
}

/** The block's profile, made when it is first looked at. */
export function profileOf(block: Block, language: Language): Profile {
  const words = remembered(() => textIn(block, language));
  const figures = remembered(() => factsIn(words(), language).flatMap(canonical));
  const marks = remembered(() => marksIn(block));
  const length = remembered(() => words().replace(/[^\p{L}\p{N}]/gu, '').length);
  const id = block.data?.authored ? block.data.id : undefined;
  return {
    shape: shapeOf(block),
    heading: block.type === 'heading',
    ...(id !== undefined && { id }),
    get length() {
      return length();
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
