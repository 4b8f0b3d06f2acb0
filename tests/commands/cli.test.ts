import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, diptych } from '../helpers/cli.ts';
import { contentOf, edit, newPublication } from '../helpers/publication.ts';
import { tool } from '../helpers/tool.ts';

const scratch = (): string => mkdtempSync(join(tmpdir(), 'diptych-cli-'));

describe('exit codes', () => {
  test('0: done', () => {
    const dir = newPublication();
    expect(diptych(['check', dir]).status).toBe(0);
    const built = diptych(['build', dir, '--format', 'html']);
    expect([built.status, built.stderr]).toEqual([0, '']);
  });

  test('1: errors in the source; the findings on standard output, the old files kept and said to be', () => {
    const dir = newPublication();
    diptych(['build', dir, '--format', 'html']);
    const before = contentOf(join(dir, 'dist'));
    edit(dir, 'source/welcome.md', ['](borrowing.md)', '](nowhere.md)']);
    for (const [ui, error, kept] of [
      ['en', /source\/welcome\.md:\d+:\d+ {2}error {2}link-target-exists/, /Nothing was made/],
      ['fr', /source\/welcome\.md:\d+:\d+ {2}erreur {2}link-target-exists/, /Rien n’a été produit/],
    ] as const) {
      const { status, stdout } = diptych(['build', dir, '--format', 'html', '--ui', ui]);
      expect(status).toBe(1);
      expect(stdout).toMatch(error);
      expect(stdout).toMatch(kept);
      expect(diptych(['check', dir, '--ui', ui]).stdout).toMatch(error);
    }
    expect(diptych(['check', dir]).status).toBe(1);
    expect(contentOf(join(dir, 'dist'))).toEqual(before);
  });

  test('2: our own failure; where in the code only when asked', () => {
    const dir = newPublication();
    const out = join(scratch(), 'file');
    writeFileSync(out, '');
    const plain = diptych(['build', dir, '--out', join(out, 'dist'), '--format', 'html']);
    expect([plain.status, plain.stderr.includes('    at ')]).toEqual([2, false]);
    expect(plain.stderr.split('\n').length).toBeLessThan(5);
    const debug = diptych(['build', dir, '--out', join(out, 'dist'), '--format', 'html'], {
      env: { DIPTYCH_DEBUG: '1' },
    });
    expect([debug.status, debug.stderr.includes('    at ')]).toEqual([2, true]);
  });

  test('2: a folder that is not ours', () => {
    const out = scratch();
    writeFileSync(join(out, 'keep.txt'), '');
    const { status, stderr } = diptych(['build', newPublication(), '--out', out], { env: { LANG: 'fr_CA.UTF-8' } });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/n’est pas vide et n’a pas été produit par Diptych/)]);
  });
});

describe('init', () => {
  test('writes a publication that builds without a finding', () => {
    const dir = join(scratch(), 'nouvelle publication');
    const begun = diptych(['init', dir, '--ui', 'fr']);
    expect([begun.status, begun.stderr]).toEqual([0, '']);
    expect(begun.stdout).toContain(`diptych build '${dir}'`);
    expect(JSON.parse(diptych(['check', dir, '--reporter', 'json']).stdout).diagnostics).toEqual([]);
    expect(readFileSync(join(dir, 'README.md'), 'utf8')).toMatch(/## English[\s\S]+## Français/);
  });

  test('leaves a folder that is not empty as it is', () => {
    const dir = newPublication();
    const before = contentOf(dir);
    const { status, stderr } = diptych(['init', dir]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('is not empty')]);
    expect(contentOf(dir)).toEqual(before);
  });

  test('a file in its place is said to be one', () => {
    const path = join(scratch(), 'file');
    writeFileSync(path, '');
    expect(diptych(['init', path])).toMatchObject({ status: 2, stderr: expect.stringContaining('is not a folder') });
  });
});

describe('reports', () => {
  test('JSON is all that stands on standard output', () => {
    const dir = newPublication();
    edit(dir, 'source/welcome.md', ['](borrowing.md)', '](nowhere.md)']);
    for (const command of ['build', 'check']) {
      const { status, stdout } = diptych([command, dir, '--reporter', 'json', '--ui', 'fr']);
      expect(status).toBe(1);
      expect(JSON.parse(stdout).diagnostics[0]).toMatchObject({
        rule: 'link-target-exists',
        path: 'source/welcome.md',
      });
    }
  });

  test('whoever stops reading is no failure of ours', async () => {
    const child = spawn(process.execPath, [cli, '--help']);
    child.stdout.destroy(); // long before node has begun to speak
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  });
});

test('the same bytes from another folder, time zone, language and working directory', () => {
  const [one, other] = [newPublication(), newPublication()];
  const first = diptych(['build', one], { env: { TZ: 'America/St_Johns', LANG: 'fr_CA.UTF-8' } });
  const second = diptych(['build', relative(scratch(), other)], {
    cwd: scratch(),
    env: { TZ: 'Asia/Tokyo', LC_ALL: 'C' },
  });
  expect([first.status, second.status, first.stderr, second.stderr]).toEqual([0, 0, '', '']);
  const made = contentOf(join(one, 'dist'));
  expect(Object.keys(made).length).toBeGreaterThan(10);
  const again = contentOf(join(other, 'dist'));
  expect(Object.keys(again).filter((path) => again[path] !== made[path])).toEqual([]);
  expect(Object.keys(again)).toEqual(Object.keys(made));
});

describe('what is not needed is not loaded', () => {
  /** Writes every module that was loaded, one a line, to the file that LOADED names. */
  const recorder = `data:text/javascript,${encodeURIComponent(`
    import { appendFileSync } from 'node:fs';
    import { createRequire, register } from 'node:module';
    register('data:text/javascript,' + encodeURIComponent(\`
      import { appendFileSync } from 'node:fs';
      export async function load(url, context, next) {
        appendFileSync(process.env.LOADED, url + '\\\\n');
        return next(url, context);
      }
    \`));
    const require = createRequire(process.argv[1]);
    process.on('exit', () => appendFileSync(process.env.LOADED, Object.keys(require.cache).join('\\n')));
  `)}`;
  const loadedBy = (args: readonly string[]): string => {
    const file = join(scratch(), 'loaded.txt');
    expect(diptych(args, { node: ['--import', recorder], env: { LOADED: file } }).status).toBe(0);
    return readFileSync(file, 'utf8');
  };
  const heavy =
    /node_modules\/(pdfkit|fontkit|epub-gen-memory|jszip|remark|unified|mdast|micromark|yaml|zod|chokidar|listr2|lowlight|eta|hast)/;

  test.each([[['--version']], [['--help']], [['build', '--help']]])('%s', (args) => {
    const loaded = loadedBy(args);
    expect(loaded).toContain('node_modules/commander');
    expect(loaded).not.toMatch(heavy);
  });

  test('the recorder sees what is loaded: HTML alone needs no PDF and no EPUB library', () => {
    const loaded = loadedBy(['build', newPublication(), '--format', 'html']);
    expect(loaded).toMatch(/node_modules\/remark-parse/);
    expect(loaded).not.toMatch(/node_modules\/(pdfkit|epub-gen-memory|jszip)/);
  });
});

test('the command may be executed', () => {
  expect(readFileSync(cli, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  const bin = JSON.parse(readFileSync('package.json', 'utf8')).bin.diptych;
  expect(resolve(bin)).toBe(cli);
  expect(statSync(cli).isFile()).toBe(true);
});

test.each(['SIGINT', 'SIGTERM'] as const)('watch ends with 0 on %s, with everything in place', async (signal) => {
  const dir = newPublication();
  const child = spawn(process.execPath, [cli, 'watch', dir, '--port', '0', '--ui', 'fr']);
  let said = '';
  let signalled = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (signalled || !/http:\/\/127\.0\.0\.1:\d+\//.test(said)) return;
    signalled = true;
    for (let times = 0; times < 2; times++) child.kill(signal); // twice, as npx does
  });
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(said).toMatch(/Arrêté\.\n$/);
  expect(contentOf(dir)).toHaveProperty(['dist/manifest.json']);
  expect(readdirSync(dir).sort()).toEqual(['README.md', 'dist', 'source']);
});

test('a terminal that reports a width of 0 is taken to have 80 columns', (context) => {
  const out = join(scratch(), 'dist');
  const command = `stty cols 0; '${process.execPath}' '${cli}' build '${newPublication()}' --out '${out}' --format html`;
  const { CI: _, ...env } = process.env;
  const { stdout } = spawnSync(tool('script', context), ['-qec', command, '/dev/null'], {
    env: { ...env, TERM: 'xterm', COLUMNS: '', LC_ALL: 'en_CA.UTF-8' },
    encoding: 'utf8',
  });
  expect(stdout).toContain('Assemble the editions');
});
