import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lost, passagesIn } from './helpers/corpus.ts';
import { faultsOfCorpus } from './helpers/corpus-faults.ts';

describe('bilingual repositories that others wrote', () => {
  test.each(['12factor', 'cloud-guardrails'])('%s is read, checked and built, and no word is lost', async (name) => {
    for (const withMap of [true, false]) {
      const { faults, passages } = await faultsOfCorpus(`tests/publications/${name}`, { withMap, pdf: withMap });
      expect(passages).toBeGreaterThan(200);
      expect(faults).toEqual([]);
    }
  });

  test('a passage that is lost, or out of its place, is noticed', () => {
    const text = readFileSync('tests/publications/12factor/content/en/codebase.md', 'utf8');
    const passages = passagesIn(text);
    const [first = '', second = '', ...rest] = passages;
    expect(passages.length).toBeGreaterThan(5);
    expect(lost(passages, passages.join(''))).toEqual([]);
    expect(lost(passages, passages.filter((passage) => passage !== second).join(''))).toEqual([second]);
    expect(lost(passages, [second, first, ...rest].join(''))).not.toEqual([]);
  });
});
