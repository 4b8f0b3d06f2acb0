import { expect, test } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { pagesOf } from './site.ts';

test('each half of a bilingual page has the definitions of its terms, in its language', async () => {
  const { files } = await build('.', { to: 'memory', formats: ['html'], editions: ['en', 'fr', 'columns'] });
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
