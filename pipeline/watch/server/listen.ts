import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Failure } from '../../model/index.ts';

/** How many ports are tried, beginning with `from`, before the system is asked for any. */
const attempts = 20;

export interface PortOptions {
  /** Exactly this one; 0 for any that is free. */
  readonly port?: number | undefined;
  /** Where to begin to look for a free one, when no port is named. */
  readonly from: number;
}

/**
 * @returns The port.
 * @throws Failure `port-taken` when the port that was named is in use, `no-such-host` when the host is not this machine's.
 */
export async function listen(server: Server, host: string, { port, from }: PortOptions): Promise<number> {
  if (port !== undefined) return listenAt(server, host, port);
  for (let candidate = from; candidate < from + attempts; candidate++) {
    try {
      return await listenAt(server, host, candidate);
    } catch (error) {
      if (!(error instanceof Failure) || error.key !== 'port-taken') throw error;
    }
  }
  return listenAt(server, host, 0);
}

function listenAt(server: Server, host: string, port: number): Promise<number> {
  return new Promise((listening, failed) => {
    const onError = (error: NodeJS.ErrnoException): void => failed(failureOf(error, host, port));
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      listening((server.address() as AddressInfo).port);
    });
  });
}

function failureOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return new Failure('port-taken', { port });
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new Failure('no-such-host', { host });
  return error;
}
