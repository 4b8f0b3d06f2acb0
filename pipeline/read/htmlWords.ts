import type { PhrasingContent } from 'mdast';
import { phrasingOf } from './htmlPhrasing.ts';
import type { HtmlItem } from './htmlTree.ts';
import { pairPhrasing } from './phrasing.ts';
import type { HtmlSource } from './source.ts';

/** What stands where there are words alone: language blocks among it become inline pairs. */
export function wordsIn(
  items: readonly HtmlItem<{ type: string; children?: unknown }>[],
  source: HtmlSource,
): PhrasingContent[] {
  const made = phrasingOf(items, source);
  const isSplit = made.some(({ type }) => (type as string) === 'phrasingVariant');
  return trimmed(
    isSplit
      ? pairPhrasing(
          made.filter((node, index) => !isGap(node, made, index)),
          source,
        )
      : made,
  );
}

/** White space beside a language block, as between two lines of HTML. */
function isGap(node: PhrasingContent, nodes: readonly PhrasingContent[], index: number): boolean {
  const beside = [nodes[index - 1], nodes[index + 1]].some((other) => (other?.type as string) === 'phrasingVariant');
  return beside && node.type === 'text' && node.value.trim() === '';
}

/** Without the white space at both ends, as a block's words are printed. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result = [...nodes];
  while (result.length > 0) {
    const first = result[0];
    if (first?.type !== 'text') break;
    const value = first.value.replace(/^[ \t\n]+/, '');
    if (value) {
      result[0] = { ...first, value };
      break;
    }
    result.shift();
  }
  while (result.length > 0) {
    const last = result.at(-1);
    if (last?.type !== 'text') break;
    const value = last.value.replace(/[ \t\n]+$/, '');
    if (value) {
      result[result.length - 1] = { ...last, value };
      break;
    }
    result.pop();
  }
  return result;
}
