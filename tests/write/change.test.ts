import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeFiles } from '../../pipeline/write/index.ts';

const scratch = (files: Readonly<Record<string, string>>): string => {
  const dir = mkdtempSync(join(tmpdir(), 'diptych-change-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
};
const textIn = (dir: string, name: string): string => readFileSync(join(dir, name), 'utf8');

test('each file has its new text, its mode and its byte-order mark; nothing is left beside', async () => {
  const dir = scratch({ 'a.md': '\uFEFFold\r\n', 'b.md': 'two' });
  chmodSync(join(dir, 'b.md'), 0o640);
  await changeFiles(dir, [
    { path: 'a.md', before: 'old\r\n', after: 'new\r\n' },
    { path: 'b.md', before: 'two', after: 'deux' },
    { path: 'c.yaml', before: undefined, after: 'x: y\n' },
  ]);
  expect([textIn(dir, 'a.md'), textIn(dir, 'b.md'), textIn(dir, 'c.yaml')]).toEqual([
    '\uFEFFnew\r\n',
    'deux',
    'x: y\n',
  ]);
  expect(statSync(join(dir, 'b.md')).mode & 0o777).toBe(0o640);
  expect(readdirSync(dir).sort()).toEqual(['a.md', 'b.md', 'c.yaml']);
});

test.each([
  ['was changed', { 'a.md': 'one', 'b.md': 'changed' }],
  ['was removed', { 'a.md': 'one' }],
])('a file that %s since it was read: all are left as they are', async (_, files) => {
  const dir = scratch(files);
  const changes = [
    { path: 'a.md', before: 'one', after: 'un' },
    { path: 'b.md', before: 'two', after: 'deux' },
  ];
  await expect(changeFiles(dir, changes)).rejects.toMatchObject({ key: 'file-changed', details: { path: 'b.md' } });
  expect(Object.fromEntries(readdirSync(dir).map((name) => [name, textIn(dir, name)]))).toEqual(files);
});

test('a file that was made by somebody else meanwhile is not written over', async () => {
  const dir = scratch({ 'c.yaml': 'theirs' });
  const change = { path: 'c.yaml', before: undefined, after: 'ours' };
  await expect(changeFiles(dir, [change])).rejects.toMatchObject({ key: 'file-changed' });
  expect(textIn(dir, 'c.yaml')).toBe('theirs');
});

test('a link stays a link', async () => {
  const dir = scratch({ 'real.md': 'one' });
  symlinkSync('real.md', join(dir, 'link.md'));
  await changeFiles(dir, [{ path: 'link.md', before: 'one', after: 'un' }]);
  expect(textIn(dir, 'real.md')).toBe('un');
  expect(
    readdirSync(dir, { withFileTypes: true })
      .find(({ name }) => name === 'link.md')
      ?.isSymbolicLink(),
  ).toBe(true);
});
