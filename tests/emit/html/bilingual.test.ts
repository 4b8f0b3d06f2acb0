import { expect, test } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { pagesOf } from './site.ts';

const { files } = await build('.', { to: 'memory', formats: ['html'], editions: ['en', 'fr', 'columns'] });

test('a table that the source has once stands once, its head and caption in both languages', () => {
  const html = pagesOf(files).flatMap(({ path, html }) => (path === 'bilingual/overview.html' ? [html] : []))[0] ?? '';
  expect(html.split('<table')).toHaveLength(2);
  expect(html).toMatch(
    /<th scope="col"[^>]*><span class="language" lang="en-CA">Event<\/span><span class="language" lang="fr-CA">Événement<\/span>/,
  );
  expect(html).toMatch(/<td class="short"><span [^>]*>September\s11,\s2001<\/span>/); // a date stays on one line in each
  expect(html).not.toMatch(/data-lacks="[^"]*--fr/); // what stands in a half is no place of both
  expect(html).toMatch(/<caption><span><span class="language" lang="en-CA"><span class="label">Table/);
  expect(html).toContain('<span class="language" lang="fr-CA"><span class="label">Tableau');
});

test('each half of a bilingual page has the definitions of its terms, in its language', () => {
  const pages = pagesOf(files).filter(({ path }) => path.startsWith('bilingual/'));
  const described = pages.flatMap(({ html }) => {
    const ids = [...html.matchAll(/aria-describedby="(_term-[^"]+)"/g)].map(([, id = '']) => id);
    for (const id of ids) {
      const language = id.endsWith('--fr') ? 'fr-CA' : 'en-CA';
      expect(html.split(`<div class="definition" id="${id}" lang="${language}"`)).toHaveLength(2);
    }
    return ids;
  });
  for (const end of ['--en', '--fr']) expect(described.some((id) => id.endsWith(end))).toBe(true);
});
