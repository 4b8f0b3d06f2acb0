import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { elementsOf, parseXml, textOf as wordsOf } from '../../pipeline/xml/index.ts';
import { textOf } from '../helpers/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'diptych-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Report {
  writeReport(result: object, folder: string): readonly string[];
}
const from = <Module>(path: string): Promise<Module> =>
  import(new URL(`../../bench/whole/${path}`, import.meta.url).href);

const figure = (median: number): object => ({ median, least: median, most: median * 2 });
const row = (name: string, output: string, documents: number, cpu: number): object => ({
  ...{ name, output, documents, version: '1', mode: 'cold', differs: '', came: { files: 1, bytes: 1500 }, runs: 3 },
  ...{ cpu: figure(cpu), wall: figure(cpu / 2), memory: figure(100) },
});
const result = {
  machine: {
    processor: 'P',
    cores: 2,
    gigabytes: 8,
    node: 'v20',
    day: '2005-04-19',
    commit: '',
    load: { before: 1, after: 2 },
  },
  runs: 3,
  missing: ['Hugo'],
  rows: [100, 1000].flatMap((documents) => [
    row('Diptych', 'HTML', documents, documents / 50),
    row('unified, bare', 'HTML', documents, documents / 100),
    row('Pandoc', 'HTML', documents, documents / 10),
  ]),
};

test('ratios, growth and goals are those of the figures; what is missing is named', async () => {
  const { writeReport } = await from<Report>('report.mjs');
  const files = writeReport(result, folder);
  const page = textOf(join(folder, 'benchmarks.md'));
  expect(page).toContain(
    '| HTML | Diptych 1 | cold | 2.00 (2.00–4.00) | 1.00 (1.00–2.00) | 100 (100–200) | 2.00 | 2 kB | 1 | – |',
  );
  expect(page).toContain('| HTML | Pandoc | 0.20 | 0.20 | 1.00 |');
  expect(page).toContain('| HTML cold to Pandoc’s, by the clock | 0.50 | 0.20 | yes |');
  expect(page).toContain('| HTML cold to the bare floor, by the clock | 0.65 | 2.00 | no |');
  expect(page).toContain('| HTML | Diptych | cold | 10.0 | 1.00 |');
  expect(page).toContain('not measured: Hugo.');
  expect(page).not.toContain('had other work');
  const drawn = files.filter((file) => file.endsWith('.svg')).map((file) => file.slice(folder.length + 1));
  expect(drawn).toEqual(['cpu-100', 'memory-100', 'cpu-1000', 'memory-1000'].map((name) => `benchmarks/${name}.svg`));
  expect(drawn.filter((file) => !page.includes(`](${file})`))).toEqual([]);
  expect(JSON.parse(textOf(join(folder, 'benchmarks.json'))).rows).toHaveLength(6);
});

test('a machine with other work is told', async () => {
  const { writeReport } = await from<Report>('report.mjs');
  writeReport({ ...result, machine: { ...result.machine, load: { before: 3, after: 3 } } }, folder);
  expect(textOf(join(folder, 'benchmarks.md'))).toContain('had other work');
});

test('drawings say in words what their bars show', async () => {
  const { writeReport } = await from<Report>('report.mjs');
  writeReport(result, folder);
  const svg = parseXml(textOf(join(folder, 'benchmarks/cpu-100.svg')));
  if (!svg) throw new Error('not well formed');
  const [title, description] = elementsOf(svg).map(wordsOf);
  expect(title).toBe('Processor time for 100 documents in both languages, cold');
  expect(description).toBe('HTML: Diptych 2.00 s, unified, bare 1.00 s, Pandoc 10.0 s.');
  const widths = elementsOf(svg).flatMap(({ attributes }) =>
    /own|other/.test(attributes.get('class') ?? '') ? Number(attributes.get('width')) : [],
  );
  expect(widths[0]).toBeCloseTo((widths[2] ?? 0) / 5, 0);
});
