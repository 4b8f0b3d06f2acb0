import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { po } from 'gettext-parser';
import { expect, test } from 'vitest';
import { contentOf, copyOf } from '../helpers/publication.ts';
import { command } from '../helpers/round-trips.ts';
import { strings } from '../helpers/strings.ts';

const en = strings('en');
const added = ' (révisé)';
const breaking = '\n:::\nfin';

/** The work of a translator, on a file that another tool reads and writes: some changed, some broken, one left out. */
function edited(file: string): {
  readonly text: string;
  readonly changed: readonly string[];
  readonly broken: readonly string[];
  readonly left: string;
} {
  const document = po.parse(readFileSync(file));
  const units = Object.entries(document.translations).flatMap(([context, own]) =>
    context === '' ? [] : Object.values(own).map((entry) => ({ context, entry })),
  );
  expect(units.length).toBeGreaterThan(50);
  const [changed, broken]: [string[], string[]] = [[], []];
  for (const [index, { context, entry }] of units.entries()) {
    const [words = ''] = entry.msgstr;
    const isBlock = /[.!?»]$/.test(words) && !words.includes(':::');
    if (isBlock && index % 3 === 0) {
      entry.msgstr = [words + added];
      changed.push(context);
    } else if (isBlock && index % 7 === 1) {
      entry.msgstr = [words + breaking];
      broken.push(context);
    }
  }
  const left = units.find(({ context }) => !changed.includes(context) && !broken.includes(context))?.context ?? '';
  delete document.translations[left];
  expect(Math.min(changed.length, broken.length)).toBeGreaterThan(2);
  return { text: po.compile(document).toString(), changed, broken, left };
}

async function exported(): Promise<{ dir: string; file: string; before: Readonly<Record<string, string>> }> {
  const dir = copyOf('source');
  const out = mkdtempSync(join(tmpdir(), 'diptych-editors-'));
  await command('export', dir, '--po', '--out', out);
  return { dir, file: join(out, readdirSync(out)[0] ?? ''), before: contentOf(dir) };
}

/** Each file of a publication, without the words that were added to it; contents are told as hexadecimal digits. */
function withoutAdded(files: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(files).map(([path, hex]) => [path, read(hex).replaceAll(added, '')]);
}

function read(hex: string): string {
  return Buffer.from(hex, 'hex').toString();
}

/** Paths of files that differ by more than what was added. */
function spoiled(before: Readonly<Record<string, string>>, dir: string): readonly string[] {
  const now = new Map(withoutAdded(contentOf(dir)));
  return Object.entries(before).flatMap(([path, hex]) => (now.get(path) === read(hex) ? [] : [path]));
}

const names = (out: string, reason: string): readonly string[] =>
  [...out.matchAll(/^ {2}(\S+#\S+): (.*)$/gm)].flatMap(([, name = '', sentence]) =>
    sentence === en[`tool.translations.refused.${reason}`] ? [name] : [],
  );

test('of a file with changed, broken and missing passages, the changed ones come in and nothing else', async () => {
  const { dir, file, before } = await exported();
  const { text, changed, broken, left } = edited(file);
  writeFileSync(file, text);
  const { code, out } = await command('import', file, '--into', dir);
  expect(code).toBe(1);
  expect(out).toContain(`\n${changed.length} passages changed.\n`);
  expect([names(out, 'breaks'), names(out, 'missing'), names(out, 'cut')]).toEqual([broken, [left], []]);
  expect(spoiled(before, dir)).toEqual([]);
  expect(Object.values(contentOf(dir)).map(read).join('').split(added)).toHaveLength(changed.length + 1);
});

test('of a file that is cut off within a translation, what came before the last passage comes in, and the rest is told', async () => {
  const { dir, file, before } = await exported();
  const { text, changed, left } = edited(file);
  const last = changed[Math.floor(changed.length * 0.6)] ?? '';
  const entry = text.slice(text.indexOf(`msgctxt "${last}"`));
  const [whole = ''] = /msgstr ""\n".*"\n".*"\n/.exec(entry) ?? [];
  const cut = text.slice(0, text.length - entry.length + entry.indexOf(whole) + whole.length);
  expect(whole).not.toContain(added);
  const there = new Set([...cut.matchAll(/^msgctxt "(.*)"$/gm)].map(([, name = '']) => name));
  writeFileSync(file, cut);
  const { code, out } = await command('import', file, '--into', dir);
  const taken = changed.filter((name) => there.has(name) && name !== last);
  const all =
    (/X-Diptych-Units: [\s\S]*?\\n/.exec(text)?.[0] ?? '').replace(/"\s*"/g, '').match(/[\w-]+#[\w.-]+/g) ?? [];
  expect(code).toBe(1);
  expect(out).toContain(`\n${taken.length} passages changed.\n`);
  expect(names(out, 'missing')).toEqual(all.filter((name) => !there.has(name)));
  expect(names(out, 'missing')).toContain(left);
  expect(names(out, 'cut')).toEqual([last]);
  expect(spoiled(before, dir)).toEqual([]);
});
