import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { languages } from '../../pipeline/model/index.ts';
import { parseDocument, readPublication } from '../../pipeline/read/index.ts';
import { sentencesOf } from '../../pipeline/report/index.ts';
import { strings } from '../helpers/strings.ts';
import { listDiagnostics, listPublication, outline } from './outline.ts';

const folder = fileURLToPath(new URL('../fixtures/read/', import.meta.url));

describe('each fixture reads as expected, and each of its findings has its sentences', () => {
  const cases = readdirSync(folder);
  test('there are fixtures', () => expect(cases.length).toBeGreaterThan(30));

  for (const name of cases) {
    test(name, async () => {
      const { text, diagnostics } = await read(name);
      for (const language of languages) {
        for (const diagnostic of diagnostics) {
          const { message, hint } = sentencesOf(diagnostic, strings(language));
          expect(`${message} ${hint ?? ''}`).not.toMatch(/undefined|\{[a-z]+\}/);
        }
      }
      expect(text).toBe(readFileSync(`${folder}${name}/expected.txt`, 'utf8'));
    });
  }
});

async function read(name: string) {
  const source = `${folder}${name}/source.md`;
  if (existsSync(source)) {
    const html = name.startsWith('html-passes') ? 'pass' : 'words';
    const { value, diagnostics } = parseDocument(readFileSync(source, 'utf8'), 'source.md', { html });
    return { text: `${listDiagnostics(diagnostics)}\n${outline(value)}`, diagnostics };
  }
  const { value, diagnostics } = await readPublication(`${folder}${name}`);
  return { text: `${listDiagnostics(diagnostics, true)}\n${listPublication(value)}`, diagnostics };
}
