import { hostname, networkInterfaces } from 'node:os';

/** The preview can be reached from this machine only, unless told otherwise. */
export const loopback = '127.0.0.1';

const everywhere = ['0.0.0.0', '::'];

/**
 * Names by which a browser may ask for the preview, with the port: exactly these. A page elsewhere may have a name of its
 * own point to this machine.
 */
export function hostsOf(host: string, port: number): ReadonlySet<string> {
  const named = [loopback, 'localhost', ...(everywhere.includes(host) ? [...addresses(), hostname()] : [host])];
  return new Set(named.map((name) => `${inUrl(name).toLowerCase()}:${port}`));
}

/** Where a person finds it: at this machine, and from another one on the same network where that was asked for. */
export function placesOf(host: string, port: number): { readonly here: string; readonly elsewhere?: string } {
  const isLoopback = host === loopback || host === 'localhost';
  const reached = everywhere.includes(host) ? addresses()[0] : host;
  const here = everywhere.includes(host) || isLoopback ? loopback : host;
  return {
    here: `http://${inUrl(here)}:${port}/`,
    ...(!isLoopback && reached && { elsewhere: `http://${inUrl(reached)}:${port}/` }),
  };
}

/** Of this machine's network interfaces, version 4 first. */
function addresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  const reached = all.filter(({ internal, scopeid }) => !internal && !scopeid);
  return reached.toSorted((a, b) => a.family.localeCompare(b.family)).map(({ address }) => address);
}

function inUrl(name: string): string {
  return name.includes(':') ? `[${name}]` : name;
}

/** Whether who asks sits at this machine. */
export function isFromHere(address: string | undefined): boolean {
  return address !== undefined && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
}
