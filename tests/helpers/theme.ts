import { readFileSync } from 'node:fs';
import type { Theme } from '../../pipeline/model/index.ts';
import { readTheme } from '../../pipeline/read/theme.ts';

/** The shipped theme, under what a test lays over it. */
export function sampleTheme(own?: string): Theme {
  const ours = readFileSync(new URL('../../templates/pdf/theme.yaml', import.meta.url), 'utf8');
  const { value, diagnostics } = readTheme(own, ours);
  if (diagnostics.length > 0) throw new Error(`The theme has faults: ${JSON.stringify(diagnostics)}`);
  return value;
}
