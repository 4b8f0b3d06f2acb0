import { type ExitCode, runCommand, type Terminal } from '../../pipeline/commands/index.ts';
import { newCache } from './cli.ts';

export interface Run {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly env?: Terminal['env'];
  readonly columns?: number;
  /** Resolves when the person stops the command. */
  readonly stopped?: Promise<void>;
  /** Told at each piece of output. */
  readonly onOut?: (all: string) => void;
}

/** Runs `diptych` in this process, on a terminal that remembers what was said. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  let out = '';
  let err = '';
  const code = await runCommand(args, {
    out(text) {
      out += text;
      options.onOut?.(out);
    },
    err(text) {
      err += text;
    },
    env: { DIPTYCH_CACHE: newCache(), ...options.env },
    colour: false,
    interactive: false,
    columns: options.columns ?? 80,
    untilStopped: () => options.stopped ?? Promise.resolve(),
  });
  return { code, out, err };
}
