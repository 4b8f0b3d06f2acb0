import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a program of the system said of a file. */
export interface Verdict {
  readonly status: number | null;
  readonly output: string;
}

/**
 * Runs `qpdf`, `mutool`, `pdftotext` … over a PDF. Where the program is missing: undefined, said aloud; in CI an error.
 *
 * @param args - `FILE` stands for the file's path.
 */
export function askTool(name: string, args: readonly string[], bytes: Uint8Array): Verdict | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'diptych-pdf-'));
  const file = join(dir, 'edition.pdf');
  try {
    writeFileSync(file, bytes);
    const run = spawnSync(
      name,
      args.map((arg) => (arg === 'FILE' ? file : arg)),
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    if (!run.error) return { status: run.status, output: `${run.stdout}${run.stderr}` };
    if (process.env.CI) throw new Error(`CI needs ${name}: ${run.error.message}`);
    console.warn(`skipped: no ${name}`);
    return undefined;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
