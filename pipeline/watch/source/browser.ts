import { start } from './start.ts';

/** The program of the system that opens an address. */
const opener: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Where there is no such program, the person has the address all the same. */
export function openInBrowser(address: string): void {
  const [program = '', ...words] = opener[process.platform] ?? ['xdg-open'];
  void start(program, [...words, address]);
}
