import type { Nodes } from 'mdast';
import { walk } from '../align/index.ts';
import { type Language, languages } from '../model/index.ts';
import { type Plugin, report } from './plugin.ts';

/** `heading-depth-follows`: under a heading of depth 2 comes one of depth 3, in each language. */
export const headingDepths: Plugin = () => (tree, file) => {
  // A document whose first heading is deeper than 1 gets one of depth 1 from its title.
  const previous: Record<Language, number> = { en: 1, fr: 1 };
  walk(tree, (node: Nodes, place) => {
    if (node.type !== 'heading') return;
    const skipped = place.languages.find((language) => node.depth > previous[language] + 1);
    if (skipped) {
      report(file, 'heading-depth-follows', {
        position: node.position,
        details: { depth: node.depth, previous: previous[skipped], expected: previous[skipped] + 1 },
      });
    }
    for (const language of languages) if (place.languages.includes(language)) previous[language] = node.depth;
  });
};
