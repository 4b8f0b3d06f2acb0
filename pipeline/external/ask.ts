import type { InTurn } from './queue.ts';

export type Answer =
  | { readonly kind: 'fine' }
  /** It says that there is nothing: 404 or 410. */
  | { readonly kind: 'gone'; readonly status: number }
  /** It answers at another address, and says that it will stay there. */
  | { readonly kind: 'moved'; readonly to: string }
  /** It leads from address to address, and never to what it has. */
  | { readonly kind: 'loop' }
  /** It answers, but not with what it has: it may want a person, or be unwell. */
  | { readonly kind: 'refused'; readonly status: number }
  /** No answer in time, or a broken one. */
  | { readonly kind: 'silent' }
  /** Nobody has this name. */
  | { readonly kind: 'no-host' };

export interface AskOptions {
  /** Milliseconds that hosts may take to answer for one address, redirects included; waiting for a turn is not counted. */
  readonly timeout: number;
  /** How we name ourselves to hosts. */
  readonly agent: string;
}

/** Asks for the head alone, and for the whole where a host does not answer that well; the body is never read. */
export async function ask(address: string, options: AskOptions, inTurn: InTurn): Promise<Answer> {
  const asking: Asking = { agent: options.agent, left: options.timeout, inTurn };
  try {
    const answer = await follow(address, 'HEAD', asking);
    if (answer.kind === 'fine' || answer.kind === 'moved' || answer.kind === 'loop') return answer;
    return await follow(address, 'GET', asking);
  } catch (error) {
    return { kind: isUnknownHost(error) ? 'no-host' : 'silent' };
  }
}

interface Asking {
  readonly agent: string;
  readonly inTurn: InTurn;
  /** Milliseconds. */
  left: number;
}

const mostRedirects = 10;

async function follow(start: string, method: 'HEAD' | 'GET', asking: Asking): Promise<Answer> {
  let address = start;
  let stays = true;
  const asked = new Set<string>();
  while (asked.size <= mostRedirects && !asked.has(address)) {
    asked.add(address);
    const { status, location } = await asking.inTurn(address, () => request(address, method, asking));
    if (status < 300 || status > 399 || location === null) return answerOf(status, { start, address, stays });
    stays &&= status === 301 || status === 308;
    const next = new URL(location, address);
    if (!/^https?:$/.test(next.protocol)) return { kind: 'refused', status };
    next.hash = '';
    address = next.href;
  }
  return { kind: 'loop' };
}

/** One question, and what of its answer counts. */
async function request(
  address: string,
  method: 'HEAD' | 'GET',
  asking: Asking,
): Promise<{ status: number; location: string | null }> {
  const began = performance.now();
  const signal = AbortSignal.timeout(Math.max(1, Math.ceil(asking.left)));
  const headers = { 'user-agent': asking.agent, accept: '*/*' };
  const response = await fetch(address, { method, headers, signal, redirect: 'manual' });
  await response.body?.cancel();
  asking.left -= performance.now() - began;
  return { status: response.status, location: response.headers.get('location') };
}

function answerOf(
  status: number,
  { start, address, stays }: { start: string; address: string; stays: boolean },
): Answer {
  if (status === 404 || status === 410) return { kind: 'gone', status };
  if (status >= 300) return { kind: 'refused', status };
  return stays && address !== start ? { kind: 'moved', to: address } : { kind: 'fine' };
}

/** `fetch` wraps what the system said; that a name is not known today for want of a network is told apart. */
function isUnknownHost(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOTFOUND';
}
