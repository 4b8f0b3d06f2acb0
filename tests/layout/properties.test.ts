import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { type Fragment, layoutEdition, type PagedEdition } from '../../pipeline/layout/index.ts';
import { type Edition, type Language, languages, type Staged } from '../../pipeline/model/index.ts';
import { sampleEdition } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import {
  chaptersOf,
  fragmentsOf,
  isArtifact,
  rightOf,
  textOfDocument,
  textOfStructure,
  withoutBullets,
} from './reading.ts';
import { assets, documentOf, tree } from './trees.ts';

const fonts = fakeFonts();

function laidOut(edition: Edition): Staged<PagedEdition> {
  return layoutEdition(edition, { fonts });
}

interface Sample {
  readonly tree: Root;
  readonly noteLength: number;
  readonly language: Language;
}

const samples: fc.Arbitrary<Sample> = fc.record({
  tree,
  noteLength: fc.constantFrom(2, 12, 200),
  language: fc.constantFrom(...languages),
});

function editionOf({ tree, noteLength, language }: Sample): Edition {
  return sampleEdition(language, {}, { documents: [documentOf(tree, noteLength)], assets });
}

/** Two notes called in one line, each taller than a page: the second was once lost. */
const twoLongNotes: Sample = {
  tree: {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [{ type: 'text', value: 'A chapter' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'footnoteReference', identifier: 'a' },
          { type: 'footnoteReference', identifier: 'b' },
        ],
      },
    ],
  },
  noteLength: 200,
  language: 'en',
};

describe('whatever the tree', () => {
  test('the structure tree reads as the edition, in order', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const edition = editionOf(sample);
        const [chapter] = chaptersOf(laidOut(edition).value, 1);
        const [document] = edition.documents;
        if (!chapter || !document) throw new Error('No chapter');
        expect(withoutBullets(textOfStructure(chapter))).toBe(withoutBullets(textOfDocument(document)));
      }),
      { numRuns: 60, examples: [[twoLongNotes]] },
    );
  });

  test('every fragment is in the tree exactly once, under its owner, or is an artifact', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const edition = editionOf(sample);
        const { pages, structure } = laidOut(edition).value;
        const painted = pages.flatMap((page) => page.fragments).filter((fragment) => !isArtifact(fragment));
        const tagged = fragmentsOf(structure);
        expect(new Set(tagged).size).toBe(tagged.length);
        expect(new Set(painted)).toEqual(new Set(tagged));
        expect(painted.length).toBe(tagged.length);
      }),
      { numRuns: 40 },
    );
  });

  test('nothing stands outside the text of its page but what is diagnosed', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const edition = editionOf(sample);
        const { value, diagnostics } = laidOut(edition);
        for (const [index, page] of value.pages.entries()) {
          const turned = page.width > page.height;
          const [left, right] = turned ? [86, 706] : index % 2 === 0 ? [108, 548] : [64, 504];
          for (const fragment of page.fragments) {
            if (isMarginal(fragment)) continue;
            const [top, bottom] = extentOf(fragment);
            expect(top).toBeGreaterThan(80 - 1);
            expect(bottom).toBeLessThan(80 + (turned ? 434 : 620) + 1);
            expect(fragment.x).toBeGreaterThan(left - hangingRoom(fragment));
            if (fragment.kind === 'text' && diagnostics.every(({ rule }) => rule === 'table-fits')) {
              expect(rightOf(fragment, fonts)).toBeLessThan(right + hangingRoom(fragment, 'right'));
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the same edition gives the same pages', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const edition = editionOf(sample);
        expect(JSON.stringify(pagesOf(laidOut(edition)))).toBe(JSON.stringify(pagesOf(laidOut(edition))));
      }),
      { numRuns: 10 },
    );
  });
});

/** Punctuation may stand outside the edges by less than its own width. */
function hangingRoom(fragment: Fragment, side: 'left' | 'right' = 'left'): number {
  // What is drawn under a link begins with its first sign.
  if (fragment.kind === 'rule') return 4;
  if (fragment.kind !== 'text') return 0.01;
  const ends =
    side === 'left' ? fragment.words[0]?.text[0] : fragment.hyphen ? '-' : fragment.words.at(-1)?.text.at(-1);
  if (!/[“‘«».,:;!?”’)(–—‐-]/.test(ends ?? '')) return 0.01;
  return (fonts(fragment.face).width(ends as string) * fragment.size) / 1000;
}

/** Without owners, whose children lead back to the fragments. */
function pagesOf({ value }: Staged<PagedEdition>): unknown {
  return value.pages.map((page) => page.fragments.map(({ owner: _, ...fragment }) => fragment));
}

function isMarginal({ owner }: Fragment): boolean {
  return 'artifact' in owner && (owner.artifact === 'header' || owner.artifact === 'footer');
}

function extentOf(fragment: Fragment): [number, number] {
  if (fragment.kind === 'text') return [fragment.baseline - fragment.size * 0.6, fragment.baseline];
  return [fragment.y, fragment.y + fragment.height];
}
