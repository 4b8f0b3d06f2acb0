import { expect, test } from 'vitest';
import { beginningsIn } from '../helpers/level.ts';

test.each(['12factor', 'cloud-guardrails'])(
  '%s in columns begins both halves of every pair on one page, their first baselines level',
  async (name) => {
    const { pairs, uneven } = await beginningsIn(`tests/publications/${name}`);
    expect(pairs).toBeGreaterThan(100);
    expect(uneven).toEqual([]);
  },
);
