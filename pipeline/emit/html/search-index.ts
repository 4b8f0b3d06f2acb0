import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import MiniSearch from 'minisearch';
import { searchAnalyser, searchAnalyserSource } from '../../language/index.ts';
import { type Edition, type EditionDocument, isTextBlock } from '../../model/index.ts';
import { addressFrom, pagePath, searchPath } from './address.ts';
import { scriptJson } from './said.ts';
import { wordsOf } from './site.ts';

/** A section of a page: what a search finds. */
interface Section {
  readonly id: number;
  /** Address from the search page. */
  readonly href: string;
  readonly page: string;
  /** Its heading; empty before a page's first. */
  readonly heading: string;
  readonly text: string;
  /** What it is called is in no text, and not searched. */
  readonly isNotes?: boolean;
}

/** How much a word in a field counts beside one in the text. The script of the search page has them from here. */
const boost = { heading: 3, page: 2, text: 1 };

/**
 * The words of an edition for its search page, as a script: pages opened from a folder may load scripts, and nothing
 * else.
 */
export function searchIndex(edition: Edition): string {
  const analyser = searchAnalyser(edition.language);
  const sections = edition.documents
    .flatMap((document) => sectionsOf(edition, document))
    .map((each, id) => ({ ...each, id }));
  const fields = ['heading', 'page', 'text'];
  const index = new MiniSearch<Section>({
    fields,
    tokenize: (text) => analyser.words(text).map(({ word }) => word),
    processTerm: remembered((word) => analyser.stem(word) ?? null),
  });
  index.addAll(sections.map((each) => (each.isNotes ? { ...each, heading: '' } : each)));
  const stored = sections.map(({ href, page, heading, text }) => [href, page, heading, text]);
  const parts = [
    `analyser: ${searchAnalyserSource(edition.language)}`,
    `fields: ${scriptJson(fields)}`,
    `boost: ${scriptJson(boost)}`,
    `sections: ${scriptJson(stored)}`,
    `index: ${scriptJson(index)}`,
  ];
  return `window.diptychSearch = {\n${parts.join(',\n')}\n};\n`;
}

/** A text says most of its words many times. */
function remembered<Value>(make: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    if (!known.has(word)) known.set(word, make(word));
    return known.get(word) as Value;
  };
}

function sectionsOf(edition: Edition, document: EditionDocument): Omit<Section, 'id'>[] {
  const page = addressFrom(searchPath(edition), pagePath(edition, document));
  const sections: (Omit<Section, 'id' | 'text'> & { text: string[] })[] = [
    { href: page, page: document.title, heading: '', text: [] },
  ];
  const add = (node: Nodes): void => {
    if (node.type === 'group') node.children.forEach(add);
    else if (node.type === 'heading' && node.depth > 1) {
      const id = node.data?.id;
      const href = id === undefined ? page : `${page}#${encodeURI(id)}`;
      sections.push({ href, page: document.title, heading: textOf(node), text: [] });
    } else if (node.type !== 'heading') sections.at(-1)?.text.push(wordsIn(node));
  };
  document.tree.children.forEach(add);
  if (document.notes.length > 0) {
    const heading = wordsOf(edition)('notes.title');
    const text = document.notes.map(wordsIn);
    sections.push({ href: `${page}#fn-notes`, page: document.title, heading, text, isNotes: true });
  }
  return sections.map(({ text, ...section }) => ({ ...section, text: text.join(' ').replace(/\s+/g, ' ').trim() }));
}

/** Text of a block; what stands in different blocks of it stands apart. */
function wordsIn(node: Nodes): string {
  if (!('children' in node) || isTextBlock(node)) return textOf(node);
  return node.children.map(wordsIn).join(' ');
}
