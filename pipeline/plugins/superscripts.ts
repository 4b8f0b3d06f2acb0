import type { Nodes } from 'mdast';
import { ownLanguage } from '../align/index.ts';
import { ordinals } from '../language/index.ts';
import type { Voice } from '../typography/index.ts';
import { splitText } from './splitText.ts';
import { replaceEach } from './walk.ts';

/** What keeps its characters as they are. */
const closed: ReadonlySet<string> = new Set(['untranslated', 'superscript', 'subscript']);

/** Raises the endings of ordinal numbers: the `er` of `1er` becomes a superscript. The text must be typeset. */
export function raiseOrdinals(node: Nodes, voice: Voice): void {
  if (!('children' in node) || closed.has(node.type) || node.data?.untranslated) return;
  if (node.type === 'phrasingVariant' && node.language !== voice.language) return;
  const inner = node.type === 'phrasingVariant' ? { ...voice, shared: false } : voice;
  for (const child of node.children) if (!isOther(child, voice)) raiseOrdinals(child, inner);
  if (inner.shared) return;
  replaceEach(node, (child) => {
    if (child.type !== 'text') return [child];
    return splitText(child, ordinals(child.value, inner.tag), (_, children) => ({ type: 'superscript', children }));
  });
}

function isOther(node: Nodes, voice: Voice): boolean {
  return node.data?.lang !== undefined && ownLanguage(node.data.lang) !== voice.language;
}
