import type { IncomingMessage } from 'node:http';
import type { OutputFile } from '../../model/index.ts';
import { bookOf } from '../book.ts';
import type { Pages } from '../pages.ts';
import type { Preview } from '../preview.ts';
import { tagOf } from '../tags.ts';
import { isFromHere } from './hosts.ts';
import { isKey, type Keys, newNonce } from './keys.ts';

/** What the server speaks for. */
export interface Served {
  readonly preview: Preview;
  readonly pages: Pages;
  readonly keys: Keys;
}

export interface Answer {
  readonly status: number;
  /** Its ending says what the bytes are. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** `page`: of the publication; `frame`: the same, seen by frames without an origin; `app`: the preview page. */
  readonly as: 'page' | 'frame' | 'app';
  /** Of an output: by it the client knows whether to load it again. */
  readonly tag?: string;
  readonly nonce?: string;
}

/** For a path without its first `/`, asked for by who may. A path is a name among the outputs’; it never leads to the disk. */
export function answerTo(request: IncomingMessage, path: string, served: Served): Answer {
  if (!path.startsWith('@diptych/')) return outputAnswer(path, 'page', served);
  const name = path.slice('@diptych/'.length);
  const [, kind, key, rest = ''] = /^(view|book)\/([^/]*)\/(.*)$/s.exec(name) ?? [];
  if (kind) {
    if (!isKey(key, served.keys.view)) return refusal(403);
    return kind === 'view' ? outputAnswer(rest, 'frame', served) : bookAnswer(rest, served);
  }
  if (name === '') return appAnswer(request, served);
  const own = /^[\w.-]+$/.test(name) && !name.endsWith('.eta') ? served.pages.own(name) : undefined;
  return own ? { status: 200, path: name, bytes: own, as: 'frame' } : absence('page', served);
}

function outputAnswer(path: string, as: 'page' | 'frame', served: Served): Answer {
  const { preview } = served;
  if (path === 'manifest.json' && preview.files.size > 0) return { status: 200, path, bytes: preview.manifest, as };
  const found = preview.files.get(path === '' || path.endsWith('/') ? `${path}index.html` : path);
  if (!found && path === 'favicon.ico') return refusal(204); // browsers ask for it unasked, and would note an error
  if (!found) return absence(as, served);
  const tag = tagOf(found);
  const bytes = found.path.endsWith('.html') ? withClient(found, served) : found.bytes;
  return { status: 200, path: found.path, bytes, as, tag };
}

function withClient(file: OutputFile, { pages, keys }: Served): Uint8Array {
  return pages.withClient(file.bytes, { page: file.path, tag: tagOf(file), key: keys.view });
}

/** `<output>/`: its chapters, as JSON; `<output>/<entry>`: a file of the package. */
function bookAnswer(path: string, served: Served): Answer {
  const { preview, pages, keys } = served;
  for (const file of preview.files.values()) {
    if (file.format !== 'epub' || !path.startsWith(`${file.path}/`)) continue;
    const { entries, chapters } = bookOf(file);
    const name = path.slice(file.path.length + 1);
    const tag = tagOf(file);
    if (name === '')
      return { status: 200, path: '.json', bytes: Buffer.from(JSON.stringify(chapters)), as: 'frame', tag };
    const bytes = entries.get(name);
    if (!bytes) break;
    const shown = name.endsWith('.xhtml') ? pages.withClient(bytes, { page: path, tag, key: keys.view }) : bytes;
    return { status: 200, path: name, bytes: shown, as: 'frame', tag };
  }
  return absence('frame', served);
}

function appAnswer({ socket }: IncomingMessage, { pages, keys }: Served): Answer {
  const nonce = newNonce();
  const bytes = pages.app({ keys, nonce, mayAct: isFromHere(socket.remoteAddress) });
  return { status: 200, path: '.html', bytes, as: 'app', nonce };
}

/** Nothing by that name, or nothing at all yet; the client is in these pages too, and loads what comes to be there. */
function absence(as: 'page' | 'frame', { preview, pages, keys }: Served): Answer {
  const isEmpty = preview.files.size === 0;
  const bytes = pages.withClient(isEmpty ? pages.waiting : pages.notFound, { page: '', tag: 'none', key: keys.view });
  return { status: isEmpty ? 503 : 404, path: '.html', bytes, as, tag: 'none' };
}

export function refusal(status: number): Answer {
  return { status, path: '.txt', bytes: new Uint8Array(), as: 'page' };
}
