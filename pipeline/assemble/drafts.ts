import type { Nodes, Term } from 'mdast';
import { copyTree } from '../align/index.ts';
import type { SourceDocument } from '../model/index.ts';
import { nameAdmonitions } from './admonitions.ts';
import { type Assembly, type Draft, titleOf } from './assembly.ts';
import { type AllNumbers, chooseVariants } from './choose.ts';
import { completeFigures } from './figures.ts';
import { settleHeadings } from './headings.ts';
import { takeNotes } from './notes.ts';
import { describeMissingPictures } from './unfinished.ts';

/** What can be done for a document by itself. */
export function draftOf(source: SourceDocument, assembly: Assembly, numbers: AllNumbers): Draft {
  const tree = chooseVariants(source, assembly, numbers);
  const draft: Draft = { id: source.id, source, tree, notes: [], aliases: new Map() };
  completeFigures(tree, source.path, assembly);
  if (assembly.publication.draft) describeMissingPictures(tree, assembly);
  nameAdmonitions(tree, assembly);
  settleHeadings(draft, assembly);
  const section = numbers.sections.get(source.tree);
  if (section !== undefined) titleOf(draft).data = { ...titleOf(draft).data, section };
  takeNotes(draft, assembly); // after headings: the order of calls is that of the edition
  return draft;
}

/** A draft of its own, to be changed. */
export function copyDraft({ tree, notes, ...draft }: Draft): Draft {
  return { ...draft, tree: copyTree(tree), notes: notes.map(copyTree) };
}

/** The outermost candidates of a draft, in the order in which it is read: a copy has them in the same order. */
export function candidatesIn({ tree, notes }: Draft): readonly Term[] {
  const terms: Term[] = [];
  const read = (node: Nodes): void => {
    if (node.type === 'term') terms.push(node);
    else if ('children' in node) node.children.forEach(read);
  };
  for (const root of [tree, ...notes]) read(root);
  return terms;
}
