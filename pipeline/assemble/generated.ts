import type { Figure, Generated, Link, List, ListItem, Nodes, PhrasingContent } from 'mdast';
import { type ContentsEntry, fill, type Target, visit } from '../model/index.ts';
import { type Assembly, type Draft, report } from './assembly.ts';
import { type IndexMark, indexOf } from './bookIndex.ts';
import { lexiconOf } from './lexicon.ts';
import { captionWords } from './references.ts';
import { rewrite } from './rewrite.ts';
import type { Use } from './terms.ts';
import { fillWords, paragraphOf } from './words.ts';

/** Deepest heading that `::contents` lists. */
const listedDepth = 3;

interface Sources {
  readonly drafts: readonly Draft[];
  /** Those that are changed; all unless told. */
  readonly into?: readonly Draft[];
  readonly contents: readonly ContentsEntry[];
  readonly marks: readonly IndexMark[];
  readonly uses: readonly Use[];
}

/** Puts what `::contents`, `::glossary`, `::index`, `::figures` and the like name in their place. */
export function placeGenerated({ drafts, into = drafts, contents, marks, uses }: Sources, assembly: Assembly): void {
  const make = (node: Generated, draft: Draft): Nodes[] => {
    switch (node.name) {
      case 'contents':
        return listOf(contents).map((list) => ({ ...list, data: { role: 'contents' } }));
      case 'figures':
        return figureList('figure', drafts, assembly);
      case 'tables':
        return figureList('table', drafts, assembly);
      case 'equations':
        return figureList('math', drafts, assembly);
      case 'glossary':
        return glossaryLink(drafts, assembly);
      case 'index':
        return indexOf({ marks, uses: node.terms ? uses : [] }, assembly);
      case 'lexicon':
        return lexiconOf(assembly);
      default:
        report(assembly, 'directive-is-known', {
          path: draft.source?.path ?? '',
          position: node.position,
          details: { variant: 'not-yet', name: node.name },
          severity: 'warning',
        });
        return [];
    }
  };
  for (const draft of into) {
    rewrite(draft.tree, (node) => {
      if (node.type !== 'generated') return [node];
      const unit = node.data?.unit;
      return make(node, draft).map((made) => ({
        ...made,
        data: { ...made.data, ...(unit !== undefined && { unit }) },
      }));
    });
  }
}

function listOf(entries: readonly ContentsEntry[]): List[] {
  const listed = entries.filter((entry) => entry.depth <= listedDepth);
  if (listed.length === 0) return [];
  return [tightList(listed.map(({ target, title, children }) => [linkItem(target, title), ...listOf(children)]))];
}

function tightList(items: readonly ListItem['children'][]): List {
  const children = items.map((item): ListItem => ({ type: 'listItem', spread: false, children: item }));
  return { type: 'list', ordered: false, spread: false, children };
}

function linkItem(target: Target, words: readonly PhrasingContent[]): ListItem['children'][number] {
  return paragraphOf([linkTo(target, words)]);
}

function linkTo(target: Target, words: readonly PhrasingContent[]): Link {
  const url = target.id === undefined ? target.document : `${target.document}#${target.id}`;
  return { type: 'link', url, data: { target }, children: structuredClone([...words]) };
}

/** The numbered ones of a kind, by their captions. */
function figureList(kind: Figure['kind'], drafts: readonly Draft[], { strings }: Assembly): List[] {
  const items: ListItem['children'][] = [];
  const add = (figure: Figure, draft: Draft): void => {
    if (figure.kind !== kind || figure.number === undefined) return;
    const name = fill(strings, `edition.label.${kind}`, { number: figure.number });
    const caption = captionWords(figure);
    const words: PhrasingContent[] =
      caption.length > 0
        ? fillWords(strings, 'edition.reference.listed', { name, words: caption })
        : [{ type: 'text', value: name }];
    const id = figure.data?.id;
    items.push([linkItem({ document: draft.id, ...(id !== undefined && { id }) }, words)]);
  };
  for (const draft of drafts) visit(draft.tree, 'figure', (figure) => add(figure, draft));
  return items.length > 0 ? [{ ...tightList(items), data: { role: 'listing', listing: kind } }] : [];
}

/** The glossary is a chapter of its own; its place in the text leads there. */
function glossaryLink(drafts: readonly Draft[], { strings }: Assembly): Nodes[] {
  if (!drafts.some((draft) => draft.id === 'glossary')) return [];
  const words: PhrasingContent[] = [{ type: 'text', value: fill(strings, 'edition.glossary') }];
  return [paragraphOf([linkTo({ document: 'glossary' }, words)])];
}
