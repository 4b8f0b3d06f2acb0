import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build } from '../../pipeline/build.ts';
import { writeFiles } from './browser.ts';
import { imported } from './importing.ts';

/** Whose sites are looked at as they are published: this repository's own, that of every construct, a text by others. */
export const publications = ['.', 'tests/publications/specimen', 'tests/publications/12factor'] as const;

export interface PublishedSite {
  /** Folder of its files. */
  readonly dir: string;
  /** Paths of its pages. */
  readonly pages: readonly string[];
  readonly englishFirst: boolean;
  /** Path that it stands at on its host, as the publication states it; begins and ends with a slash. */
  readonly base: string;
  remove(): void;
}

/** The whole site of a publication, in both languages and side by side, in a folder of its own. */
export async function publishSite(folder: (typeof publications)[number]): Promise<PublishedSite> {
  const byOthers = folder === 'tests/publications/12factor'; // not approved: each page says that it is a draft
  const dir = byOthers ? (await imported(folder)).dir : folder;
  const { files, settings } = await build(dir, {
    to: 'memory',
    draft: byOthers,
    ...(folder !== '.' && { formats: ['html'] }), // our own site leads to the other formats too
  });
  return {
    ...writeFiles(files),
    pages: files.filter(({ path }) => path.endsWith('.html')).map(({ path }) => path),
    englishFirst: settings?.order[0] === 'en',
    base: settings?.url ? new URL(settings.url).pathname.replace(/\/?$/, '/') : '/a/base/',
  };
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/**
 * A static host that holds every answer to `default-src 'self'`, has the site below its path, and shows `404.html` for
 * what is not there.
 *
 * @returns Its address, with the path, without a slash at the end.
 */
export async function hostSite({
  dir,
  base,
}: Pick<PublishedSite, 'dir' | 'base'>): Promise<{ readonly address: string; close(): void }> {
  const bytesOf = (pathname: string): Buffer | undefined => {
    const path = join(dir, decodeURIComponent(pathname.slice(base.length)).replace(/(^|\/)$/, '$1index.html'));
    return pathname.startsWith(base) && existsSync(path) ? readFileSync(path) : undefined;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const bytes = bytesOf(pathname);
    const type = bytes ? mediaTypes[extname(pathname)] : mediaTypes['.html'];
    response.writeHead(bytes ? 200 : 404, {
      'Content-Security-Policy': "default-src 'self'",
      'Content-Type': type ?? 'application/octet-stream',
    });
    response.end(bytes ?? bytesOf(`${base}404.html`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${base.slice(0, -1)}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
