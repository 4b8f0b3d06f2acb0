import { spawn } from 'node:child_process';

/** Starts a program that outlives the preview; no shell reads the words. False where there is no such program. */
export function start(program: string, words: readonly string[]): Promise<boolean> {
  return new Promise((answer) => {
    const child = spawn(program, words, { stdio: 'ignore', detached: true });
    child.once('spawn', () => answer(true));
    child.once('error', () => answer(false));
    child.unref();
  });
}
