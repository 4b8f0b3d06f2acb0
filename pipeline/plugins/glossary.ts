import type { Parents, Term } from 'mdast';
import { isForeign, type Place, textIn, walk } from '../align/index.ts';
import { mostAlike, nearest, type TermMatch } from '../language/index.ts';
import type { Language } from '../model/index.ts';
import { type DocumentFile, type Plugin, report, type TransformContext } from './plugin.ts';
import { splitText } from './splitText.ts';
import { replaceEach } from './walk.ts';

/** In these nothing is a candidate: a heading or link is left alone, the others are not the language's own prose. */
const closed: ReadonlySet<string> = new Set(['heading', 'link', 'untranslated', 'image', 'label', 'reference']);

/** Marks every use of a glossary concept in the text of one language; which of them are linked, `assemble` chooses. */
export const glossary: Plugin = (context) => (tree, file) => {
  walk(tree, (node, place) => {
    if (closed.has(node.type) || node.data?.untranslated || isForeign(node, place)) return 'skip';
    if (node.type === 'term') {
      if (node.forced || !node.concept) settle(node, place, { context, file });
      return 'skip';
    }
    const [language] = place.languages;
    if (context.concepts.size === 0) {
      context.reads('*');
      return undefined; // no use to look for
    }
    if (!('children' in node) || language === undefined || place.languages.length > 1) return undefined;
    mark(node, context.matchers[language].find);
    return undefined;
  });
};

/** `:term[text]{#id}`: checks the id; without one, the words must be a term's. */
function settle(term: Term, place: Place, { context, file }: { context: TransformContext; file: DocumentFile }): void {
  const [language = 'en'] = place.languages;
  const words = textIn(term, language);
  const match = wholeMatch(words, language, context);
  const id = term.concept || match?.concept;
  context.reads(`id ${id}`);
  if (id === undefined || !context.concepts.has(id)) {
    const details = term.concept ? unknown(term.concept, match?.concept, context) : { variant: 'words', words };
    report(file, 'term-is-known', { position: term.position, details });
  }
  term.concept = id ?? '';
  if (match?.abbreviation && match.concept === id) term.abbreviation = true;
}

/** What was meant: an id that is near, the concept that the words name, or what there is. */
function unknown(id: string, named: string | undefined, context: TransformContext): Record<string, string> {
  const { concepts, reads } = context;
  reads('*');
  const near = nearest(id, concepts) ?? named;
  if (near !== undefined) return { variant: 'near', id, nearest: near };
  const there = mostAlike(id, concepts).join(', ');
  return there === '' ? { id } : { variant: 'there', id, there };
}

function wholeMatch(words: string, language: Language, { matchers }: TransformContext) {
  return matchers[language].find(words).find(({ start, end }) => start === 0 && end === words.length);
}

function mark(parent: Parents, find: (text: string) => readonly TermMatch[]): void {
  replaceEach(parent, (child) => {
    if (child.type !== 'text') return [child];
    return splitText(child, find(child.value), ({ concept, abbreviation }, children) => ({
      type: 'term',
      concept,
      ...(abbreviation && { abbreviation }),
      children,
    }));
  });
}
