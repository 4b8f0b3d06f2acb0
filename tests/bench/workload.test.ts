import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { filesIn, textOf } from '../helpers/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'diptych-workload-'));
const from = (path: string): Promise<Record<string, (...given: unknown[]) => unknown>> =>
  import(new URL(`../../bench/workload/${path}`, import.meta.url).href);
const forms = ['diptych', 'gfm', 'pandoc', 'hugo', 'asciidoc', 'sphinx', 'typst'];
const sides = ['en', 'fr'] as const;

interface Words {
  readonly documents: readonly { readonly title: string[]; readonly blocks: readonly object[] }[];
  readonly terms: readonly { readonly term: string[]; readonly definition: string[] }[];
}

let workload: Words;

beforeAll(async () => {
  workload = (await (await from('documents.mjs')).workloadOf?.(2)) as Words;
  for (const form of forms) (await from(`forms/${form}.mjs`)).write?.(join(folder, form), workload);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs of letters between marks, figures and references: what every form must have as it is. */
function passagesOf(value: unknown, side: number): string[] {
  if (Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string')) {
    const runs = String(value[side]).split(/\[\[.*?\]\]|\[\^.*?\]|<.*?>|[^\p{L} ’,]+/u);
    return runs.map((run) => run.trim()).filter(Boolean);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each) => passagesOf(each, side));
}

test.each(forms)('%s is given all the words, in both languages', (form) => {
  const files = filesIn(join(folder, form), '').filter((path) => /\.\w+$/.test(path));
  const text = files.map(textOf).join('\n');
  for (const side of sides.keys()) {
    const passages = passagesOf([workload.documents, workload.terms], side);
    expect(passages.length).toBeGreaterThan(500);
    expect(passages.filter((passage) => !text.includes(passage))).toEqual([]);
  }
});

test('our own form is published without a finding, and its references lead somewhere', async () => {
  const { outcome, diagnostics, files } = await build(join(folder, 'diptych'), { to: 'memory', formats: ['html'] });
  expect(outcome).toBe('done');
  expect(diagnostics).toEqual([]);
  const page = files.find(({ path }) => path === 'fr/d0.html');
  expect(Buffer.from(page?.bytes ?? []).toString('utf8')).toMatch(/<a href="(?:d1\.html)?#s1">/);
});
