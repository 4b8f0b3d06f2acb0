import { expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import type { Edition } from '../../pipeline/model/index.ts';
import { openThreads } from '../../pipeline/threads.ts';

const dir = 'tests/publications/edited';
const how = { to: 'memory', instant: '2001-12-12T00:00:00Z', draft: true } as const;

test('books made in threads are those that are made without, and what was found is told in the same order', async () => {
  const [alone, ...beside] = [
    await build(dir, how),
    await build(dir, { ...how, jobs: 2 }),
    await build(dir, { ...how, jobs: 3 }),
  ];
  expect(alone.files.filter(({ format }) => format === 'pdf' || format === 'epub')).toHaveLength(6);
  for (const each of beside) {
    expect(each.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('base64')])).toEqual(
      alone.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('base64')]),
    );
    expect(each.diagnostics).toEqual(alone.diagnostics);
  }
});

test('what goes wrong in a thread is thrown', async () => {
  const { make, close } = openThreads(2, dir);
  const broken = { id: 'en', documents: undefined } as unknown as Edition;
  await expect(make('pdf', broken, { instant: how.instant, generator: 'x' })).rejects.toThrow(TypeError);
  await close();
});
