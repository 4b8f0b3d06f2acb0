import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignBlocks } from '../../pipeline/align/index.ts';
import type { Block, Concept, Diagnostic, LanguageMap } from '../../pipeline/model/index.ts';
import { checkParity } from '../../pipeline/parity/index.ts';
import { parseDocument } from '../../pipeline/read/index.ts';
import { samplePublication } from './assembled.ts';

/** Markdown of one block in both languages. */
export type PairText = LanguageMap;

/** What the rules say of one document: without approvals, which it has none of, and typography, which is no fault. */
export function findingsIn(markdown: string, concepts: readonly Concept[] = []): readonly Diagnostic[] {
  const settings = { glossary: { link: 'none', forms: 'one' } } as const;
  return checkParity(samplePublication({ page: markdown }, { concepts, settings })).diagnostics.filter(
    ({ rule }) => !rule.startsWith('translation-is') && rule !== 'typography-is-set',
  );
}

/** As two language blocks, English first. */
export function fenced({ en, fr }: PairText): string {
  return `:::en\n${en}\n:::\n\n:::fr\n${fr}\n:::\n`;
}

/** Folders below `root` that have a `pairs.json`: [English, French] paths. */
export function pairedFolders(root: string): readonly string[] {
  return readdirSync(root)
    .map((name) => join(root, name))
    .filter((folder) => existsSync(join(folder, 'pairs.json')))
    .sort();
}

/** Blocks of paired files that stand against each other, and of which no rule says anything. */
export function cleanPairs(folders: readonly string[]): readonly PairText[] {
  return folders.flatMap(pairsIn).filter((pair) => {
    try {
      return findingsIn(fenced(pair)).length === 0;
    } catch {
      return false; // what is no source of ours, such as a fence of another tool
    }
  });
}

function pairsIn(folder: string): readonly PairText[] {
  const paths = JSON.parse(readFileSync(join(folder, 'pairs.json'), 'utf8')) as [string, string][];
  return paths.flatMap(([en, fr]) => {
    const files = { en: join(folder, en), fr: join(folder, fr) };
    return existsSync(files.en) && existsSync(files.fr) ? blockPairs(files) : [];
  });
}

function blockPairs(files: LanguageMap): readonly PairText[] {
  const texts = { en: readFileSync(files.en, 'utf8'), fr: readFileSync(files.fr, 'utf8') };
  const blocks = (language: 'en' | 'fr'): Block[] => parseDocument(texts[language], 'x.md').value.children as Block[];
  return alignBlocks({ en: blocks('en'), fr: blocks('fr') }, ['en', 'fr']).flatMap(({ children }): PairText[] => {
    const [en, fr] = children.map((side) => sourceOf(side.children[0], texts[side.language]));
    return en !== undefined && fr !== undefined ? [{ en, fr }] : [];
  });
}

/** Positions that come from the parser know it. */
function offsetOf(point: { readonly offset?: number | undefined } | undefined): number {
  return point?.offset ?? 0;
}

/** Markdown paragraphs alone: mutations put them into lists, tables and notes. */
function sourceOf(block: Block | undefined, text: string): string | undefined {
  if (block?.type !== 'paragraph') return undefined;
  const source = text.slice(offsetOf(block.position?.start), offsetOf(block.position?.end));
  return /:::|^\s*(?:[-*+#>|<[]|\d+[.)])|\n|^\[|\{[%{:#]/.test(source) ? undefined : source;
}
