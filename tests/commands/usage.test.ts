import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageOf } from '../../pipeline/commands/explain.ts';
import { failureSentence } from '../../pipeline/commands/failure.ts';
import { speechIn } from '../../pipeline/commands/speech.ts';
import { run } from '../helpers/terminal.ts';

const empty = mkdtempSync(join(tmpdir(), 'diptych-empty-'));

/** Words of commander's own English: none may be seen by a reader of French. */
const english = /\b(error:|unknown|missing|usage|display|argument '|did you mean|default:|choices|required|too many)/i;

describe('wrong usage ends with 2 and says so in the reader’s language', () => {
  test.each<[string[], RegExp, RegExp]>([
    [
      ['bild'],
      /Unknown command: bild\nDid you mean build\?/,
      /Commande inconnue\u00a0: bild\nVouliez-vous dire build\?/,
    ],
    [
      ['build', '--fromat', 'pdf'],
      /Unknown option: --fromat\nDid you mean --format\?/,
      /Option inconnue\u00a0: --fromat/,
    ],
    [['build', '--out'], /A value is missing after --out <dir>/, /Il manque une valeur après --out <dossier>/],
    [
      ['build', '--format', 'docx'],
      /“docx”\nIt may be: html, epub, pdf/,
      /«\u00a0docx\u00a0»\nValeurs possibles\u00a0: html, epub, pdf/,
    ],
    [['build', '--format', 'pdf,'], /“pdf,”/, /«\u00a0pdf,\u00a0»/],
    [['build', '--edition', 'de'], /It may be: en, fr/, /Valeurs possibles\u00a0: en, fr/],
    [['build', '--reporter', 'xml'], /It may be: text, json/, /Valeurs possibles\u00a0: text, json/],
    [['watch', '--port', '70000'], /from 0 to 65535/, /de 0 à 65535/],
    [['watch', '--port', '-1'], /from 0 to 65535/, /de 0 à 65535/],
    [['build', 'a', 'b'], /Too many arguments for “build”/, /Trop d’arguments pour «\u00a0build\u00a0»/],
    [['explain'], /Missing: <rule>/, /Il manque\u00a0: <règle>/],
    [['init'], /Missing: <dir>/, /Il manque\u00a0: <dossier>/],
    [['explain', 'variant-presnt'], /Did you mean variant-present\?/, /Vouliez-vous dire variant-present\?/],
    [['explain', 'zzz'], /The rules are:\n(.*\n)* {2}variant-present/, /Les règles sont\u00a0:/],
    [['build', empty], /No publication in /, /Aucune publication dans /],
    [['check', join(empty, 'nowhere')], /No publication in /, /Aucune publication dans /],
    [['watch', empty], /No publication in /, /Aucune publication dans /],
  ])('%s', async (args, en, fr) => {
    const said = { en: await run(args), fr: await run(['--ui', 'fr', ...args]) };
    expect([said.en.code, said.fr.code]).toEqual([2, 2]);
    expect(said.en.err).toMatch(en);
    expect(said.fr.err).toMatch(fr);
    expect(said.fr.err.replace(/--[a-z]+/g, '')).not.toMatch(english);
  });

  test('a language that the tool does not speak', async () => {
    expect((await run(['--ui', 'de', '--version'], { env: { LANG: 'fr_CA.UTF-8' } })).err).toMatch(
      /Valeurs possibles\u00a0: en, fr/,
    );
  });

  test('without a command: help, and 2', async () => {
    const { code, err } = await run([]);
    expect(code).toBe(2);
    expect(err).toMatch(/^Usage: diptych/);
  });
});

describe('help', () => {
  test.each([
    [['--help']],
    [['build', '--help']],
    [['check', '-h']],
    [['watch', '--help']],
    [['explain', '-h']],
    [['status', '-h']],
    [['approve', '-h']],
    [['init', '-h']],
    [['help', 'init']],
  ])('%s is all French for a reader of French, and fits the terminal', async (args) => {
    const { code, out } = await run(args, { env: { LANG: 'fr_CA.UTF-8' } });
    expect(code).toBe(0);
    expect(out).toMatch(/^Utilisation\u00a0: diptych/);
    expect(out).not.toMatch(english);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test.each([
    [{ LC_ALL: 'fr_CA.UTF-8', LANG: 'en_CA.UTF-8' }, 'Utilisation'],
    [{ LC_MESSAGES: 'fr', LANG: 'en_CA' }, 'Utilisation'],
    [{ LC_ALL: '', LANG: 'fr_CA' }, 'Utilisation'],
    [{ LC_ALL: 'C', LANG: 'fr_CA' }, 'Usage'],
    [{}, 'Usage'],
    [{ LANG: 'de_DE' }, 'Usage'],
  ])('the environment %o says %s', async (env, word) => {
    expect((await run(['--help'], { env })).out).toMatch(word);
  });

  test('--ui is heard before the environment, wherever it stands', async () => {
    const env = { LANG: 'fr_CA' };
    expect((await run(['--ui', 'en', '--help'], { env })).out).toMatch(/^Usage/);
    expect((await run(['build', '--ui=en', '--help'], { env })).out).toMatch(/^Usage/);
  });

  test('--version is the version alone', async () => {
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test('a rule’s page that is missing is said in a sentence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'diptych-rules-'));
  const failure: unknown = await pageOf('footnotes-match', folder).catch((error: unknown) => error);
  const terminal = { env: {} };
  for (const [language, said] of [
    ['en', /^The page on the rule “footnotes-match” is missing/],
    ['fr', /^La page sur la règle «\u00a0footnotes-match\u00a0» manque/],
  ] as const) {
    const sentence = failureSentence(failure, speechIn(language), terminal);
    expect(sentence).toMatch(said);
    expect(sentence).not.toMatch(/ENOENT|\{\w+\}/);
  }
});
