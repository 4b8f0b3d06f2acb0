import type { Nodes } from 'mdast';
import { typeset, typesetRuns } from '../language/index.ts';
import type { Language, LanguageMap, LanguageTag } from '../model/index.ts';
import { collectPieces, type Piece, type Voice } from './pieces.ts';
import type { Plugin } from './plugin.ts';
import { raiseOrdinals } from './superscripts.ts';
import { isForeign, languageOf, type Place, walk } from './walk.ts';

/** Blocks whose text is one run of words. */
const textBlocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'caption', 'definitionTerm']);

/**
 * Sets each language's text by that language's rules, block by block, so that a rule sees the words on both sides of
 * emphasis or a link. Shared text belongs to no language and stays as it was typed.
 */
export const typography: Plugin =
  ({ tags }) =>
  (tree) => {
    walk(tree, (node, place) => {
      if (node.data?.untranslated) return false;
      if (node.type === 'figure' && node.alt) node.alt = typesetBoth(node.alt, tags);
      if (isForeign(node, place)) {
        setForeign(node, tags);
        return false;
      }
      if (!textBlocks.has(node.type)) return true;
      for (const language of place.languages) setBlock(node, voiceOf(place, language, tags));
      return !hasText(node);
    });
  };

function voiceOf(place: Place, language: Language, tags: LanguageMap<LanguageTag>): Voice {
  return { language, tag: tags[language], tags, shared: place.languages.length > 1 };
}

/** A quotation in the other language is set by that one's rules; one in a third language is left alone. */
function setForeign(block: Nodes, tags: LanguageMap<LanguageTag>): void {
  const lang = block.data?.lang ?? '';
  const language = languageOf(lang);
  if (language === undefined) return;
  const voice = { language, tag: lang.includes('-') ? lang : tags[language], tags, shared: false };
  walk(block, (node) => {
    if (textBlocks.has(node.type)) setBlock(node, voice);
  });
}

/** Sets the words of one block, then the spans in it that are in another language of ours, each by itself. */
function setBlock(block: Nodes, voice: Voice): void {
  const { pieces, spans } = collectPieces(block, voice);
  setPieces(pieces, voice.tag);
  if (pieces.some((piece) => piece.text)) raiseOrdinals(block, voice);
  for (const { node, voice: own } of spans) setBlock(node, own);
}

function setPieces(pieces: readonly Piece[], tag: LanguageTag): void {
  if (pieces.every((piece) => piece.frozen)) return;
  const set = typesetRuns(pieces, tag);
  for (const [index, piece] of pieces.entries()) {
    if (piece.node && !piece.frozen) piece.node.value = set[index] ?? piece.text;
  }
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
