import { describe, test } from 'vitest';
import { trials } from '../helpers/fuzz.ts';

describe('what is not our syntax is plain GFM, in 20,000 texts', () => {
  test.each(trials)('%s', (_, run) => run({ numRuns: 20_000, seed: 20_010_911 }));
});
