import type { Nodes, Text } from 'mdast';
import { walk } from '../align/index.ts';
import { typeset, typesetRuns } from '../language/index.ts';
import type { Language, LanguageMap } from '../model/index.ts';
import {
  type Aside,
  collectPieces,
  eachTextBlock,
  type Piece,
  type TypographySetting,
  type Voice,
} from '../typography/index.ts';
import type { Plugin } from './plugin.ts';
import { splitShared } from './sharedText.ts';
import { raiseOrdinals } from './superscripts.ts';

/**
 * Sets each language's text by that language's rules, block by block, so that a rule sees the words on both sides of
 * emphasis or a link. Shared text that the two languages set differently becomes an inline pair.
 */
export const typography: Plugin = (setting) => (tree) => {
  walk(tree, (node) => {
    if (node.data?.untranslated) return 'skip';
    if (node.type === 'figure' && node.alt) node.alt = typesetBoth(node.alt, setting);
    return undefined;
  });
  eachTextBlock(tree, setting, setBlock);
};

/** Sets the words of one block, then the spans in it that are in another language of ours, each by itself. */
function setBlock(block: Nodes, voices: readonly Voice[]): void {
  const both = new Map<Text, Partial<Record<Language, string>>>();
  const spans = voices.flatMap((voice) => {
    const collected = collectPieces(block, voice);
    for (const aside of collected.asides) setAside(aside, voice);
    const set = setPieces(collected.pieces, voice);
    for (const [node, text] of set) both.set(node, { ...both.get(node), [voice.language]: text });
    return collected.spans;
  });
  splitShared(block, both, voices);
  for (const voice of voices) raiseOrdinals(block, voice);
  for (const { node, voice } of spans) setBlock(node, [voice]);
}

function setAside({ node, key }: Aside, { tag, options }: Voice): void {
  const words = node as { [Key in typeof key]?: string | null };
  words[key] = typeset(words[key] ?? '', tag, options);
}

/** Sets the words of one language, and returns what it makes of those that are shared. */
function setPieces(pieces: readonly Piece[], { tag, options }: Voice): Map<Text, string> {
  const shared = new Map<Text, string>();
  if (pieces.every((piece) => piece.frozen)) return shared;
  const set = typesetRuns(pieces, tag, options);
  for (const [index, piece] of pieces.entries()) {
    if (!piece.node || piece.frozen) continue;
    const text = set[index] ?? piece.text;
    if (piece.shared) shared.set(piece.node, text);
    else piece.node.value = text;
  }
  return shared;
}

function typesetBoth(text: LanguageMap, { tags, typography: own }: TypographySetting): LanguageMap {
  return { en: typeset(text.en, tags.en, own?.en), fr: typeset(text.fr, tags.fr, own?.fr) };
}
