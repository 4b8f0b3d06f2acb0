import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Made anew for each run; whoever was told one by a page of ours may do what it is for. */
export interface Keys {
  /** Opens the stream of events, and the outputs as frames see them, whose origin is none. */
  readonly view: string;
  /** Lets a page ask for something to be done on this machine. Only the preview's own page has it. */
  readonly act: string;
}

export function newKeys(): Keys {
  const key = (): string => randomBytes(18).toString('base64url');
  return { view: key(), act: key() };
}

/** In a time that does not tell how much of it was right. */
export function isKey(told: unknown, key: string): boolean {
  if (typeof told !== 'string' || told.length !== key.length) return false;
  return timingSafeEqual(Buffer.from(told.padEnd(key.length)), Buffer.from(key));
}

/** For the scripts and styles that one page names (Content Security Policy 3, 8.1). */
export function newNonce(): string {
  return randomBytes(18).toString('base64url');
}
