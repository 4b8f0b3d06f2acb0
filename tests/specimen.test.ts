import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuildResult, build } from '../pipeline/build.ts';
import { readPdf } from './helpers/pdf.ts';
import { judgePdf } from './helpers/pdf-judge.ts';
import { tool } from './helpers/tool.ts';

const dir = mkdtempSync(join(tmpdir(), 'diptych-specimen-'));
const built: { result?: BuildResult } = {};

beforeAll(async () => {
  built.result = await build('tests/publications/specimen', { to: 'memory', formats: ['pdf'] });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('every construct builds without a finding', () => {
  expect(built.result?.outcome).toBe('done');
  expect(built.result?.diagnostics).toEqual([]);
});

describe.each(['en', 'fr'] as const)('the PDF in %s', (language) => {
  const bytes = (): Uint8Array => {
    const file = built.result?.files.find(({ path }) => path === `specimen-${language}.pdf`);
    if (!file) throw new Error('No PDF');
    return file.bytes;
  };

  test('is judged sound, with every construct in its structure', () => {
    expect(judgePdf(readPdf(bytes()))).toEqual([]);
  });

  test('is clean to qpdf', (context) => {
    const qpdf = tool('qpdf', context);
    const path = join(dir, `${language}.pdf`);
    writeFileSync(path, bytes());
    expect(execFileSync(qpdf, ['--check', path], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
  });
});
