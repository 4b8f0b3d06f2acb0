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
  /** Milliseconds for one address, redirects included. */
  readonly timeout: number;
  /** How we name ourselves to hosts. */
  readonly agent: string;
}

/** Asks for the head alone, and for the whole where a host does not answer that well; the body is never read. */
export async function ask(address: string, options: AskOptions): Promise<Answer> {
  const signal = AbortSignal.timeout(options.timeout);
  try {
    const answer = await follow(address, { method: 'HEAD', agent: options.agent, signal });
    if (answer.kind === 'fine' || answer.kind === 'moved' || answer.kind === 'loop') return answer;
    return await follow(address, { method: 'GET', agent: options.agent, signal });
  } catch (error) {
    return { kind: isUnknownHost(error) ? 'no-host' : 'silent' };
  }
}

interface Request {
  readonly method: 'HEAD' | 'GET';
  readonly agent: string;
  readonly signal: AbortSignal;
}

const mostRedirects = 10;

async function follow(start: string, { method, agent, signal }: Request): Promise<Answer> {
  let address = start;
  let stays = true;
  const asked = new Set<string>();
  while (asked.size <= mostRedirects && !asked.has(address)) {
    asked.add(address);
    const headers = { 'user-agent': agent, accept: '*/*' };
    const response = await fetch(address, { method, headers, signal, redirect: 'manual' });
    await response.body?.cancel();
    const { status } = response;
    const location = response.headers.get('location');
    if (status < 300 || status > 399 || location === null) return answerOf(status, { start, address, stays });
    stays &&= status === 301 || status === 308;
    address = new URL(location, address).href;
  }
  return { kind: 'loop' };
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
