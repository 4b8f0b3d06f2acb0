import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import { ordinals, typeset } from '../language/index.ts';
import { fill, type LanguageTag, type Strings, type TypographyOptions } from '../model/index.ts';
import { joinTexts, setChildren } from './rewrite.ts';

/** Words that an edition inserts, set by its language's rules. */
export function wordsOf(text: string, tag: LanguageTag, options: TypographyOptions | undefined): PhrasingContent[] {
  return raise(typeset(text, tag, options), tag);
}

/** Text that is already typeset, with the endings of its ordinal numbers as superscripts. */
export function raise(text: string, tag: LanguageTag): PhrasingContent[] {
  const words: PhrasingContent[] = [];
  let from = 0;
  for (const { start, end } of ordinals(text, tag)) {
    if (start > from) words.push({ type: 'text', value: text.slice(from, start) });
    words.push({ type: 'superscript', children: [{ type: 'text', value: text.slice(start, end) }] });
    from = end;
  }
  if (from < text.length) words.push({ type: 'text', value: text.slice(from) });
  return words;
}

/** A sentence of the string table with words, links and the like in its place `{words}`; `{name}` is plain text. */
export function fillWords(
  strings: Strings,
  key: string,
  { words, name = '' }: { readonly words: readonly PhrasingContent[]; readonly name?: string },
): PhrasingContent[] {
  const [before = '', after = ''] = fill(strings, key, { name, words: '\0' }).split('\0');
  const text = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);
  return [...text(before), ...words, ...text(after)];
}

export function paragraphOf(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** A copy of words to be shown elsewhere: no links, notes, terms, pictures or anchors in it. */
export function plainCopy(phrasing: readonly PhrasingContent[]): PhrasingContent[] {
  return joinTexts(phrasing.flatMap(plain)) as PhrasingContent[];
}

/** Of these a copy has the words alone. */
const transparent: ReadonlySet<string> = new Set(['link', 'term', 'reference', 'pageReference']);

function plain(node: Nodes): Nodes[] {
  if (transparent.has(node.type) && 'children' in node) return inItsLanguage(node, node.children.flatMap(plain));
  if (node.type === 'footnoteReference' || node.type === 'image') return [];
  if (node.type === 'break') return [{ type: 'text', value: ' ' }];
  const { id, ...data } = node.data ?? {};
  const copy = { ...node, ...(node.data && { data }) };
  if ('children' in copy) setChildren(copy, copy.children.flatMap(plain));
  return [copy];
}

/** A title of the other edition stays marked as such. */
function inItsLanguage({ data }: Nodes, words: Nodes[]): Nodes[] {
  if (data?.lang === undefined) return words;
  return [{ type: 'span', data: { lang: data.lang }, children: words as PhrasingContent[] }];
}

/** Words that stand for others elsewhere: where those stand in the source says nothing of them. */
export function unplaced<Node extends Nodes>({ position: _, ...node }: Node): Node {
  const copy = { ...node } as Node;
  if ('children' in copy) (copy as { children: Nodes[] }).children = (copy.children as Nodes[]).map(unplaced);
  return copy;
}

/** What a title says, in plain words and marks, wherever it stands. */
export function wordsAlone(title: Nodes | undefined): string {
  const words = title?.type === 'heading' ? plainCopy(title.children) : [];
  return JSON.stringify(words, (key, value) => (key === 'position' ? undefined : value));
}
