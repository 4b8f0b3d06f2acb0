import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for all that a run of the tests writes elsewhere than here, gone when it ends. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'diptych-tests-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder; // POSIX; Windows
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
