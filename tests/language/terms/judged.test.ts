import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { termMatcher } from '../../../pipeline/language/index.ts';
import type { Concept, Language } from '../../../pipeline/model/index.ts';

const folder = 'tests/language/terms/judged';
const concepts: Concept[] = parse(readFileSync(`${folder}/glossary.yaml`, 'utf8')).map((entry: Concept) => ({
  ...entry,
  status: 'preferred',
  caseSensitive: false,
}));

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence without its marks, and where they stood. */
function unmarked(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  for (const [piece] of marked.matchAll(/⟦[^⟧]*⟧|[^⟦]+/g)) {
    const words = piece.replace(/[⟦⟧]/g, '');
    if (piece.startsWith('⟦')) spans.push({ start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, spans };
}

test('the glossary has 200 terms', () => expect(concepts.length).toBe(200));

test.each<[Language, number]>([
  ['en', 950],
  ['fr', 940],
])('of 300 sentences in %s that were judged by eye, precision is 98 % or more and recall 95 %', (language, least) => {
  const matcher = termMatcher(concepts, language);
  const sentences = readFileSync(`${folder}/${language}.txt`, 'utf8').trim().split('\n').map(unmarked);
  expect(sentences.length).toBe(300);
  let [right, found, wanted] = [0, 0, 0];
  for (const { text, spans } of sentences) {
    const code = text.replace(/`[^`]*`/g, (part) => '\uFFFC'.repeat(part.length)); // a document has no terms there
    const matches = matcher.find(code);
    found += matches.length;
    wanted += spans.length;
    right += matches.filter(({ start, end }) => spans.some((span) => span.start === start && span.end === end)).length;
  }
  expect(wanted).toBeGreaterThan(least);
  expect(right / found).toBeGreaterThanOrEqual(0.98);
  expect(right / wanted).toBeGreaterThanOrEqual(0.95);
});
