import type { Data, FootnoteDefinition, Image, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { fill, type LanguageMap, languages, otherLanguage, type SourceDocument, visit } from '../model/index.ts';
import type { Assembly } from './assembly.ts';
import { rewrite, setChildren } from './rewrite.ts';

/**
 * What a draft does with what is missing: the other language's words, marked as such, with a note; the words that
 * describe a picture which is not there. Nothing here touches a publication without errors.
 */

/** Blocks in the other language's words, which say so. */
export function inOtherLanguage(blocks: readonly Nodes[], assembly: Assembly): Nodes[] {
  const lang = assembly.publication.settings.tags[otherLanguage(assembly.language)];
  return blocks.map((block) => {
    const data: Data = { ...block.data, lang: block.data?.lang ?? lang };
    // A heading's words are shown elsewhere too, and take their language along.
    if (block.type !== 'heading') return { ...block, data } as Nodes;
    return { ...block, children: [{ type: 'span', data: { lang }, children: block.children }] };
  });
}

/** As `inOtherLanguage`, within a line, the note after it in brackets. */
export function wordsInOther(words: readonly PhrasingContent[], assembly: Assembly): PhrasingContent[] {
  const lang = assembly.publication.settings.tags[otherLanguage(assembly.language)];
  const note = fill(assembly.strings, 'edition.draft.not-yet');
  return [
    { type: 'span', data: { lang }, children: [...words] },
    { type: 'text', value: ` [${note}]` },
  ];
}

/**
 * Puts the note where a run of blocks in the other language begins: before them, or after the heading that is their
 * first.
 */
export function noteMissing(root: Root, missing: ReadonlySet<Nodes>, { strings }: Assembly): void {
  if (missing.size === 0) return;
  const note = (): Paragraph => ({
    type: 'paragraph',
    data: { role: 'not-yet' },
    children: [{ type: 'text', value: fill(strings, 'edition.draft.not-yet') }],
  });
  const walk = (parent: Nodes): void => {
    if (!('children' in parent)) return;
    const children: readonly Nodes[] = parent.children;
    children.forEach(walk);
    if (!children.some((child) => missing.has(child))) return;
    const made: Nodes[] = [];
    for (let at = 0; at < children.length; ) {
      const run = runFrom(children, at, missing);
      const head = run[0]?.type === 'heading' ? 1 : 0;
      const speaks = run.some((block) => block.type !== 'footnoteDefinition' && textOf(block).trim() !== '');
      made.push(...run.slice(0, head), ...(speaks ? [note()] : []), ...run.slice(head));
      at += run.length;
      if (run.length === 0) made.push(children[at++] as Nodes);
    }
    setChildren(parent, made);
  };
  walk(root);
}

function runFrom(children: readonly Nodes[], from: number, missing: ReadonlySet<Nodes>): readonly Nodes[] {
  let end = from;
  while (end < children.length && missing.has(children[end] as Nodes)) end++;
  return children.slice(from, end);
}

/** Labels of the notes that the edition's language defines for itself. */
export function ownNotes(tree: Root, { language }: Assembly): ReadonlySet<string> {
  const labels = new Set<string>();
  visit(tree, (node) => {
    if ((node.type === 'variant' || node.type === 'phrasingVariant') && node.language !== language) return 'skip';
    if (node.type === 'footnoteDefinition') labels.add(node.identifier);
    return undefined;
  });
  return labels;
}

/** Puts the words that describe a picture in the place of one that is not there. */
export function describeMissingPictures(tree: Root, { publication }: Assembly): void {
  const isMissing = (node: Nodes): node is Image =>
    node.type === 'image' && (node.data?.asset === undefined || !publication.assets.has(node.data.asset));
  rewrite(tree, (node) => {
    if (node.type === 'paragraph' && node.children.length > 0) {
      return node.children.every((child) => isMissing(child) && !child.alt) ? [] : [node];
    }
    if (node.type === 'figure') {
      const children = node.children.flatMap((child) => (isMissing(child) ? asParagraph(child) : [child]));
      return [{ ...node, children }];
    }
    return isMissing(node) ? asText(node) : [node];
  });
}

function asText({ alt, position, data }: Image): PhrasingContent[] {
  if (!alt) return [];
  const text: PhrasingContent = { type: 'text', value: alt, ...(position && { position }) };
  return data?.lang === undefined ? [text] : [{ type: 'span', data: { lang: data.lang }, children: [text] }];
}

function asParagraph(image: Image): Paragraph[] {
  const children = asText(image);
  return children.length > 0
    ? [{ type: 'paragraph', children, ...(image.position && { position: image.position }) }]
    : [];
}

/** The words of notes that nothing calls, or that are defined again: they stand at the end. */
export function leaveNotes(tree: Root, notes: readonly FootnoteDefinition[]): void {
  tree.children.push(...notes.flatMap((note) => note.children));
}

/** Ids and addresses that no two documents share, nor an edition's own pages; the first keeps what it has. */
export function distinctNames(documents: readonly SourceDocument[]): SourceDocument[] {
  const ids = new Set(['glossary']);
  const slugs: LanguageMap<Set<string>> = {
    en: new Set(['index', 'glossary']),
    fr: new Set(['index', 'glossary']),
  };
  return documents.map((document) => {
    const id = free(document.id, ids);
    const slug = { en: free(document.slug.en, slugs.en), fr: free(document.slug.fr, slugs.fr) };
    const isSame = id === document.id && languages.every((language) => slug[language] === document.slug[language]);
    return isSame ? document : { ...document, id, slug };
  });
}

/** Names are compared without case, as some disks do. */
function free(wanted: string, taken: Set<string>): string {
  const base = wanted || 'document';
  let name = base;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}-${count}`;
  taken.add(name.toLowerCase());
  return name;
}
