import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Language } from '../../pipeline/model/index.ts';

/** What one language of a source says, read without the pipeline. */
export interface SourceText {
  /** Sentences of the text, in order, as letters and digits alone (`key`), or as written. */
  readonly sentences: readonly string[];
  readonly notes: readonly string[];
}

/**
 * A second, simpler reading of paired documents, to hold outputs against: language blocks are cut out line by line,
 * inline variants chosen by a pattern, and the rest is plain GFM. Where something is filled in by the build (a value,
 * the text of a reference) the sentence is cut in two.
 */
export function sourceText(
  dir: string,
  documents: readonly string[],
  language: Language,
  { raw = false, cells = true }: { raw?: boolean; cells?: boolean } = {},
): SourceText {
  const shape = raw ? (text: string) => text : key;
  const sentences: string[] = [];
  const notes: string[] = [];
  for (const name of documents) {
    const tree = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(oneLanguage(readFileSync(join(dir, 'source', `${name}.md`), 'utf8'), language));
    visit(tree, (node) => {
      if (node.type === 'footnoteDefinition') {
        notes.push(...sentencesOf(node, shape));
        return 'skip';
      }
      if (node.type === 'table' && !cells) return 'skip';
      if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
        sentences.push(...sentencesOf(node, shape));
        return 'skip';
      }
      return undefined;
    });
  }
  return { sentences, notes };
}

function oneLanguage(text: string, language: Language): string {
  const lines: string[] = [];
  let block: string | undefined;
  for (const line of text.replace(/^---\n[\s\S]*?\n---\n/, '').split('\n')) {
    const fence = /^:{3,}\s*(\w*)/.exec(line);
    if (fence) block = fence[1] === 'en' || fence[1] === 'fr' ? fence[1] : undefined;
    if (fence) lines.push('');
    else if (block === undefined || block === language) lines.push(line);
  }
  const other = language === 'en' ? 'fr' : 'en';
  return lines
    .join('\n')
    .replace(new RegExp(`:${other}\\[((?:[^\\[\\]]|\\[[^\\]]*\\])*)\\]`, 'g'), '')
    .replace(new RegExp(`:${language}\\[((?:[^\\[\\]]|\\[[^\\]]*\\])*)\\]`, 'g'), '$1')
    .replace(/:(?:num|money|pct|date|time)\[[^\]]*\](\{[^}]*\})?/g, ' ⟂ ')
    .replace(/\[\]\([^)]*\)/g, ' ⟂ ')
    .replace(/:span\[([^\]]*)\]\{[^}]*\}/g, '$1')
    .replace(/\s*\{#[\w-]+\}/g, '');
}

function sentencesOf(node: Nodes, shape: (text: string) => string): string[] {
  return textOf(node)
    .split(/⟂|(?<=[.;:!?])\s+/u)
    .map(shape)
    .filter((sentence) => sentence !== '');
}

/** Letters and digits alone: what typography, line ends and hyphenation do not touch. */
export function key(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Words in lower case; one divided by a soft hyphen, at a line's end or not, is one. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .replace(/\u00ad\s*/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
