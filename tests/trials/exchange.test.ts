import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { expect, test } from 'vitest';
import { faultsOfFormatting } from '../helpers/formatting.ts';
import { imported } from '../helpers/importing.ts';
import { command, faultsOfRoundTrips } from '../helpers/round-trips.ts';

const folder = process.env.DIPTYCH_CORPORA;
const schema = process.env.DIPTYCH_XLIFF_SCHEMA;
const sets = folder ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'SOURCE.txt'))) : [];
const publications = ['.', 'tests/publications/specimen'];

test('there are sets under DIPTYCH_CORPORA', (context) => {
  if (folder === undefined) console.warn('skipped: DIPTYCH_CORPORA names no folder of corpora');
  if (folder === undefined && !process.env.CI) return context.skip();
  expect(sets.length).toBeGreaterThan(0);
});

test.each(sets)(
  '%s, imported: goes out and comes back to the byte, and is set in one form once and for all',
  async (name) => {
    const { dir } = await imported(join(folder ?? '', name));
    expect(await faultsOfRoundTrips(dir)).toEqual([]);
    expect((await faultsOfFormatting(dir)).faults).toEqual([]);
  },
);

test.each([...publications, ...sets])('%s: XLIFF is as the schema of DIPTYCH_XLIFF_SCHEMA asks', async (name) => {
  if (schema === undefined) throw new Error('DIPTYCH_XLIFF_SCHEMA names no copy of the core schema of OASIS');
  const dir = publications.includes(name) ? name : (await imported(join(folder ?? '', name))).dir;
  const out = mkdtempSync(join(tmpdir(), 'diptych-xliff-'));
  expect((await command('export', dir, '--xliff', '--out', out)).code).toBe(0);
  xmlRegisterFsInputProviders(); // the schema names a part of itself
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(schema, 'utf8'), { url: schema }));
  for (const file of readdirSync(out)) {
    const document = XmlDocument.fromString(readFileSync(join(out, file), 'utf8'));
    expect(() => validator.validate(document)).not.toThrow();
  }
});
