import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentOf, edit, newPublication } from '../helpers/publication.ts';
import { run } from '../helpers/terminal.ts';

/** Everything in it is approved. */
async function approvedPublication(): Promise<string> {
  const dir = newPublication();
  const { code, err } = await run(['approve', '--all', dir]);
  expect([code, err]).toEqual([0, '']);
  return dir;
}

describe('approve', () => {
  test('--all: then all is fresh; again: nothing is changed', async () => {
    const dir = await approvedPublication();
    expect((await run(['status', dir])).out).toMatch(/Every passage is approved/);
    const before = contentOf(dir);
    expect((await run(['approve', '--all', dir])).out).toMatch(/nothing was changed/);
    expect(contentOf(dir)).toEqual(before);
  });

  test.each([
    ['a block', 'welcome#intro', ['source/welcome.md']],
    ['a block by its id alone', 'intro', ['source/welcome.md']],
    ['the parts of a table', 'borrowing#fees-1', ['source/approvals.yaml']],
    ['an entry of the glossary', 'glossary.yaml#interlibrary-loan', ['source/approvals.yaml']],
    ['a document', 'borrowing', ['source/approvals.yaml', 'source/borrowing.md']],
    ['a document by its file', 'source/borrowing.md', ['source/approvals.yaml', 'source/borrowing.md']],
  ])('%s: its files alone are changed', async (_, name, expected) => {
    const dir = newPublication();
    const before = contentOf(dir);
    const { code, err } = await run(['approve', name, dir]);
    expect([code, err]).toEqual([0, '']);
    const after = contentOf(dir);
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual(expected);
  });

  test.each([
    [['approve', 'intr'], /There is no passage “intr”/],
    [['approve', 'top'], /Did you mean welcome#top\?|Did you mean borrowing#top\?/],
    [['approve'], /Nothing is named/],
  ])('%s ends with 2, and changes nothing', async (args, said) => {
    const dir = newPublication();
    const before = contentOf(dir);
    const { code, err } = await run(args.length > 1 ? [...args, dir] : args);
    expect(code).toBe(2);
    expect(err).toMatch(said);
    expect(contentOf(dir)).toEqual(before);
  });

  test('two files, one for each language, are approved in source/approvals.yaml', async () => {
    const dir = newPublication();
    writeFileSync(join(dir, 'source/plan.en.md'), '# Plan\n\nWe meet at 9:00.\n');
    writeFileSync(join(dir, 'source/plan.fr.md'), '# Plan d’action\n\nNous nous réunissons à 9 h.\n');
    const before = contentOf(dir);
    await run(['approve', 'plan', dir]);
    const after = contentOf(dir);
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual(['source/approvals.yaml']);
    edit(dir, 'source/plan.en.md', ['9:00', '10:00']);
    expect((await run(['check', dir])).out).toMatch(/source\/plan\.fr\.md:3:1 {2}error {2}translation-is-fresh/);
  });

  test('a part that two documents include is approved once, in its own file', async () => {
    const dir = newPublication();
    writeFileSync(join(dir, 'source/part.md'), ':::en\nShared words.\n:::\n\n:::fr\nMots communs.\n:::\n');
    for (const name of ['welcome', 'borrowing']) {
      appendFileSync(join(dir, `source/${name}.md`), '\n::include{src=part.md}\n');
    }
    await run(['approve', '--all', dir]);
    expect(readFileSync(join(dir, 'source/part.md'), 'utf8').match(/rev=/g)?.length).toBe(1);
    expect((await run(['status', dir])).out).toMatch(/Every passage is approved/);
  });

  test('without a publication to speak of, says why and changes nothing', async () => {
    const dir = newPublication();
    writeFileSync(join(dir, 'source/publication.yaml'), ':');
    const { code, out } = await run(['approve', '--all', dir]);
    expect([code, out]).toEqual([1, expect.stringContaining('config-is-valid')]);
  });

  test('a file with a byte-order mark keeps it', async () => {
    const dir = newPublication();
    const path = join(dir, 'source/welcome.md');
    writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8')}`);
    await run(['approve', 'welcome', dir]);
    expect(readFileSync(path, 'utf8')).toMatch(/^\uFEFF---\n[\s\S]*:::fr\{rev=/);
    expect((await run(['status', dir, '--reporter', 'json'])).out).toMatch(/"fresh"/);
  });
});

describe('status', () => {
  test('what is stale, missing or unreviewed is counted and named, in the reader’s language', async () => {
    const dir = await approvedPublication();
    edit(dir, 'source/welcome.md', ['You need no card', 'You need a card']);
    appendFileSync(
      join(dir, 'source/welcome.md'),
      '\n:::en{#new}\nNew.\n:::\n\n:::fr\nNouveau.\n:::\n\n:::en{#lone}\nLone.\n:::\n',
    );
    const en = await run(['status', dir]);
    expect(en.code).toBe(0);
    expect(en.out).toMatch(/^ +French +\d+ +\d+ +1 +1 +1$/m);
    expect(en.out).toMatch(/1 passage has one side only:\n {2}welcome#lone {2}source\/welcome\.md:\d+\n {4}French/);
    expect(en.out).toMatch(/welcome#intro {2}.*\n {4}French: figures, links or negations differ/);
    expect(en.out).toMatch(/1 passage has not been approved:\n {2}welcome#new /);
    const fr = await run(['status', dir, '--ui', 'fr']);
    expect(fr.out).toMatch(/^Document +Langue +Unités +Approuvées +Périmées +À réviser +Absentes$/m);
    for (const { out } of [en, fr]) for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('for programs', async () => {
    const dir = newPublication();
    const { units, coverage } = JSON.parse((await run(['status', dir, '--reporter', 'json'])).out);
    expect(coverage.fr).toEqual({ units: units.length, approved: 0, stale: 0, missing: 0 });
    expect(units).toContainEqual(
      expect.objectContaining({ unit: 'welcome#intro', document: 'welcome', state: 'unreviewed', language: 'fr' }),
    );
  });

  test('twenty are named, and the rest counted unless all are asked for', async () => {
    const dir = newPublication();
    expect((await run(['status', dir])).out).toMatch(/… and \d+ more; --all names (it|them)\./);
    expect((await run(['status', dir, '--all'])).out).not.toMatch(/more;/);
  });

  test('a report may stand among the files made', async () => {
    const dir = newPublication();
    const report = join(dir, 'dist/parity.html');
    for (const _ of [1, 2]) {
      expect((await run(['build', dir, '--format', 'html', '--report', report])).code).toBe(0);
      expect(readFileSync(report, 'utf8')).toContain('</html>');
    }
  });

  test('without a publication to speak of, why', async () => {
    const dir = newPublication();
    writeFileSync(join(dir, 'source/publication.yaml'), ':');
    expect(await run(['status', dir])).toMatchObject({ code: 1, out: expect.stringContaining('config-is-valid') });
  });
});

describe('reports', () => {
  test('JSON is exactly what programs are told it is', async () => {
    const dir = await approvedPublication();
    edit(dir, 'source/welcome.md', ['You need no card', 'You need a card']);
    const { diagnostics, coverage, ...rest } = JSON.parse((await run(['check', dir, '--reporter', 'json'])).out);
    expect(rest).toEqual({ waived: [] });
    expect(Object.keys(coverage)).toEqual(['en', 'fr']);
    expect(Object.keys(coverage.fr)).toEqual(['units', 'approved', 'stale', 'missing']);
    expect(coverage.fr.stale).toBe(1);
    const found = diagnostics.find(({ rule }: { rule: string }) => rule === 'translation-is-fresh');
    expect(Object.keys(found)).toEqual(['rule', 'severity', 'message', 'hint', 'path', 'position', 'related']);
    expect(found.related).toMatchObject({ path: 'source/welcome.md', position: { start: { line: 6 } } });
  });

  test.each([
    ['report.html', /^<!doctype html>/i],
    ['report.sarif', /"version": "2\.1\.0"/],
    ['report.xml', /^<\?xml version="1\.0"/],
    ['report.json', /^\{\n {2}"diagnostics"/],
    ['deep/report.txt', /^$/],
  ])('--report %s writes it, and the terminal says where', async (name, begins) => {
    const dir = newPublication();
    const { code, out } = await run(['check', dir, '--report', join(dir, name)]);
    expect(code).toBe(0);
    expect(out).toContain(name);
    expect(readFileSync(join(dir, name), 'utf8')).toMatch(begins);
  });

  test('--reporter says how, whatever the file is called; without it the ending must', async () => {
    const dir = newPublication();
    await run(['check', dir, '--reporter', 'sarif', '--report', join(dir, 'x.json')]);
    expect(readFileSync(join(dir, 'x.json'), 'utf8')).toMatch(/sarif/);
    const { code, err } = await run(['check', dir, '--report', join(dir, 'x.docx')]);
    expect([code, err]).toEqual([2, expect.stringContaining('x.docx')]);
  });

  test('build writes one too, and errors are in it', async () => {
    const dir = newPublication();
    edit(dir, 'source/welcome.md', ['](borrowing.md)', '](nowhere.md)']);
    const { code } = await run(['build', dir, '--format', 'html', '--report', join(dir, 'r.xml')]);
    expect(code).toBe(1);
    expect(readFileSync(join(dir, 'r.xml'), 'utf8')).toMatch(/<failure type="link-target-exists"/);
  });
});
