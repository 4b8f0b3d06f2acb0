import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Diagnostic, languages, type Publication } from '../../pipeline/model/index.ts';
import { checkParity } from '../../pipeline/parity/index.ts';
import { readPublication } from '../../pipeline/read/index.ts';
import { sentencesOf } from '../../pipeline/report/index.ts';
import { samplePublication } from '../helpers/assembled.ts';
import { strings } from '../helpers/strings.ts';
import { listDiagnostics } from '../read/outline.ts';

const folder = 'tests/fixtures/parity';
const cases = readdirSync(folder);

test('there are fixtures', () => expect(cases.length).toBeGreaterThan(25));

test.each(cases)('%s: each finding where it belongs, with its sentences', async (name) => {
  const { publication, found } = await read(name);
  const { value, diagnostics } = publication ? checkParity(publication) : { value: undefined, diagnostics: [] };
  const isOwn = name.startsWith('typography'); // elsewhere, sources are typed as people type
  const all = [...found, ...diagnostics].filter(
    ({ rule }) => !rule.startsWith('translation-is') && (isOwn || rule !== 'typography-is-set'),
  );
  for (const language of languages) {
    for (const each of all) {
      const { message, hint } = sentencesOf(each, strings(language));
      expect(`${message} ${hint}`).not.toMatch(/undefined|\{[a-z]+\}/);
    }
  }
  const waived = (value?.waived ?? []).map(
    ({ finding, reason }) => `waived, “${reason}”: ${listDiagnostics([finding])}`,
  );
  const text = listDiagnostics(all, !existsSync(`${folder}/${name}/source.md`)) + waived.join('');
  expect(text).toBe(readFileSync(`${folder}/${name}/expected.txt`, 'utf8'));
});

test.each(cases.filter((name) => name.endsWith('-silent')))('%s: not a word', (name) => {
  expect(readFileSync(`${folder}/${name}/expected.txt`, 'utf8')).toBe('');
});

interface Read {
  readonly publication: Publication | undefined;
  readonly found: readonly Diagnostic[];
}

/** A document of the sample publication, or a publication of its own. */
async function read(name: string): Promise<Read> {
  const source = `${folder}/${name}/source.md`;
  if (existsSync(source)) return { publication: samplePublication({ page: readFileSync(source, 'utf8') }), found: [] };
  const { value, diagnostics } = await readPublication(`${folder}/${name}`);
  return { publication: value, found: diagnostics };
}
