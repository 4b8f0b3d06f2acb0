import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { build } from '../../pipeline/build.ts';
import type { Diagnostic } from '../../pipeline/model/index.ts';
import { runOwnPlugins } from '../../pipeline/plugins/index.ts';
import { sentencesOf } from '../../pipeline/report/index.ts';
import { samplePublication } from '../helpers/assembled.ts';
import { strings } from '../helpers/strings.ts';

const fixtures = 'tests/fixtures/plugins';

function told(diagnostic: Diagnostic): string {
  const { path, position, severity, rule } = diagnostic;
  const place = position ? `:${position.start.line}:${position.start.column}` : '';
  const { message, hint } = sentencesOf(diagnostic, strings('en'));
  expect(sentencesOf(diagnostic, strings('fr')).message).not.toBe('');
  return `${path}${place} ${severity} ${rule}: ${message} | ${hint}\n`;
}

function copyOf(name: string): string {
  const dir = join(mkdtempSync(join(tmpdir(), 'diptych-plugins-')), 'publication');
  cpSync(join(fixtures, name), dir, { recursive: true });
  return dir;
}

async function pageOf(dir: string, language: 'en' | 'fr'): Promise<string> {
  const { files } = await build(dir, { to: 'memory', formats: ['html'] });
  const page = files.find(({ path }) => path === `${language}/page.html`);
  return new TextDecoder().decode(page?.bytes);
}

describe('plugins that a publication names', () => {
  test.each(['works', 'fails'])(
    '%s: what they say, and what is wrong with them, is told at its place',
    async (name) => {
      const dir = copyOf(name);
      if (name === 'fails') {
        mkdirSync(join(dir, '../works/plugins'), { recursive: true });
        cpSync(join(fixtures, 'works/plugins/fixme.mjs'), join(dir, '../works/plugins/fixme.mjs'));
      }
      const { diagnostics, outcome } = await build(dir, { to: 'memory', formats: ['html'] });
      expect(diagnostics.map(told).join('')).toBe(readFileSync(join(fixtures, name, 'expected.txt'), 'utf8'));
      expect(outcome).toBe(name === 'works' ? 'done' : 'refused');
    },
  );

  test('change what is published, in both languages, before links and typography', async () => {
    const dir = copyOf('works');
    expect(await pageOf(dir, 'en')).toContain(
      'issue <a href="https://example.org/issues/12">#12</a>. “REVIEWED” stands',
    );
    expect(await pageOf(dir, 'fr')).toContain('<a href="https://example.org/issues/12">#12</a>');
  });

  test('give ids as plugins for HTML do, in every format', async () => {
    const dir = copyOf('works');
    writeFileSync(
      join(dir, 'plugins/issues.mjs'),
      "export default () => (tree) => { tree.children.push({ type: 'heading', depth: 2, data: { hProperties: { id: 'made', onclick: 'x()' } }, children: [{ type: 'text', value: 'Made' }] }); };",
    );
    expect(await pageOf(dir, 'en')).toContain('<h2 id="made">Made</h2>');
    expect((await build(dir, { to: 'memory' })).outcome).toBe('done');
  });

  test('are loaded again when they have changed', async () => {
    const dir = copyOf('works');
    expect(await pageOf(dir, 'en')).not.toContain('<em>');
    writeFileSync(
      join(dir, 'plugins/issues.mjs'),
      "export default () => (tree) => { tree.children.push({ type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', value: 'x' }] }] }); };",
    );
    expect(await pageOf(dir, 'en')).toContain('<em>x</em>');
  });

  test.each([
    ['a package', { main: 'main.cjs' }, 'main.cjs', 'module.exports = plugin;'],
    [
      'a package for import alone',
      { type: 'module', exports: { import: './main.js' } },
      'main.js',
      'export default plugin;',
    ],
  ])('%s, installed for the publication', async (_, manifest, file, last) => {
    const dir = copyOf('works');
    const home = join(dir, 'node_modules/house-plugin');
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'house-plugin', ...manifest }));
    const code = "function plugin() { return (tree, file) => { file.message('Seen'); }; }";
    writeFileSync(join(home, file), `${code}\n${last}\n`);
    const path = join(dir, 'source/publication.yaml');
    writeFileSync(path, `${readFileSync(path, 'utf8')}  - house-plugin\n`);
    const { diagnostics } = await build(dir, { to: 'memory', formats: ['html'] });
    expect(diagnostics.map(({ details }) => details.from)).toContain('house-plugin');
  });

  test('get a copy: what was read stays as it was', async () => {
    const [document] = samplePublication({ page: '# Title\n\nText' }).documents;
    if (!document) throw new Error('No document');
    const before = structuredClone(document.tree);
    const plugin = () => (tree: { children: { position?: { start: { line: number } } }[] }) => {
      for (const child of tree.children) if (child.position) child.position.start.line = 99;
      tree.children.pop();
    };
    const position = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    const { value } = await runOwnPlugins(document, [{ name: 'x', plugin: plugin as never, position }]);
    expect(document.tree).toEqual(before);
    expect(value.tree.children).toHaveLength(1);
  });

  test('that never end are told of, and the document is taken as it was', async () => {
    const [document] = samplePublication({ page: '# Title' }).documents;
    if (!document) throw new Error('No document');
    const plugin = () => () => new Promise(() => {});
    const position = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const running = runOwnPlugins(document, [{ name: 'x', plugin: plugin as never, position }]);
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    const { value, diagnostics } = await running;
    expect(value.tree).toEqual(document.tree);
    expect(diagnostics.map(told).join('')).toContain(
      'error plugin-runs: The plugin “x” has not ended on this document',
    );
  });
});
