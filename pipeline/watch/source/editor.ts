import type { Point } from './origins.ts';
import { start } from './start.ts';

/** How a place in the source comes before the person. */
export type Opening =
  /** A program was started. */
  | { readonly how: 'started' }
  /** The browser leads there. */
  | { readonly how: 'address'; readonly address: string }
  /** There is no editor with a window: the person is told the place. */
  | { readonly how: 'told' };

/** Their addresses name a file, a line and a column. */
const schemes: Readonly<Record<string, (at: Point) => string>> = {
  vscode: (at) => `vscode://file${slashed(at)}`,
  'vscode-insiders': (at) => `vscode-insiders://file${slashed(at)}`,
  vscodium: (at) => `vscodium://file${slashed(at)}`,
  cursor: (at) => `cursor://file${slashed(at)}`,
  windsurf: (at) => `windsurf://file${slashed(at)}`,
  zed: (at) => `zed://file${slashed(at)}`,
  idea: ({ path, line, column }) => `idea://open?file=${encodeURIComponent(path)}&line=${line}&column=${column}`,
  txmt: ({ path, line, column }) =>
    `txmt://open?url=${encodeURIComponent(`file://${path}`)}&line=${line}&column=${column}`,
};

/** These want a terminal, where the preview speaks already. */
const inTerminal = /^(?:vim?|nvim|nano|pico|emacs -nw|hx|helix|kak|micro|joe|ed|ne|mcedit)$/;

/** Arguments by which programs are told a line; all others know `+line file`. */
const called: Readonly<Record<string, (at: Point) => readonly string[]>> = {
  code: ({ path, line, column }) => ['--goto', `${path}:${line}:${column}`],
  codium: ({ path, line, column }) => ['--goto', `${path}:${line}:${column}`],
  cursor: ({ path, line, column }) => ['--goto', `${path}:${line}:${column}`],
  subl: ({ path, line, column }) => [`${path}:${line}:${column}`],
  zed: ({ path, line, column }) => [`${path}:${line}:${column}`],
  idea: ({ path, line, column }) => ['--line', String(line), '--column', String(column), path],
  kate: ({ path, line, column }) => ['--line', String(line), '--column', String(column), path],
};

/**
 * Opens places in the editor that was named: a scheme (`vscode:`), or a program with its arguments, in which `{path}`, `{line}`
 * and `{column}` are filled in. No shell reads it.
 *
 * @param editor - Else `VISUAL`, else `EDITOR`.
 */
export function editorFor(editor: string | undefined): (at: Point) => Promise<Opening> {
  const scheme = schemes[/^([a-z-]+):(?:\/\/.*)?$/.exec(editor ?? '')?.[1] ?? ''];
  if (scheme) return async (at) => ({ how: 'address', address: scheme(at) });
  const [program, ...words] = wordsOf(editor ?? '');
  const name = (program ?? '').replace(/^.*[\\/]/, '').replace(/\.(?:exe|cmd)$/i, '');
  if (program === undefined || inTerminal.test([name, ...words].join(' ')) || inTerminal.test(name))
    return async () => ({ how: 'told' });
  return async (at) => ({ how: (await start(program, argumentsFor(at, name, words))) ? 'started' : 'told' });
}

function argumentsFor(at: Point, name: string, words: readonly string[]): readonly string[] {
  if (!words.some((word) => /\{(?:path|line)\}/.test(word)))
    return [...words, ...(called[name]?.(at) ?? [`+${at.line}`, at.path])];
  const values: Readonly<Record<string, string>> = { path: at.path, line: String(at.line), column: String(at.column) };
  return words.map((word) => word.replace(/\{(path|line|column)\}/g, (_, key: string) => values[key] ?? ''));
}

/** At spaces, but for what stands in quotation marks. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}

function slashed({ path, line, column }: Point): string {
  const file = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/').replace('%3A', ':');
  return `${file.startsWith('/') ? '' : '/'}${file}:${line}:${column}`;
}
