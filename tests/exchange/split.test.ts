import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textIn, walk } from '../../pipeline/align/index.ts';
import { readPublication } from '../../pipeline/read/index.ts';
import { publicationOf } from '../helpers/corpus.ts';
import { contentOf, copyOf, newPublication } from '../helpers/publication.ts';
import { command } from '../helpers/round-trips.ts';
import { key } from '../helpers/source-text.ts';

function fresh(): string {
  return join(mkdtempSync(join(tmpdir(), 'diptych-split-')), 'out');
}

async function run(...args: string[]): Promise<string> {
  const { code, out } = await command(...args);
  expect([code, out]).toEqual([0, expect.any(String)]);
  return out;
}

test.each([
  ['the publication', () => copyOf('source')],
  ['the specimen', () => copyOf('tests/publications/specimen/source')],
  ['the beginning that init makes', newPublication],
  ['a repository of two folders', () => publicationOf('tests/publications/cloud-guardrails', { withMap: true })],
])('%s: parted, and joined to the byte by the map', async (_, make) => {
  const dir = make();
  const [parted, joined] = [fresh(), fresh()];
  await run('split', dir, '--out', parted);
  await run('join', parted, '--out', joined);
  expect(contentOf(join(joined, 'source'))).toEqual(contentOf(join(dir, 'source')));
});

/** Letters and digits of every paragraph, heading, cell and caption that readers of each language see. */
async function wordsOf(dir: string): Promise<readonly string[]> {
  const { value } = await readPublication(dir);
  const found: string[] = [];
  for (const { tree } of value?.documents ?? []) {
    walk(tree, (node, place) => {
      const ownWords = node.type === 'caption' && node.children.every(({ type }) => type !== 'pair');
      if (!ownWords && !['paragraph', 'heading', 'tableCell'].includes(node.type)) return;
      for (const language of place.languages) found.push(`${language} ${key(textIn(node, language))}`);
    });
  }
  expect(found.length).toBeGreaterThan(20);
  return found.sort();
}

test.each([
  ['the publication', () => copyOf('source')],
  ['the specimen', () => copyOf('tests/publications/specimen/source')],
  ['the beginning that init makes', newPublication],
])('%s: without its map joined by what the sides say, and no word is lost', async (_, make) => {
  const dir = make();
  const [parted, joined] = [fresh(), fresh()];
  await run('split', dir, '--out', parted);
  rmSync(join(parted, 'split.json'));
  const out = await run('join', parted, '--out', joined);
  expect(out).toMatch(/^0 files restored/);
  const there = new Set(await wordsOf(joined));
  expect((await wordsOf(dir)).filter((words) => !there.has(words))).toEqual([]);
});
