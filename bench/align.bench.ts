/**
 * How long it takes to set the blocks of two files against each other when one side lacks every twentieth: time should
 * double from line to line. Repeat with `npm run bench:align`.
 */
import { bench, describe } from 'vitest';
import { alignBlocks } from '../pipeline/align/index.ts';
import type { Block } from '../pipeline/model/index.ts';

const english = 'The budget was set at $4,800 and the forum met again in the spring. ';
const french = 'Le budget a été fixé à 4 800 $ et le forum s’est réuni de nouveau au printemps. ';

function blocks(count: number, text: string): Block[] {
  return Array.from({ length: count }, (_, index): Block => {
    const children = [{ type: 'text' as const, value: `${text.repeat(1 + (index % 3))}${index}` }];
    return index % 10 === 0 ? { type: 'heading', depth: 2, children } : { type: 'paragraph', children };
  });
}

describe.each([1250, 2500, 5000])('%d blocks', (count) => {
  const en = blocks(count, english);
  const fr = blocks(count, french).filter((_, index) => index % 20 !== 7);
  bench('alignBlocks', () => void alignBlocks({ en, fr }, ['en', 'fr']), {
    iterations: 3,
    warmupIterations: 1,
    time: 500,
  });
});
