import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diptych } from '../helpers/cli.ts';
import { buildable, imported, lostWords } from '../helpers/importing.ts';
import { newPublication } from '../helpers/publication.ts';
import { strings } from '../helpers/strings.ts';

const mixed = 'tests/fixtures/exchange/mixed';

test.each([mixed, 'tests/publications/cloud-guardrails', 'tests/publications/12factor'])(
  '%s: no word is lost, and what is made is a publication',
  async (repository) => {
    const made = await imported(repository);
    expect(made.out).toContain('passages stand against their counterparts');
    expect(lostWords(repository, made)).toEqual([]);
    expect(made.code).toBe(0);
    if (repository === mixed) expect(await buildable(made.dir)).toBe('done');
  },
);

test('a word that is missing, or out of its place, is noticed', async () => {
  const made = await imported(mixed);
  const broken = made.report.replace('hours.md: docs/en/hours.md', 'hours-2.md: docs/en/hours.md');
  expect(() => lostWords(mixed, { ...made, report: broken })).toThrow();
  expect(lostWords(mixed, { ...made, report: made.report.replace(' + docs/fr/heures.md', '') })).not.toEqual([]);
});

test('a file of both languages, two files, and a file alone become documents with two sides', async () => {
  const { dir, code, report } = await imported(mixed);
  expect(code).toBe(0);
  const source = (path: string): string => readFileSync(join(dir, 'source', path), 'utf8');
  expect(source('README.md')).toContain('## :en[What you may take]:fr[Ce que vous pouvez emprunter]');
  expect(source('README.md')).toContain('[les heures](docs/hours.md#on-weekdays) et ![un point](img/dot.svg)');
  expect(source('README.md').match(/^---$/gm)).toHaveLength(2); // those of the front matter: the rule parted the languages
  expect(source('docs/hours.md')).toBe(
    [
      '---',
      'id: hours',
      'title:',
      '  en: Hours',
      '  fr: Heures',
      'slug:',
      '  en: hours',
      '  fr: heures',
      '# docs/en/hours.md',
      '#   title: Hours',
      '#   layout: page',
      '#   translationKey: hours',
      '# docs/fr/heures.md',
      '#   title: Heures',
      '#   layout: page',
      '#   translationKey: hours',
      '---',
      '',
      ':::en',
      '',
      '<!-- kept by the desk -->',
      '',
      '## On weekdays',
      '',
      ':::',
      '',
      ':::fr',
      '',
      '## En semaine',
      '',
      ':::',
      '',
      ':::en',
      '',
      'The doors open at 9:00, as [the guide](../README.md#what-you-may-take) says; see also the plan.',
      '',
      ':::',
      '',
      ':::fr',
      '',
      'Les portes ouvrent à 9 h, comme le dit [le guide](../README.md#what-you-may-take); voir aussi le plan.',
      '',
      ':::',
      '',
      '::::en',
      '',
      ':::tip',
      'Come early.',
      ':::',
      '',
      '::::',
      '',
      '::::fr',
      '',
      ':::tip',
      'Venez tôt.',
      ':::',
      '',
      '::::',
      '',
      '```',
      '::: code stays',
      '```',
      '',
      ':::en{only}',
      '',
      '## Only here',
      '',
      'This paragraph has no other side.',
      '',
      ':::',
      '',
    ].join('\n'),
  );
  expect(report).toMatch(/docs\/en\/hours\.md:21 {2}en {2}Only here This/);
  expect(report).toMatch(/docs\/en\/lone\.md:1 {2}en {2}Nobody translated this/);
  expect(report).toMatch(/docs\/fr\/heures\.md:9 {2}plan\.md/);
});

test('habits of other tools become ours, and what has no words is shared', async () => {
  const repository = 'tests/fixtures/exchange/habits';
  const made = await imported(repository);
  const text = readFileSync(join(made.dir, 'source/visit.md'), 'utf8');
  expect(lostWords(repository, made)).toEqual([]);
  expect(made.code, made.out).toBe(0);
  expect(text).toContain(':::tip[Before you come]\nLook at [the hours](#opening-hours), and at the map.\n:::');
  expect(text).toContain(':::tip[Avant de venir]\nConsultez [les heures](#opening-hours) et la carte.\n:::');
  expect(text).toContain('\n::: tip in code stays\n');
  expect(text).toContain(':::\n\n<div>\n\n<p></p>\n\n</div>\n\n```\n');
  expect(text).toContain('```\n\n[rules]: https://www.example.org/rules\n');
  expect(await buildable(made.dir)).toBe('done');
});

test('nothing is written where something is, nor without a place to write', () => {
  const taken = newPublication();
  const refused = diptych(['import', mixed, '--out', taken]);
  expect([refused.status, refused.stdout]).toEqual([2, '']);
  const nowhere = diptych(['import', mixed, '--ui', 'fr']);
  expect([nowhere.status, nowhere.stderr.trim()]).toEqual([2, strings('fr')['tool.failure.import-out']]);
});
