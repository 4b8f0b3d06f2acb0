/** Lines that do not fit: one finding for each table, or paragraph outside of tables, however many it has. */
import { type Diagnostic, diagnose } from '../model/index.ts';
import type { Run } from './runs.ts';
import type { Tools } from './tools.ts';

export interface OverfullLines {
  count: number;
  /** Cut, or in the margin. */
  readonly words: Set<string>;
  /** Of the first. */
  run?: Run;
}

export function noOverfullLines(): OverfullLines {
  return { count: 0, words: new Set() };
}

export function addOverfull(lines: OverfullLines, word: string, run: Run): void {
  lines.count++;
  lines.words.add(word);
  lines.run ??= run;
}

/** Says how many there are, and the first word. */
export function sayOverfull({ count, words, run }: OverfullLines, tools: Tools): void {
  const [word] = words;
  if (word === undefined) return;
  const details = words.size === 1 ? { variant: 'one', word } : { variant: 'several', count, word };
  tools.diagnostics.push(diagnose('overfull-line', { ...placeOf(run, tools), details }));
}

/** Of words in the source, or of what the edition itself says. */
export function placeOf(run: Run | undefined, { document }: Tools): Pick<Diagnostic, 'path' | 'position'> {
  if (!document?.path) return { path: 'source/publication.yaml' };
  return { path: document.path, ...(run?.node?.position && { position: run.node.position }) };
}
