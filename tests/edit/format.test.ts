import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { format } from '../../pipeline/edit/index.ts';
import { parseDocument } from '../../pipeline/read/index.ts';
import { diptych } from '../helpers/cli.ts';
import { publicationOf } from '../helpers/corpus.ts';
import { faultsOfFormatting } from '../helpers/formatting.ts';
import { newPublication } from '../helpers/publication.ts';
import { strings } from '../helpers/strings.ts';

const setting = { tags: { en: 'en-CA', fr: 'fr-CA' } };

function formatted(text: string, options: Parameters<typeof format>[1] = {}): string {
  const path = 'source/x.md';
  const document = { id: 'x', slug: { en: 'x', fr: 'x' }, path, text, tree: parseDocument(text, path).value };
  return format([document], options)[0]?.after ?? text;
}

test('a blank line stands inside each fence, with what the quotation around it begins its lines with', () => {
  expect(formatted(':::en\nOne.\n:::\n\n:::fr\n\nUne.\n:::\n')).toBe(':::en\n\nOne.\n\n:::\n\n:::fr\n\nUne.\n\n:::\n');
  expect(formatted('> :::en\n> One.\n> :::\n>\n> :::fr\n> Une.\n> :::\n')).toBe(
    '> :::en\n>\n> One.\n>\n> :::\n>\n> :::fr\n>\n> Une.\n>\n> :::\n',
  );
  const empty = ':::en\n:::\n\n:::fr\n:::\n';
  expect(formatted(empty)).toBe(empty);
});

test('derived ids are written where they stay the same: on the first fence, behind a shared heading', () => {
  const source = '## :en[Fees]:fr[Frais]\n\n:::fr{rev=12345678}\n\nUne.\n\n:::\n\n:::en\n\nOne.\n\n:::\n';
  expect(formatted(source, { ids: true })).toBe(
    '## :en[Fees]:fr[Frais] {#fees}\n\n:::fr{#fees-1 rev=12345678}\n\nUne.\n\n:::\n\n:::en\n\nOne.\n\n:::\n',
  );
});

test('typography is set in the source to the character, and only there', () => {
  const source =
    ":::fr\n\nL\\'ami dit : \"oui\" ! `l'ami` \\*mot\\* !\n: fin, l&rsquo;an&nbsp;: [l'an](x.md \"l'an\")\n\n:::\n\n:::en\n\nIt's.\n\n:::\n";
  expect(formatted(source, { typography: setting })).toBe(
    ":::fr\n\nL\\'ami dit\u00A0: «\u00A0oui\u00A0»! `l'ami` \\*mot\\*!\n: fin, l&rsquo;an&nbsp;: [l’an](x.md \"l'an\")\n\n:::\n\n:::en\n\nIt’s.\n\n:::\n",
  );
});

test('line ends, tabs and spaces stay as they are', () => {
  const source = ':::en\r\nOne.\t\r\n- a  \r\n:::\r\n\r\n:::fr\r\nUne.\r\n- a\r\n:::\r\n';
  expect(formatted(source, { ids: true, typography: setting })).toBe(
    ':::en{#x-1}\r\n\r\nOne.\t\r\n- a  \r\n\r\n:::\r\n\r\n:::fr\r\n\r\nUne.\r\n- a\r\n\r\n:::\r\n',
  );
});

/** The documents as somebody types them: plain apostrophes and spaces. */
function asTyped(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('’', "'").replaceAll('\u00A0', ' '));
  }
}

test.each([
  ['the publication', '.'],
  ['the specimen', 'tests/publications/specimen'],
  ['the beginning that init makes', 'templates/init'],
])('%s: nothing but what was asked for, and nothing the second time', async (_, dir) => {
  const folder = mkdtempSync(join(tmpdir(), 'diptych-fmt-'));
  cpSync(join(dir, 'source'), join(folder, 'source'), { recursive: true });
  asTyped(join(folder, 'source'));
  const { faults, changed } = await faultsOfFormatting(folder);
  expect(faults).toEqual([]);
  expect(changed).toBeGreaterThan(0);
});

test.each(['12factor', 'cloud-guardrails'])('%s: likewise', async (name) => {
  const dir = publicationOf(`tests/publications/${name}`, { withMap: true });
  expect(await faultsOfFormatting(dir)).toEqual({ faults: [], changed: expect.any(Number) });
});

test('the command says which files would change, changes them, and keeps a byte-order mark', () => {
  const dir = newPublication();
  const page = join(dir, 'source/welcome.md');
  writeFileSync(page, `\uFEFF${readFileSync(page, 'utf8').replaceAll(/^(:::en.*\n)\n/gm, '$1')}`);
  const before = readFileSync(page, 'utf8');
  const asked = diptych(['fmt', dir, '--check', '--ui', 'fr']);
  expect([asked.status, asked.stdout]).toEqual([
    1,
    expect.stringContaining((strings('fr')['tool.fmt.would.one'] ?? '').replace('{count}', '1')),
  ]);
  expect(readFileSync(page, 'utf8')).toBe(before);
  expect(diptych(['fmt', dir]).status).toBe(0);
  expect(readFileSync(page, 'utf8')).toMatch(/^\uFEFF(?=[\s\S]*:::en\{#intro\}\n\n)/);
  const again = diptych(['fmt', dir, '--check']);
  expect([again.status, again.stdout.trim()]).toEqual([0, strings('en')['tool.fmt.fine']]);
});

test('a file whose fences are wrong is left as it is', () => {
  const dir = newPublication();
  const page = join(dir, 'source/welcome.md');
  const broken = `${readFileSync(page, 'utf8')}\n::: fr\nMal.\n:::\n`;
  writeFileSync(page, broken);
  const { status, stdout } = diptych(['fmt', dir]);
  expect(status).toBe(1);
  expect(stdout).toContain((strings('en')['tool.fmt.left'] ?? '').replace('{path}', 'source/welcome.md'));
  expect(readFileSync(page, 'utf8')).toBe(broken);
});
