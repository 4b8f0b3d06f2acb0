import type { Heading, Parents } from 'mdast';
import { visit } from '../model/index.ts';
import type { Assembly, Draft } from './assembly.ts';
import { wordsOf } from './words.ts';

/**
 * Begins the tree with its only heading of depth 1: the first that the source has, else one made from the title. The
 * others go down until no depth is skipped.
 */
export function settleHeadings(draft: Draft, assembly: Assembly): void {
  const title = takeTitle(draft.tree, draft) ?? madeTitle(draft, assembly);
  nest(draft);
  draft.tree.children.unshift(title);
}

/** Takes the first heading of depth 1 out of the tree, be it in a group. */
function takeTitle(parent: Parents, draft: Draft): Heading | undefined {
  for (const [index, child] of parent.children.entries()) {
    if (child.type === 'heading' && child.depth === 1) {
      parent.children.splice(index, 1);
      bringNote(parent.children[index], draft);
      return child;
    }
    const title = child.type === 'group' ? takeTitle(child, draft) : undefined;
    if (title && child.type === 'group' && child.children.length === 0) {
      parent.children.splice(index, 1);
      if (child.data?.id && title.data?.id) draft.aliases.set(child.data.id, title.data.id);
    }
    if (title) return title;
  }
  return undefined;
}

/** That a title is not in the edition's language is said directly under it, wherever it stood. */
function bringNote(note: Parents['children'][number] | undefined, { tree }: Draft): void {
  if (note?.type !== 'paragraph' || note.data?.role !== 'not-yet' || tree.children[0] === note) return;
  tree.children = [note, ...tree.children.filter((child) => child !== note)];
}

function madeTitle({ id, source }: Draft, { language, tag, typography }: Assembly): Heading {
  return { type: 'heading', depth: 1, children: wordsOf(source?.title?.[language] ?? id, tag, typography) };
}

/** Each heading is one deeper than the one it stands under, and the title is above them all. */
function nest({ tree }: Draft): void {
  const above = [{ source: 0, depth: 1 }];
  visit(tree, 'heading', (heading) => {
    while ((above.at(-1)?.source ?? 0) >= heading.depth) above.pop();
    const depth = Math.min((above.at(-1)?.depth ?? 1) + 1, 6) as Heading['depth'];
    above.push({ source: heading.depth, depth });
    heading.depth = depth;
  });
}
