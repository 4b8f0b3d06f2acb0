import type { Nodes } from 'mdast';
import { isForeign, ownLanguage, type Place, walk } from '../align/index.ts';
import { isTextBlock } from '../model/index.ts';
import { type TypographySetting, type Voice, voiceOf } from './pieces.ts';

/**
 * Visits every block of words that is to be set, in document order, with those who read it.
 *
 * A quotation in the other language is set by that one's rules; one in a third language is left alone, and so is what
 * is not to be translated.
 */
export function eachTextBlock(
  tree: Nodes,
  setting: TypographySetting,
  visit: (block: Nodes, voices: readonly Voice[]) => void,
): void {
  walk(tree, (node, place) => {
    if (node.data?.untranslated) return 'skip';
    if (isForeign(node, place)) {
      foreignBlocks(node, setting, visit);
      return 'skip';
    }
    if (!isTextBlock(node)) return undefined;
    visit(node, voicesAt(place, setting));
    return hasText(node) ? 'skip' : undefined;
  });
}

function foreignBlocks(block: Nodes, setting: TypographySetting, visit: Parameters<typeof eachTextBlock>[2]): void {
  const lang = block.data?.lang ?? '';
  const language = ownLanguage(lang);
  if (language === undefined) return;
  const voice = voiceOf(language, { lang, shared: false, setting });
  walk(block, (node) => {
    if (isTextBlock(node)) visit(node, [voice]);
  });
}

function voicesAt({ languages }: Place, setting: TypographySetting): readonly Voice[] {
  const shared = languages.length > 1;
  return languages.map((language) => voiceOf(language, { shared, setting }));
}

/** A caption in the source may hold blocks; those are then the text blocks. */
function hasText(node: Nodes): boolean {
  return (
    node.type !== 'caption' || node.children.some((child) => child.type === 'text' || child.type === 'phrasingPair')
  );
}
