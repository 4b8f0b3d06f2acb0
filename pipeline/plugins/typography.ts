import type { Nodes, Text } from 'mdast';
import { walk } from '../align/index.ts';
import { typeset, typesetRuns } from '../language/index.ts';
import type { Language, LanguageMap, LanguageTag } from '../model/index.ts';
import { collectPieces, type Piece, type Voice } from './pieces.ts';
import type { Plugin } from './plugin.ts';
import { splitShared } from './sharedText.ts';
import { raiseOrdinals } from './superscripts.ts';
import { isForeign, languageOf } from './walk.ts';

/** Blocks whose text is one run of words. */
const textBlocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'caption', 'definitionTerm']);

/**
 * Sets each language's text by that language's rules, block by block, so that a rule sees the words on both sides of
 * emphasis or a link. Shared text that the two languages set differently becomes an inline pair.
 */
export const typography: Plugin =
  ({ tags }) =>
  (tree) => {
    walk(tree, (node, place) => {
      if (node.data?.untranslated) return 'skip';
      if (node.type === 'figure' && node.alt) node.alt = typesetBoth(node.alt, tags);
      if (isForeign(node, place)) {
        setForeign(node, tags);
        return 'skip';
      }
      if (!textBlocks.has(node.type)) return undefined;
      const shared = place.languages.length > 1;
      const voices = place.languages.map((language) => ({ language, tag: tags[language], tags, shared }));
      setBlock(node, voices);
      return hasText(node) ? 'skip' : undefined;
    });
  };

/** A quotation in the other language is set by that one's rules; one in a third language is left alone. */
function setForeign(block: Nodes, tags: LanguageMap<LanguageTag>): void {
  const lang = block.data?.lang ?? '';
  const language = languageOf(lang);
  if (language === undefined) return;
  const voice = { language, tag: lang.includes('-') ? lang : tags[language], tags, shared: false };
  walk(block, (node) => {
    if (textBlocks.has(node.type)) setBlock(node, [voice]);
  });
}

/** Sets the words of one block, then the spans in it that are in another language of ours, each by itself. */
function setBlock(block: Nodes, voices: readonly Voice[]): void {
  const both = new Map<Text, Partial<Record<Language, string>>>();
  const spans = voices.flatMap((voice) => {
    const collected = collectPieces(block, voice);
    const set = setPieces(collected.pieces, voice);
    for (const [node, text] of set) both.set(node, { ...both.get(node), [voice.language]: text });
    return collected.spans;
  });
  splitShared(block, both, voices);
  for (const voice of voices) raiseOrdinals(block, voice);
  for (const { node, voice } of spans) setBlock(node, [voice]);
}

/** Sets the words of one language, and returns what it makes of those that are shared. */
function setPieces(pieces: readonly Piece[], { tag }: Voice): Map<Text, string> {
  const shared = new Map<Text, string>();
  if (pieces.every((piece) => piece.frozen)) return shared;
  const set = typesetRuns(pieces, tag);
  for (const [index, piece] of pieces.entries()) {
    if (!piece.node || piece.frozen) continue;
    const text = set[index] ?? piece.text;
    if (piece.shared) shared.set(piece.node, text);
    else piece.node.value = text;
  }
  return shared;
}

function typesetBoth(text: LanguageMap, tags: LanguageMap<LanguageTag>): LanguageMap {
  return { en: typeset(text.en, tags.en), fr: typeset(text.fr, tags.fr) };
}

/** A caption in the source may hold blocks; those are then the text blocks. */
function hasText(node: Nodes): boolean {
  return (
    node.type !== 'caption' || node.children.some((child) => child.type === 'text' || child.type === 'phrasingPair')
  );
}
