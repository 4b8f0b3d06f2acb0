import type { TextEdit } from './edits.ts';

/**
 * Gives a language block's opening fence its `rev`: the value that is there is replaced, else the attribute is put in.
 *
 * @param fence - Where its first colon stands.
 * @returns undefined when the fence says so already.
 * @throws when no language block begins there: the text is not the one that was read.
 */
export function editRev(text: string, fence: number, rev: string): TextEdit | undefined {
  const line = /^[^\r\n]*/.exec(text.slice(fence))?.[0] ?? '';
  const name = /^:{3,}[a-z]+/i.exec(line)?.[0];
  if (name === undefined) throw new Error(`No language block at offset ${fence}`);
  const label = labelEnd(line, name.length);
  if (line[label] !== '{') return { start: fence + label, end: fence + label, text: `{rev=${rev}}` };
  const { attributes, close } = attributesIn(line, label + 1);
  const written = attributes.findLast((attribute) => attribute.name === 'rev');
  if (!written) {
    const first = line.slice(label + 1, close).trim() === '';
    const at = first ? label + 1 : line.slice(0, close).trimEnd().length;
    return { start: fence + at, end: fence + at, text: first ? `rev=${rev}` : ` rev=${rev}` };
  }
  if (line.slice(written.start, written.end) === rev) return undefined;
  const put = written.bare ? `=${rev}` : rev;
  return { start: fence + written.start, end: fence + written.end, text: put };
}

/**
 * Gives a language block's opening fence its id, before its other attributes.
 *
 * @param fence - Where its first colon stands; it has no id yet.
 */
export function editId(text: string, fence: number, id: string): TextEdit {
  const line = /^[^\r\n]*/.exec(text.slice(fence))?.[0] ?? '';
  const label = labelEnd(line, /^:{3,}[a-z]+/i.exec(line)?.[0].length ?? 0);
  if (line[label] !== '{') return { start: fence + label, end: fence + label, text: `{#${id}}` };
  const at = fence + label + 1;
  return { start: at, end: at, text: /^\s*\}/.test(line.slice(label + 1)) ? `#${id}` : `#${id} ` };
}

/** After the `[label]`, if there is one; its brackets may hold others. */
function labelEnd(line: string, from: number): number {
  if (line[from] !== '[') return from;
  let depth = 0;
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '[') depth++;
    else if (line[at] === ']' && --depth === 0) return at + 1;
  }
  return from;
}

interface Attribute {
  readonly name: string;
  /** Offsets of the value within its quotes; behind the name where there is none. */
  readonly start: number;
  readonly end: number;
  /** Without a value. */
  readonly bare: boolean;
}

/** What stands in braces: `#id`, `.class`, `name`, `name=value`, `name="value"`, `name='value'`. */
function attributesIn(line: string, from: number): { attributes: readonly Attribute[]; close: number } {
  const attributes: Attribute[] = [];
  const token =
    /\s+|[#.][^\s#.}"'<=>`]+|([^\s#.}"'<=>`{][^\s}"'<=>`/]*)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s}"'<=>`]+)))?/y;
  token.lastIndex = from;
  while (line[token.lastIndex] !== '}' && token.lastIndex < line.length) {
    const at = token.lastIndex;
    const match = token.exec(line);
    if (!match) {
      token.lastIndex = at + 1;
      continue;
    }
    const [whole, name, assigned, double, single, plain] = match;
    if (name === undefined) continue;
    const value = double ?? single ?? plain;
    const end = at + whole.length - (double !== undefined || single !== undefined ? 1 : 0);
    const start = assigned === undefined ? at + whole.length : end - (value ?? '').length;
    attributes.push({ name, start, end: assigned === undefined ? start : end, bare: assigned === undefined });
  }
  return { attributes, close: token.lastIndex };
}
