import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'vitest';

/** A program of the system. Where it is missing the test is skipped, aloud; in CI it must be there. */
export function tool(name: string, context: TestContext): string {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  if (process.env.CI) throw new Error(`CI needs ${name}`);
  console.warn(`skipped: no ${name}`);
  context.skip();
  throw new Error('unreachable: the test was skipped');
}
