import { isSafeAddress, type Position, schemeOf } from '../model/index.ts';
import { report, type Source } from './source.ts';

/** These run or embed something instead of leading somewhere. */
const harmful: ReadonlySet<string> = new Set(
  'javascript vbscript livescript mocha data blob filesystem view-source'.split(' '),
);

/**
 * Whether the address may stand in the tree. `address-is-safe` speaks where not, and of a scheme that not every reader
 * can follow: such a link stays in the tree, and no emitter makes a link of it.
 */
export function checkAddress(url: string, node: { position?: Position | undefined }, source: Source): boolean {
  if (isSafeAddress(url)) return true;
  const scheme = schemeOf(url) ?? '';
  const address = url.trim().slice(0, 80);
  const isHarmful = harmful.has(scheme);
  if (isHarmful) report(source, 'address-is-safe', { ...node, details: { address } });
  else {
    const details = { variant: 'scheme', scheme: scheme.slice(0, 40), address };
    report(source, 'address-is-safe', { ...node, severity: 'warning', details });
  }
  return !isHarmful;
}

/** `https:`, `mailto:`, or an address that begins with `//`. */
export function isExternalAddress(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url.trim());
}
