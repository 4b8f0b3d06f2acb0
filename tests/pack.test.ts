import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Manifest } from '../pipeline/model/index.ts';

function sh(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

test('what npm pack makes can be installed in an empty folder, and begins and builds a publication there', () => {
  const root = mkdtempSync(join(tmpdir(), 'diptych-pack-'));
  const [packed] = JSON.parse(sh('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', root], '.'));
  const paths: string[] = packed.files.map(({ path }: { path: string }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      '.build/bin/cli.js',
      '.build/index.d.ts',
      'templates/init/source/publication.yaml',
      'docs/rules/variant-present.md',
    ]),
  );
  expect(paths.filter((path) => /^(tests|pipeline|source|dist|bench)\//.test(path))).toEqual([]);

  const folder = join(root, 'somewhere');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--no-progress'];
  sh('npm', ['install', ...quiet, join(root, packed.filename)], folder);

  expect(sh('npx', ['--no-install', 'diptych', '--version'], folder).trim()).toBe(packed.version);
  sh('npx', ['--no-install', 'diptych', 'init', 'pub'], folder);
  const said = sh('npx', ['--no-install', 'diptych', 'build', 'pub', '--ui', 'fr'], folder);
  expect(said).toContain('pub/dist/index.html');
  const { files } = JSON.parse(readFileSync(join(folder, 'pub/dist/manifest.json'), 'utf8')) as Manifest;
  const count = (format: string): number => files.filter((file) => file.format === format && file.edition).length;
  expect([count('pdf'), count('epub'), count('html') > 6]).toEqual([3, 3, true]);
  expect(readdirSync(join(folder, 'pub')).sort()).toEqual(['README.md', 'dist', 'source']);
  expect(sh('npx', ['--no-install', 'diptych', 'explain', 'variant-present', '--ui', 'fr'], folder)).toContain(
    'variant-present',
  );

  const program =
    "import { build } from 'diptych'; const { outcome } = await build('pub', { formats: ['html'], to: 'memory' }); console.log(outcome);";
  expect(sh(process.execPath, ['--input-type=module', '--eval', program], folder)).toBe('done\n');
});
