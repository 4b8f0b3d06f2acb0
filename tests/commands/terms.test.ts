import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCsv, readTbx } from '../../pipeline/exchange/index.ts';
import { run } from '../helpers/terminal.ts';

/** The publication that `diptych init` begins, in a folder of its own. */
function begun(): string {
  const folder = mkdtempSync(join(tmpdir(), 'diptych-terms-'));
  cpSync('templates/init', folder, { recursive: true });
  return folder;
}

test('the glossary goes out in each form, and what went out comes in again without a change', async () => {
  const folder = begun();
  const glossary = readFileSync(join(folder, 'source/glossary.yaml'), 'utf8');
  const tbx = await run(['terms', 'export', folder, '--tbx']);
  expect(readTbx(tbx.out)?.concepts.length).toBeGreaterThan(0);
  expect(readTbx((await run(['terms', 'export', folder, '--dct'])).out)).toEqual(readTbx(tbx.out));
  expect(readCsv((await run(['terms', 'export', folder, '--csv'])).out)).toEqual(readTbx(tbx.out));
  const out = join(folder, 'out/terms.jsonld');
  expect((await run(['--ui', 'fr', 'terms', 'export', folder, '--skos', '--out', out])).out).toMatch(/concepts? dans/);
  expect(JSON.parse(readFileSync(out, 'utf8'))['@graph'].length).toBeGreaterThan(1);

  writeFileSync(join(folder, 'terms.tbx'), tbx.out);
  const again = await run(['terms', 'import', join(folder, 'terms.tbx'), folder]);
  expect([again.code, again.out]).toEqual([0, '0 concepts added. 0 concepts changed.\n']);
  expect(readFileSync(join(folder, 'source/glossary.yaml'), 'utf8')).toBe(glossary);
});

test('terms of a table come in, named as the table names them; what lacks a language is told', async () => {
  const folder = begun();
  const table = join(folder, 'terms.csv');
  writeFileSync(table, 'EN term,FR term,Remark\nwhite paper,livre blanc,x\nlone,,\n');
  expect((await run(['terms', 'import', table, folder])).err).toMatch(/--columns en\.term=English/);
  const columns = ['--columns', 'en.term=EN term,fr.term=FR term'];
  const done = await run(['terms', 'import', table, folder, ...columns]);
  expect([done.code, done.out]).toEqual([
    1,
    '1 concept added. 0 concepts changed.\nLeft out, since it has no French term: lone\n',
  ]);
  expect(readFileSync(join(folder, 'source/glossary.yaml'), 'utf8')).toMatch(
    /- id: white-paper\n {2}en:\n {4}term: white paper/,
  );
});

test('a file that would spoil the glossary changes nothing', async () => {
  const folder = begun();
  const before = readFileSync(join(folder, 'source/glossary.yaml'), 'utf8');
  const table = join(folder, 'terms.csv');
  writeFileSync(table, 'en,fr,english definition\nwhite paper,livre blanc,A book.\n');
  const { code, out, err } = await run(['terms', 'import', table, folder]);
  expect(code).toBe(1);
  expect(out).toMatch(/variant-present/);
  expect(err).toMatch(/nothing was written/);
  expect(readFileSync(join(folder, 'source/glossary.yaml'), 'utf8')).toBe(before);
});

test('a glossary with an error goes nowhere: the error is told, and a file that is there stays', async () => {
  const folder = begun();
  const glossary = join(folder, 'source/glossary.yaml');
  writeFileSync(glossary, `${readFileSync(glossary, 'utf8')}\n- id: lone\n  en: lone\n`);
  const out = join(folder, 'terms.tbx');
  writeFileSync(out, 'before');
  for (const form of ['--tbx', '--dct', '--csv', '--skos']) {
    const done = await run(['terms', 'export', folder, form, '--out', out]);
    expect([done.code, done.out, readFileSync(out, 'utf8')]).toEqual([1, '', 'before']);
    expect(done.err).toMatch(/source\/glossary\.yaml/);
  }
});

test('wrong usage', async () => {
  const folder = begun();
  expect((await run(['terms', 'export', folder])).err).toMatch(/--tbx/);
  expect((await run(['terms', 'export', folder, '--csv', '--skos'])).code).toBe(2);
  writeFileSync(join(folder, 'x.tbx'), '<html/>');
  expect((await run(['--ui', 'fr', 'terms', 'import', join(folder, 'x.tbx'), folder])).err).toMatch(/martif/);
  expect((await run(['terms', 'import', join(folder, 'x.tbx'), folder, '--columns', 'a=b'])).err).toMatch(/“a”/);
});
