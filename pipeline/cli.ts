#!/usr/bin/env node
import { runCommand, type Terminal } from './commands/index.ts';

const { stdout, stderr, env } = process;

// Some terminals report a width of 0; listr2 asks the stream itself and would write one letter a line.
if (stdout.isTTY && !stdout.columns) stdout.columns = Number(env.COLUMNS) || 80;

const terminal: Terminal = {
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
  env,
  colour: env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : Boolean(stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb'),
  interactive: Boolean(stdout.isTTY && env.TERM !== 'dumb' && !env.CI),
  columns: stdout.columns || Number(env.COLUMNS) || 80,
  // The listeners stay: npx passes on a signal that the terminal has sent to us already.
  untilStopped: () =>
    new Promise((stopped) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopped());
    }),
};

// Whoever reads our output may stop reading: `diptych check | head`.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

process.exitCode = await runCommand(process.argv.slice(2), terminal);
