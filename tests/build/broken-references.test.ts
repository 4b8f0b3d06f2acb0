import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build, check } from '../../pipeline/build.ts';
import { edit } from '../helpers/publication.ts';

/** A publication with each kind of reference, to be broken. */
function copy(): string {
  const dir = join(mkdtempSync(join(tmpdir(), 'diptych-broken-')), 'publication');
  cpSync('tests/publications/references', dir, { recursive: true });
  return dir;
}

/** Every place of a text where these words begin, as `line:column`. */
function placesOf(dir: string, path: string, words: string): string[] {
  const lines = readFileSync(join(dir, path), 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    [...line.matchAll(new RegExp(words, 'g'))].map(({ index: at }) => `${path}:${index + 1}:${at + 1}`),
  );
}

async function told(dir: string) {
  const { diagnostics } = await check(dir);
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, path, position, details }) => ({
      rule,
      at: `${path}:${position?.start.line}:${position?.start.column}`,
      nearest: details.nearest ?? details.there,
    }));
}

describe('what is taken away is missed once at each place that needs it, with the nearest that is there', () => {
  test('nothing, while nothing is', async () => {
    expect(await told(copy())).toEqual([]);
  });

  test('nor where a link names a document of two files without its language', async () => {
    const dir = copy();
    writeFileSync(join(dir, 'source/pier.en.md'), '# The pier\n\n## Boats\n\nTen boats.\n');
    writeFileSync(join(dir, 'source/pier.fr.md'), '# Le quai\n\n## Bateaux\n\nDix bateaux.\n');
    writeFileSync(
      join(dir, 'source/way.md'),
      '# :en[Way]:fr[Voie]\n\n[](pier.md#boats), [](pier.html) [](pier.en.md)\n',
    );
    expect(await told(dir)).toEqual([]);
  });

  test('a section', async () => {
    const dir = copy();
    edit(dir, 'source/border.md', ['### :en[Deeper in Timbuktu]:fr[Plus loin à Tombouctou] {#deeper}\n', '']);
    const at = ['source/places.md', 'source/plan.md'].flatMap((path) =>
      placesOf(dir, path, '\\[[^\\][]*\\]\\(border\\.md#deeper\\)'),
    );
    expect(at.length).toBeGreaterThan(15);
    const nearest = 'border, before, eq-sum'; // nothing is near: what is there
    const found = (await told(dir)).sort((one, other) => at.indexOf(one.at) - at.indexOf(other.at));
    expect(found).toEqual(at.map((each) => ({ rule: 'link-target-exists', at: each, nearest })));
  });

  test('an id, by another name', async () => {
    const dir = copy();
    edit(dir, 'source/border.md', ['{#enforcement}', '{#enforcements}']);
    const at = placesOf(
      dir,
      'source/plan.md',
      '(?::ref)?\\[[^\\][]*(?=border\\.md#enforcement|\\]\\(border\\.md#enforcement\\))',
    );
    expect(at.length).toBeGreaterThan(10);
    const found = await told(dir);
    expect(found.map((each) => each.at).sort()).toEqual(at.sort());
    for (const { rule, nearest } of found) expect([rule, nearest]).toEqual(['link-target-exists', 'enforcements']);
    expect((await build(dir, { to: 'memory', formats: ['html'] })).outcome).toBe('refused');
  });

  test('an id that is looked for everywhere', async () => {
    const dir = copy();
    edit(dir, 'source/border.md', ['{#fig-map ', '{#fig-maps ']);
    const found = await told(dir);
    const wiki = placesOf(dir, 'source/plan.md', '\\[\\[fig-map\\]\\]');
    expect(wiki).toHaveLength(2);
    for (const at of wiki) {
      expect(found.filter((each) => each.at === at)).toEqual([{ rule: 'link-target-exists', at, nearest: 'fig-maps' }]);
    }
  });

  test('an id that went into another document, by its own name and by another', async () => {
    const dir = copy();
    const figure =
      /::::figure\{#fig-map[\s\S]*?\n::::\n/.exec(readFileSync(join(dir, 'source/border.md'), 'utf8'))?.[0] ?? '';
    edit(dir, 'source/border.md', [figure, '']);
    const lists = join(dir, 'source/lists.md');
    const before = readFileSync(lists, 'utf8');
    const at = placesOf(
      dir,
      'source/plan.md',
      '(?::ref)?\\[[^\\][]*(?=border\\.md#fig-map|\\]\\(border\\.md#fig-map\\))',
    ).sort();
    expect(at.length).toBeGreaterThan(5);
    writeFileSync(lists, `${before}\n${figure}`);
    const moved = await told(dir);
    expect(moved.map((each) => each.at).sort()).toEqual(at);
    expect(new Set(moved.map(({ nearest }) => nearest))).toEqual(new Set(['source/lists.md']));
    writeFileSync(lists, `${before}\n${figure.replace('fig-map', 'fig-maps')}`);
    const renamed = (await check(dir)).diagnostics.filter(({ rule }) => rule === 'link-target-exists');
    const wiki = placesOf(dir, 'source/plan.md', '\\[\\[fig-map\\]\\]');
    expect(renamed).toHaveLength(at.length + wiki.length);
    for (const { details } of renamed) {
      const { variant, nearest, holder } = details;
      const where =
        variant === 'near-elsewhere'
          ? ['near-elsewhere', 'fig-maps', 'source/lists.md']
          : ['anywhere', 'fig-maps', undefined];
      expect([variant, nearest, holder]).toEqual(where);
    }
  });

  test('an id of another document, by itself', async () => {
    const dir = copy();
    edit(dir, 'source/lists.md', ['[](plan.md#plan)', '[](#fig-map) [](#fig-mop)']);
    const found = (await check(dir)).diagnostics.filter(({ severity }) => severity === 'error');
    expect(found.map(({ details: { variant, nearest, holder } }) => [variant, nearest, holder])).toEqual([
      ['elsewhere', 'source/border.md', undefined],
      ['near-elsewhere', 'fig-map', 'source/border.md'],
    ]);
  });

  test('a passage that is in the other language alone, in another document', async () => {
    const dir = copy();
    edit(dir, 'source/lists.md', ['[](plan.md#plan)', '[](#fig-seule) [[fig-seule]]']);
    const found = (await check(dir)).diagnostics.filter(({ severity }) => severity === 'error');
    expect(found.map(({ details: { variant, document } }) => [variant, document])).toEqual([
      ['not-in-en', 'source/border.md'],
      ['not-in-en', 'source/border.md'],
    ]);
  });

  test('a document', async () => {
    const dir = copy();
    edit(dir, 'source/plan.md', ['[the contents page](lists.md)', '[the contents page](list.md)']);
    expect(await told(dir)).toEqual([
      { rule: 'link-target-exists', at: expect.stringMatching(/^source\/plan\.md:11:/), nearest: 'source/lists.md' },
    ]);
  });

  test('a term', async () => {
    const dir = copy();
    const path = join(dir, 'source/lists.md');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n:en[A :term[forum]{#forum}]:fr[Une :term[tribune]{#forum}]\n`);
    expect(await told(dir)).toEqual([]);
    edit(dir, 'source/glossary.yaml', ['- id: forum\n', '- id: forums\n']);
    const found = await told(dir);
    const uses = placesOf(dir, 'source/lists.md', ':term\\[');
    const links = placesOf(dir, 'source/plan.md', '\\[[^\\]]*\\]\\(glossary\\.yaml');
    expect([uses.length, links.length]).toEqual([2, 2]);
    expect(found.map(({ rule, at }) => `${rule} ${at}`).sort()).toEqual(
      [...uses.map((at) => `term-is-known ${at}`), ...links.map((at) => `link-target-exists ${at}`)].sort(),
    );
    for (const { rule, nearest } of found) if (rule === 'term-is-known') expect(nearest).toBe('forums');
    expect(found.filter(({ rule }) => rule === 'link-target-exists').map(({ nearest }) => nearest)).toEqual([
      'term-forums',
      'term-forums',
    ]);
    edit(dir, 'source/glossary.yaml', ['- id: forums\n', '- id: meeting-of-two\n']);
    const named = (await told(dir)).filter(({ rule }) => rule === 'term-is-known');
    expect(named.map(({ nearest }) => nearest)).toEqual(['meeting-of-two', 'meeting-of-two']); // whose term the words are
  });
});
