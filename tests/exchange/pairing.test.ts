import { expect, test } from 'vitest';
import { imported } from '../helpers/importing.ts';
import { folderOf } from '../helpers/publication.ts';

const english = (year: number): string => `# The plan\n\nThis is the plan for the town and its people in ${year}.\n`;
const french = (year: number): string => `# Le plan\n\nVoici le plan pour la ville et ses gens en ${year}.\n`;
const both = `${english(1990)}\n${french(1990)}`;

/** Which files became one document. */
async function pairsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { report, code } = await imported(folderOf(files));
  expect(code).toBe(0);
  return [...report.matchAll(/^(\S+\.md): (.* \+ .*)$/gm)].map(([, path, from]) => `${path}: ${from}`);
}

test.each([
  ['README.md', 'README-fr.md', 'README.md'],
  ['README_en.md', 'README_fr.md', 'README.md'],
  ['README-en-CA.md', 'README-fr-CA.md', 'README.md'],
  ['doc_en/a.md', 'doc_fr/a.md', 'doc/a.md'],
  ['x/eng/a.md', 'x/fra/a.md', 'x/a.md'],
  ['x/eng/plan.md', 'x/fra/projet.md', 'x/plan.md'],
  ['en-CA/a.md', 'fr-CA/a.md', 'a.md'],
  ['en/a.md', 'fra/a.md', 'a.md'],
  ['anglais/a.md', 'francais/a.md', 'a.md'],
  ['English/a.md', 'French/a.md', 'a.md'],
  ['docs/a.md', 'docs.fr/a.md', 'docs/a.md'],
  ['docs.en/a.md', 'docs/a.md', 'docs/a.md'],
  ['docs/a.md', 'docs/fr/a.md', 'docs/a.md'],
  ['report_e.md', 'report_f.md', 'report.md'],
])('%s and %s are one document', async (en, fr, made) => {
  expect(await pairsOf({ [en]: english(2024), [fr]: french(2024), 'alone.md': english(1999) })).toEqual([
    `${made}: ${en} + ${fr}`,
  ]);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['letters that count', { 'annex_d.md': english(1), 'annex_e.md': english(2), 'annex_f.md': french(3) }],
  ['letters of one language', { 'grade_e.md': english(1), 'grade_f.md': english(2) }],
  ['a folder about what is French', { 'french/cooking.md': english(1), 'english/cooking.md': english(2) }],
  ['a name that ends so, alone', { 'well-en.md': english(1), 'other.md': french(2) }],
  ['two of one language', { 'note.md': english(1), 'note-fr.md': english(1) }],
  ['a file of both beside one', { 'both.md': both, 'both-fr.md': french(1990) }],
  ['folders that end so, of one language', { 'a_en/x.md': english(1), 'a_fr/x.md': english(1) }],
])('%s: no document of two files', async (_, files) => {
  expect(await pairsOf(files)).toEqual([]);
});

test('what is in a folder of one language has its own folder’s file before another’s', async () => {
  const files = {
    'v/english/plan.md': english(2024),
    'v/french/projet.md': french(2024),
    'docs/h.md': english(1980),
    'docs.fr/h.md': french(1980),
    'docs.fr/only.md': french(2024),
  };
  expect(await pairsOf(files)).toEqual([
    'docs/h.md: docs/h.md + docs.fr/h.md',
    'v/plan.md: v/english/plan.md + v/french/projet.md',
  ]);
});

const words = 'This tool reads all the files of the folder and writes them.';
const mots = 'Cet outil lit tous les fichiers du dossier et les écrit.';

test.each<[string, (text: string) => string]>([
  ['a list of names', (text) => `${text}\n\n- Node\n- npm`],
  ['a list of names under a heading', (text) => `# Diptych\n\n${text}\n\n- Node\n- npm`],
  ['programs', (text) => `${text}\n\n\`\`\`sh\nnpm ci\n\`\`\`\n\n\`\`\`sh\nnpm start\n\`\`\``],
  ['a rule and a list', (text) => `${text}\n\n***\n\n- Node\n- npm`],
  ['a program before the words', (text) => `\`\`\`sh\nnpm ci\n\`\`\`\n\n${text}`],
  ['a table of signs', (text) => `${text}\n\n| a | b |\n| - | - |\n| 1 | 2 |`],
])('%s where one language ends is that language’s', async (_, half) => {
  for (const between of ['\n\n', '\n\n---\n\n']) {
    const { out, code } = await imported(folderOf({ 'a.md': `${half(words)}${between}${half(mots)}\n` }));
    expect([code, out]).toEqual([0, expect.not.stringContaining('in one language only')]);
  }
});
