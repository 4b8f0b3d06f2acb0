import { Eta } from 'eta';
import { fill, type Language, type LanguageMap, languages, type Strings } from '../model/index.ts';
import { clientFiles } from './client-files.ts';
import { escaped, scriptData } from './escaped.ts';
import type { Keys } from './server/keys.ts';

/** What the preview itself puts before the reader, beside the publication's own pages. */
export interface Pages {
  /** The client's scripts, styles and fonts, by name. */
  own(name: string): Uint8Array | undefined;
  /** The preview page. */
  app(how: { readonly keys: Keys; readonly nonce: string; readonly mayAct: boolean }): Uint8Array;
  /** A page with the client's script in its head, which is told what it needs to stay like the page. */
  withClient(page: Uint8Array, told: ClientData): Uint8Array;
  /** Before there was a good build. */
  readonly waiting: Uint8Array;
  readonly notFound: Uint8Array;
  /** Of the person at work, in which findings are told. */
  readonly language: Language;
  /** What the client says itself. */
  readonly labels: Readonly<Record<string, string>>;
}

interface ClientData {
  /** Path of the output. */
  readonly page: string;
  readonly tag: string;
  readonly key: string;
}

/**
 * @param strings - Of both languages: pages that belong to no edition speak both.
 * @param language - Of the person at work.
 */
export function previewPages(strings: LanguageMap<Strings>, language: Language): Pages {
  const say = (key: string, language: Language): string => fill(strings[language], `tool.preview.${key}`);
  const both = (key: string): string => `<p>${escaped(say(key, 'en'))}</p><p lang="fr">${escaped(say(key, 'fr'))}</p>`;
  const inBoth = (key: string): string =>
    `${escaped(say(key, 'en'))} · <span lang="fr">${escaped(say(key, 'fr'))}</span>`;
  const labels = labelsIn(strings[language]);
  const files = clientFiles();
  return {
    own: files,
    language,
    labels,
    app({ keys, nonce, mayAct }) {
      const data = { language, labels, view: keys.view, ...(mayAct && { act: keys.act }) };
      const noscript = languages.map((each) => `<p lang="${each}">${escaped(say('needs-script', each))}</p>`).join('');
      const it = { language, nonce, title: labels.page, data: scriptData(data), noscript };
      return Buffer.from(new Eta().renderString(Buffer.from(files('app.eta') ?? []).toString(), it));
    },
    withClient(page, { page: path, tag, key }) {
      const how = path.endsWith('.xhtml')
        ? 'crossorigin="anonymous" src="/@diptych/load.js"'
        : 'type="module" src="/@diptych/page.js"';
      const html = Buffer.from(page).toString();
      const data = escaped(JSON.stringify({ page: path, tag, key, language, labels: forPages(labels) }));
      const script = `<script ${how} data-diptych="${data}"></script>`;
      const at = /<head(?:\s[^>]*)?>/i.exec(html);
      const end = at ? at.index + at[0].length : 0;
      return Buffer.from(html.slice(0, end) + script + html.slice(end));
    },
    waiting: page(both('waiting-title') + both('waiting')),
    notFound: page(`${both('not-found')}<p><a href="/">${inBoth('to-entry')}</a></p>`),
  };
}

/** By their last name. */
function labelsIn(strings: Strings): Readonly<Record<string, string>> {
  const prefix = 'tool.preview.';
  const own = Object.entries(strings).filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(own.map(([key, text]) => [key.slice(prefix.length), text]));
}

/** Pages outside the preview page say little themselves. */
function forPages(labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(['title', 'kept', 'lost', 'close'].map((key) => [key, labels[key] ?? '']));
}

function page(body: string): Uint8Array {
  const head =
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Diptych</title><link rel="stylesheet" href="/@diptych/client.css">';
  return Buffer.from(`<!doctype html><html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`);
}
