import type { Heading } from 'mdast';
import { visit } from '../model/index.ts';
import { type Draft, titleOf } from './assembly.ts';

/** The section that first calls each note, by the note's identifier; a note that a note calls is of the same section. */
export function noteSections(draft: Draft): ReadonlyMap<string, Heading> {
  const sections = new Map<string, Heading>();
  let section = titleOf(draft);
  visit(draft.tree, (node) => {
    if (node.type === 'heading') section = node;
    else if (node.type === 'footnoteReference' && !sections.has(node.identifier))
      sections.set(node.identifier, section);
  });
  for (const note of draft.notes) {
    const outer = sections.get(note.identifier);
    if (outer)
      visit(
        note,
        'footnoteReference',
        (call) => void (sections.has(call.identifier) || sections.set(call.identifier, outer)),
      );
  }
  return sections;
}
