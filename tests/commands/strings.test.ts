import { expect, test } from 'vitest';
import { filesIn, textOf } from '../helpers/files.ts';
import { strings } from '../helpers/strings.ts';

const en = strings('en');
const fr = strings('fr');
const places = (sentence = ''): string[] => (sentence.match(/\{\w+\}/g) ?? []).sort();

test('both tables have the same keys, none of them empty', () => {
  expect(Object.keys(en).length).toBeGreaterThan(100);
  expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
  expect(Object.entries({ ...en, ...fr }).filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
});

test('a sentence has the same places in both', () => {
  for (const key of Object.keys(en)) expect([key, places(fr[key])]).toEqual([key, places(en[key])]);
});

test('French is typeset as in Canada: no straight apostrophe or quote, no breaking space before a colon or in guillemets', () => {
  const bad = Object.entries(fr).filter(([, sentence]) =>
    /\w'\w|"|[ ][:»]|«[ ]| [;?!]/.test(sentence.replaceAll('=""', '')),
  );
  expect(bad).toEqual([]);
});

test('every sentence of the tool is used, and every one that is used is there', () => {
  const code = [...filesIn('pipeline', '.ts'), ...filesIn('templates/preview', '.js')].map(textOf).join('\n');
  const used = (key: string): boolean =>
    key.split('.').some((_, at, parts) => {
      const [head, tail] = [parts.slice(0, at).join('.'), parts.slice(at).join('.')];
      return (
        code.includes(`'${key}'`) ||
        (code.includes(`${head}.\${`) && new RegExp(`\\b${tail.replace(/\.(one|other)$/, '')}\\b`).test(code))
      );
    });
  const tool = Object.keys(en).flatMap((key) => (key.startsWith('tool.') ? [key.slice(5)] : []));
  expect(tool.length).toBeGreaterThan(50);
  expect(tool.filter((key) => !used(key) && !used(key.replace(/\.(one|other)$/, '')) && !used(`tool.${key}`))).toEqual(
    [],
  );
});

test('where an edition names whom to write to, it uses one word', () => {
  for (const table of [en, fr])
    expect(new Set(['page', 'epub', 'print'].map((part) => table[`edition.${part}.contact`])).size).toBe(1);
});

test('the guide names every rule that `check` cannot hold against a source, since it makes no pages', () => {
  const raised = ['pipeline/layout', 'pipeline/emit'].flatMap((folder) =>
    filesIn(folder, '.ts').flatMap((path) => [...textOf(path).matchAll(/diagnose\(\s*'([a-z-]+)'/g)]),
  );
  const names = [...new Set(raised.map(([, rule]) => `\`${rule}\``))].sort();
  expect(names.length).toBeGreaterThan(0);
  for (const [language, heading] of [
    ['en', 'Check while you write'],
    ['fr', 'Vérifier pendant la rédaction'],
  ]) {
    const [, section = ''] = textOf(`docs/guide/writing.${language}.md`).split(`## ${heading}\n`);
    expect(section.match(/`[a-z]+(-[a-z]+)+`/g)?.sort()).toEqual(names);
  }
});
