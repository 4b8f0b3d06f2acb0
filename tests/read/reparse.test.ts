import { expect, test } from 'vitest';
import { parseAfterEdits } from '../helpers/reparsing.ts';

test('a text parsed after another is what parsing it afresh gives', () => {
  const { faults, shared } = parseAfterEdits(30, 7);
  expect(faults).toEqual([]);
  expect(shared).toBeGreaterThan(50); // most edits leave the beginning alone
});
