import { expect, test } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { newPublication } from '../../helpers/publication.ts';

test('the entry page calls no two downloads alike: who hears the links alone knows which is which', async () => {
  const editions = ['en', 'fr', 'columns', 'facing', 'tumble'] as const;
  const { files } = await build(newPublication(), { editions, to: 'memory' });
  const entry = new TextDecoder().decode(files.find(({ path }) => path === 'index.html')?.bytes);
  const links = [...entry.matchAll(/<a href="([^"]+\.(?:pdf|epub))" hreflang="([^"]+)"[^>]*>([^<]*)/g)];
  const books = files.filter(({ format }) => format === 'pdf' || format === 'epub');
  expect(new Set(links.map(([, href]) => href))).toEqual(new Set(books.map(({ path }) => path)));
  for (const language of ['en-CA', 'fr-CA']) {
    const names = links.filter(([, , own]) => own === language).map(([, , , name = '']) => name.replace(/,[^,]*$/, ''));
    expect(names).toHaveLength(books.length - 2); // those in the other language alone are not among them
    expect(new Set(names).size).toBe(names.length);
  }
});
