import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { imported } from '../helpers/importing.ts';
import { folderOf } from '../helpers/publication.ts';

/** What a file became, without blank lines. */
async function made(files: Readonly<Record<string, string>>, path: string): Promise<readonly string[]> {
  const { dir, code } = await imported(folderOf(files));
  expect(code).toBe(0);
  const lines = readFileSync(join(dir, 'source', path), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '' && !/^(?:---|id: .*|:::.*)$/.test(line));
}

const words = 'This is the guide of the town and its people.';
const mots = 'Voici le guide de la ville et de ses gens.';

test('anchors of HTML lead to headings, and where one language ends nothing stands twice', async () => {
  const half = (text: string, name: string, language: string, other: string): string =>
    [
      `<a name="${language}"></a>`,
      `[${other}](#${other})`,
      `# Guide ${language}`,
      `${text} [Below](#${name}), [within](#${name}-2), [code](#${name}-3)`,
      `<a id="${name}"></a>`,
      `## Part ${language}`,
      `${text} \`<a name="${name}-3"></a>\` <a name="${name}-2"></a>Here. <a name="x">Words</a>`,
    ].join('\n\n');
  const source = `${half(words, 'part', 'en', 'fr')}\n\n---\n\n<!-- kept -->\n${half(mots, 'partie', 'fr', 'en')}\n`;
  expect(await made({ 'both.md': source }, 'both.md')).toEqual([
    'fr',
    '<!-- kept -->',
    'en',
    '# :en[Guide en]:fr[Guide fr]',
    `${words} [Below](#part-en), [within](#part-en), code`,
    `${mots} [Below](#part-en), [within](#part-en), code`,
    '## :en[Part en]:fr[Part fr]',
    `${words} \`<a name="part-3"></a>\` Here. <a name="x">Words</a>`,
    `${mots} \`<a name="partie-3"></a>\` Here. <a name="x">Words</a>`,
  ]);
});

test.each<[string, readonly [string, string], readonly string[]]>([
  [
    'the only one so high moves up, and those below it',
    [`## Config\n\n### Keep it\n\n${words}`, `## La config\n\n### Gardez-la\n\n${mots}`],
    ['# :en[Config]:fr[La config]', '## :en[Keep it]:fr[Gardez-la]', words, mots],
  ],
  [
    'the first of several moves up alone',
    [`## One\n\n${words}\n\n## Two`, `## Un\n\n${mots}\n\n## Deux`],
    ['# :en[One]:fr[Un]', words, mots, '## :en[Two]:fr[Deux]'],
  ],
  [
    'one that has a higher one below stays',
    [`## One\n\n${words}\n\n# Two`, `## Un\n\n${mots}\n\n# Deux`],
    ['## :en[One]:fr[Un]', words, mots, '# :en[Two]:fr[Deux]'],
  ],
  [
    'one that words stand before stays, and gives the title',
    [`${words}\n\n## One`, `${mots}\n\n## Un`],
    ['title:', '  en: One', '  fr: Un', words, mots, '## :en[One]:fr[Un]'],
  ],
  [
    'one that is underlined stays',
    [`One\n---\n\n${words}`, `Un\n---\n\n${mots}`],
    ['title:', '  en: One', '  fr: Un', 'One', 'Un', words, mots],
  ],
])('a document begins with a heading of the first level: %s', async (_, [en, fr], expected) => {
  expect(await made({ 'en/a.md': `${en}\n`, 'fr/a.md': `${fr}\n` }, 'a.md')).toEqual(expected);
});

test('the report shows words, without marks', async () => {
  const { report } = await imported(
    folderOf({
      'en/a.md': `# A\n\n${words}\n\nOnly **here**, [a *link*](https://x.ca) and \`code\`.\n`,
      'fr/a.md': `# A\n\n${mots}\n`,
    }),
  );
  expect(report).toContain('  en/a.md:5  en  Only here, a link and code.\n');
});
