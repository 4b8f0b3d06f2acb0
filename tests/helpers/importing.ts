import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../pipeline/index.ts';
import { filesIn } from './files.ts';
import { command } from './round-trips.ts';

export interface Import {
  readonly dir: string;
  readonly code: number;
  readonly out: string;
  readonly report: string;
}

/** Runs `diptych import` on a folder, into a new one. */
export async function imported(repository: string): Promise<Import> {
  const dir = join(mkdtempSync(join(tmpdir(), 'diptych-import-')), 'publication');
  const { code, out } = await command('import', repository, '--out', dir);
  const report = join(dir, 'import.txt');
  return { dir, code, out, report: existsSync(report) ? readFileSync(report, 'utf8') : '' };
}

/** Words of every file that do not stand, in their order, in the document that was made of it. */
export function lostWords(repository: string, { dir, report }: Import): readonly string[] {
  const made = new Map<string, string>();
  for (const [, path = '', from = ''] of report.matchAll(/^(\S.*?\.md): (.*)$/gm)) {
    for (const each of from.split(' + ')) made.set(each, join(dir, 'source', path));
  }
  return filesIn(repository, '.md').flatMap((path) => {
    const name = path.slice(repository.length + 1);
    const to = made.get(name);
    if (to === undefined) return [`${name} is in no document`];
    const wanted = wordsOf(readFileSync(path, 'utf8'));
    const there = wordsOf(readFileSync(to, 'utf8'));
    let at = 0;
    const halves = bothLanguages(made, to) ? there : undefined;
    for (const [index, word] of wanted.entries()) {
      at = there.indexOf(word, at) + 1;
      if (at > 0) continue;
      if (halves) return missingFrom(wanted, there).map((each) => `${name}: “${each}”`);
      return [`${name}: “${wanted.slice(index, index + 8).join(' ')}”`];
    }
    return [];
  });
}

/** A file of both languages is woven: each of its words is there, as often as it was. */
function bothLanguages(made: ReadonlyMap<string, string>, to: string): boolean {
  return [...made.values()].filter((path) => path === to).length === 1;
}

function missingFrom(wanted: readonly string[], there: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of there) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wanted.filter((word) => {
    const left = (counts.get(word) ?? 0) - 1;
    counts.set(word, left);
    return left < 0;
  });
}

/** Words of a source as it is written, without addresses, which change when files move. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .replace(/<img\b[^<>]*?\balt="([^"]*)"[^<>]*>/g, ' $1 ')
      .replace(/<\/?a\b[^<>]*>/g, ' ')
      .replace(/&[a-z]+;/g, ' ')
      .replace(/\]\((?:[^()]|\([^()]*\))*\)|\b(?:href|src)="[^"]*"/g, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whether the publication can be built, marked as a draft where its words or pictures are not all there. */
export async function buildable(dir: string): Promise<string> {
  const { outcome } = await build(dir, { draft: true, formats: ['html', 'epub'], to: 'memory' });
  return outcome;
}
