import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../about.ts';
import { fill, type Language, type LanguageMap, type Strings } from '../model/index.ts';
import type { Trouble } from './preview.ts';

/** What the preview itself puts before the reader, beside the publication's own pages. */
export interface Pages {
  /** The client's script and style sheet, by path. */
  own(path: string): Uint8Array | undefined;
  /** A page with the client's script in its head, which is told the page's tag. */
  withClient(page: Uint8Array, tag: string): Uint8Array;
  /** Before there was a good build. */
  readonly waiting: Uint8Array;
  readonly notFound: Uint8Array;
  /** What the client is told, as JSON in one line. */
  state(trouble: Trouble): string;
}

/**
 * @param strings - Of both languages: pages that belong to no edition speak both.
 * @param language - Of the person at work, in which findings are told.
 */
export function previewPages(strings: LanguageMap<Strings>, language: Language): Pages {
  const say = (key: string, language: Language): string => fill(strings[language], `tool.preview.${key}`);
  const files = new Map(
    ['client.js', 'client.css'].map((name) => [
      `@diptych/${name}`,
      readFileSync(join(packageFolder, 'templates/preview', name)) as Uint8Array,
    ]),
  );
  const labels = Object.fromEntries(['title', 'kept', 'lost'].map((key) => [key, say(key, language)]));
  const both = (key: string): string => `<p>${escaped(say(key, 'en'))}</p><p lang="fr">${escaped(say(key, 'fr'))}</p>`;
  const inBoth = (key: string): string =>
    `${escaped(say(key, 'en'))} · <span lang="fr">${escaped(say(key, 'fr'))}</span>`;
  return {
    own: (path) => files.get(path),
    withClient(page, tag) {
      const html = Buffer.from(page).toString();
      const script = `<script src="/@diptych/client.js" data-tag="${tag}" defer></script>`;
      const at = html.search(/<\/head>/i);
      return Buffer.from(at < 0 ? script + html : html.slice(0, at) + script + html.slice(at));
    },
    waiting: page(both('waiting-title') + both('waiting')),
    notFound: page(`${both('not-found')}<p><a href="/">${inBoth('to-entry')}</a></p>`),
    state: (trouble) => JSON.stringify({ ...trouble, language, labels }),
  };
}

function page(body: string): Uint8Array {
  const head = '<meta charset="utf-8"><title>Diptych</title><link rel="stylesheet" href="/@diptych/client.css">';
  return Buffer.from(`<!doctype html><html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
