import type { List } from 'mdast';
import { expect, test } from 'vitest';
import { layoutEdition } from '../../pipeline/layout/index.ts';
import { sampleEdition } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { elementsOf, textOfStructure } from './reading.ts';
import { documentOf, rootOf } from './trees.ts';

const listFrom = (start: number, count: number, numbering?: 'a' | 'A' | 'i' | 'I'): List => ({
  type: 'list',
  ordered: true,
  start,
  ...(numbering && { data: { numbering } }),
  children: Array.from({ length: count }, () => ({
    type: 'listItem',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: 'x' }] }],
  })),
});

function labelsOf(list: List) {
  const edition = sampleEdition('en', {}, { documents: [documentOf(rootOf(list))] });
  const elements = elementsOf(layoutEdition(edition, { fonts: fakeFonts() }).value.structure);
  const made = elements.find(({ tag, listNumbering }) => tag === 'L' && listNumbering !== 'None');
  return [
    made?.listNumbering,
    ...elementsOf(made as never)
      .filter(({ tag }) => tag === 'Lbl')
      .map(textOfStructure),
  ];
}

test('items are labelled as their list says, and the tree says how', () => {
  expect(labelsOf(listFrom(9, 2))).toEqual(['Decimal', '9.', '10.']);
  expect(labelsOf(listFrom(25, 3, 'a'))).toEqual(['LowerAlpha', 'y.', 'z.', 'aa.']);
  expect(labelsOf(listFrom(702, 2, 'A'))).toEqual(['UpperAlpha', 'ZZ.', 'AAA.']);
  expect(labelsOf(listFrom(3, 2, 'i'))).toEqual(['LowerRoman', 'iii.', 'iv.']);
  expect(labelsOf(listFrom(1999, 2, 'I'))).toEqual(['UpperRoman', 'MCMXCIX.', 'MM.']);
  expect(labelsOf(listFrom(0, 2, 'a'))).toEqual(['LowerAlpha', '0.', 'a.']);
});
