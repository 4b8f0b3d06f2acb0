import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { readPublication } from '../../pipeline/read/index.ts';

function publication(files: Readonly<Record<string, string>>): string {
  const dir = join(mkdtempSync(join(tmpdir(), 'diptych-')), 'publication');
  const config = 'id: x\ntitle: X\nlanguages: [en-CA, fr-CA]\ndate: 2024-05-01\nurl: https://example.ca\n';
  for (const [path, text] of Object.entries({ 'source/publication.yaml': config, ...files })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

const variants = async (dir: string) =>
  (await readPublication(dir)).diagnostics.map(({ rule, path, details }) => [rule, path, details.variant]);

test('a link that leads out of the publication is not followed', async () => {
  const dir = publication({ 'source/plan.md': '# X\n\n::include{src=parts/way.md}\n' });
  writeFileSync(join(dirname(dir), 'secret.md'), 'Not for the public.');
  mkdirSync(join(dir, 'source/parts'));
  symlinkSync(join(dirname(dir), 'secret.md'), join(dir, 'source/parts/way.md'));
  const { value, diagnostics } = await readPublication(dir);
  expect(textOf(value?.documents[0]?.tree)).toBe('X');
  expect(diagnostics.map(({ rule, details }) => [rule, details.variant])).toContainEqual([
    'include-resolves',
    'outside',
  ]);
});

test('files that include one another again and again come to an end', async () => {
  const levels = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [
      `source/level${at}.md`,
      at < 19 ? `::include{src=level${at + 1}.md}\n\n::include{src=level${at + 1}.md}\n` : 'Deep.\n',
    ]),
  );
  const found = await variants(publication({ 'source/plan.md': '# X\n\n::include{src=level0.md}\n', ...levels }));
  expect(found).toContainEqual(['include-resolves', expect.stringMatching(/level\d+\.md$/), 'much']);
});

test('a part is no document of its own, unless it is listed', async () => {
  const files = { 'source/plan.md': '# X\n\n::include{src=part.md}\n', 'source/part.md': '# Part\n\nWords.\n' };
  const { value } = await readPublication(publication(files));
  expect(value?.documents.map(({ id }) => id)).toEqual(['plan']);
  const config = 'id: x\ntitle: X\nlanguages: [en-CA, fr-CA]\ndocuments: [part, plan]\n';
  const listed = await readPublication(publication({ ...files, 'source/publication.yaml': config }));
  expect(listed.value?.documents.map(({ id }) => id)).toEqual(['part', 'plan']);
});

test('what stands in a part says which file it is in, and speaks of it', async () => {
  const dir = publication({
    'source/plan.md': '# X\n\n::include{src=parts/one.md}\n',
    'source/parts/one.md': 'Words.\n\n![A map](none.png)\n',
  });
  const { value, diagnostics } = await readPublication(dir);
  const document = value?.documents[0];
  expect(document?.files?.map(({ path }) => path)).toEqual(['source/parts/one.md']);
  if (document) {
    visit(document.tree, (node) => {
      if (node.type === 'paragraph') expect(node.position?.path).toBe('source/parts/one.md');
    });
  }
  expect(diagnostics.filter(({ rule }) => rule === 'asset-exists')).toEqual([
    expect.objectContaining({
      path: 'source/parts/one.md',
      position: { start: expect.objectContaining({ line: 3 }), end: expect.objectContaining({ line: 3 }) },
    }),
  ]);
});
