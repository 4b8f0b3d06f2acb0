import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../pipeline/commands/index.ts';
import { contentOf } from './publication.ts';

/** Runs a command in this process. */
export async function command(...args: string[]): Promise<{ readonly code: number; readonly out: string }> {
  let out = '';
  const write = (text: string): void => {
    out += text;
  };
  const terminal = { out: write, err: write, env: {}, colour: false, interactive: false, columns: 120 };
  const code = await runCommand([...args, '--ui', 'en'], { ...terminal, untilStopped: () => Promise.resolve() });
  return { code, out };
}

/** What goes out of a publication and comes back without an edit, and is not byte for byte what it was. */
export async function faultsOfRoundTrips(dir: string): Promise<readonly string[]> {
  const source = contentOf(join(dir, 'source'));
  const faults: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'diptych-round-'));
  const [parted, joined, out] = [join(folder, 'parted'), join(folder, 'joined'), join(folder, 'out')];
  const steps = [
    ['split', dir, '--out', parted],
    ['join', parted, '--out', joined],
    ['export', dir, '--xliff', '--po', '--out', out],
  ];
  for (const step of steps) {
    const { code, out: said } = await command(...step);
    if (code !== 0) faults.push(`${step[0]} ends with ${code}: ${said.slice(0, 300)}`);
  }
  if (faults.length > 0) return faults;
  faults.push(...changed(source, contentOf(join(joined, 'source'))).map((path) => `split, join: ${path}`));
  for (const name of readdirSync(out)) {
    const { code, out: said } = await command('import', join(out, name), '--into', dir);
    if (code !== 0) faults.push(`import of ${name} ends with ${code}: ${said.slice(0, 300)}`);
  }
  faults.push(...changed(source, contentOf(join(dir, 'source'))).map((path) => `export, import: ${path}`));
  return faults;
}

function changed(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]);
}
