import { ownCache } from './kept.ts';
import type { Context } from './program.ts';
import type { ExitCode } from './terminal.ts';

/** `diptych cache info`: where earlier builds are kept, how much of them. */
export function cacheInfoCommand({ speech, terminal }: Context): ExitCode {
  const cache = ownCache(terminal.env);
  if (!cache) return absent({ speech, terminal });
  const { folder, info } = cache;
  const { entries, bytes } = info();
  terminal.out(
    `${speech.say('cache.info', { path: folder, entries: speech.count('cache.entries', entries), size: speech.size(bytes) })}\n`,
  );
  return 0;
}

/** `diptych cache clear`: forgets them all. */
export function cacheClearCommand({ speech, terminal }: Context): ExitCode {
  const cache = ownCache(terminal.env);
  if (!cache) return absent({ speech, terminal });
  const { folder, info, clear } = cache;
  const { bytes } = info();
  clear();
  terminal.out(`${speech.say('cache.cleared', { path: folder, size: speech.size(bytes) })}\n`);
  return 0;
}

function absent({ speech, terminal }: Context): ExitCode {
  terminal.out(`${speech.say('cache.absent')}\n`);
  return 0;
}
