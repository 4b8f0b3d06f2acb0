import type { Nodes, Root } from 'mdast';
import { offsetsIn, pointsIn, SKIP, visit } from '../model/index.ts';
import { report, type Source } from './source.ts';

/** As GFM has it: no white space in a label, brackets only with a backslash. */
const call = /\[\^((?:\\[[\]\\]|[^\s[\]\\]|\\(?![[\]\\]))+)\]/g;

/**
 * `footnotes-match` on calls that the parser left as text, since nothing in the file defines their note: they would be
 * printed as they are written. What is escaped, in code or not to be translated is meant so.
 */
export function checkNoteCalls(root: Root, source: Source): void {
  const pointAt = pointsIn(source.text);
  const offsetAt = offsetsIn(source.text);
  visit(root, (node: Nodes) => {
    if (node.type === 'untranslated' || node.data?.untranslated) return SKIP;
    if (node.type !== 'text' || !node.position || !node.value.includes('[^')) return undefined;
    const start = offsetAt(node.position.start);
    const written = source.text.slice(start, offsetAt(node.position.end));
    for (const match of written.matchAll(call)) {
      const at = start + match.index;
      const [mark, label = ''] = match;
      if (isEscaped(source.text, at) || !node.value.includes(withoutEscapes(mark))) continue;
      const position = { start: pointAt(at), end: pointAt(at + mark.length) };
      report(source, 'footnotes-match', { position, details: { variant: 'unknown', label: withoutEscapes(label) } });
    }
    return undefined;
  });
}

/** An odd number of backslashes before it. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}

function withoutEscapes(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
