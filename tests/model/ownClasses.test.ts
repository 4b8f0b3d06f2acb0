import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isOwnClass } from '../../pipeline/model/index.ts';
import { pagesOf, specimenSite } from '../emit/html/site.ts';

/** Class names of a style sheet's selectors. */
const styled = (css: string): readonly string[] =>
  [...css.replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)/g, '').matchAll(/([^{};]+)\{/g)].flatMap(([, selector = '']) =>
    [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name),
  );

/** Those that templates and pages give. */
const given = (markup: string): readonly string[] =>
  [...markup.replace(/<%[\s\S]*?%>/g, ' ').matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) =>
    names.split(/\s+/).filter((name) => name !== ''),
  );

test.each(['html', 'epub'])('every class of our templates for %s is known as ours', (format) => {
  const names = readdirSync(`templates/${format}`).flatMap((file) => {
    if (!/\.(?:css|eta|ejs)$/.test(file)) return [];
    const text = readFileSync(`templates/${format}/${file}`, 'utf8');
    return file.endsWith('.css') ? styled(text) : given(text);
  });
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !isOwnClass(name))).toEqual([]);
});

test('every class on our pages is known as ours', () => {
  const names = new Set(pagesOf(specimenSite()).flatMap(({ html }) => given(html)));
  const kinds = ['note', 'tip', 'important', 'warning', 'caution']; // of admonitions: nothing alone
  expect(names.size).toBeGreaterThan(40);
  expect([...names].filter((name) => !isOwnClass(name) && !kinds.includes(name))).toEqual([]);
});

test('names of a publisher’s own are not', () => {
  for (const name of ['box', 'fine', 'print', 'hours', 'my-notes', 'headings', 'noted'])
    expect(isOwnClass(name)).toBe(false);
  for (const name of ['Notes', 'SKIP', 'hljs-string', 'heading-h2']) expect(isOwnClass(name)).toBe(true);
});
