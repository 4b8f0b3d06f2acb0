import type { Language, OutputFile } from '../../model/index.ts';
import type { FormatState, News, Preview, Shown, ShownFormat } from '../preview.ts';
import { shownFormats } from '../preview.ts';
import { patchBetween, type Splice } from '../sections/index.ts';
import type { DocumentPages } from '../source/index.ts';
import { isSame, loadedBy, tagOf } from '../tags.ts';

/** What a browser is told; each has a number on its stream, one more than the one before. */
export type Message =
  /** Sections of a page changed: `from` is the tag of the page that they fit. */
  | {
      readonly type: 'patch';
      readonly page: string;
      readonly from: string;
      readonly tag: string;
      readonly splices: readonly Splice[];
    }
  /** Style sheets changed that the page loads. */
  | { readonly type: 'css'; readonly page: string; readonly paths: readonly string[] }
  /** The page must be fetched as a whole; `load`: with all that it loads. */
  | { readonly type: 'full'; readonly page: string; readonly tag: string; readonly load?: true }
  /** A book was made anew. */
  | { readonly type: 'pdf' | 'epub'; readonly path: string; readonly tag: string }
  | ({ readonly type: 'diagnostics' } & News)
  /** How each format stands to the source. */
  | { readonly type: 'state'; readonly formats: Readonly<Record<ShownFormat, FormatState>> }
  | { readonly type: 'contents'; readonly documents: readonly DocumentPages[]; readonly files: readonly ShownFile[] };

interface ShownFile {
  readonly path: string;
  readonly format: ShownFormat;
  readonly edition?: string;
  /** Of books. */
  readonly tag?: string;
}

/** Several browsers look at one page: its patch is found once. */
const patches = new WeakMap<OutputFile, { readonly from: string; readonly message: Message }>();

const jsons = new WeakMap<Message, string>();

/** Made once for all that are told it. */
export function jsonOf(message: Message): string {
  const json = jsons.get(message) ?? JSON.stringify(message);
  jsons.set(message, json);
  return json;
}

/** For who looks at one page. */
export function pageMessages(page: string, { before, after }: Shown): readonly Message[] {
  const [old, made] = [before.get(page), after.get(page)];
  if (!made) return old || page === '' ? [fullMessage(page, after)] : [];
  const changed = [...new Set([...loadedBy(made), ...(old ? loadedBy(old) : [])])].filter(
    (path) => !isSame(before.get(path), after.get(path)),
  );
  const styles = changed.filter((path) => path.endsWith('.css'));
  if (!old || changed.length > styles.length) return [{ ...fullMessage(page, after), load: true }];
  return [
    ...(isSame(old, made) ? [] : [patchMessage(old, made)]),
    ...(styles.length > 0 ? [{ type: 'css', page, paths: styles } as const] : []),
  ];
}

function patchMessage(old: OutputFile, made: OutputFile): Message {
  const [from, tag] = [tagOf(old), tagOf(made)];
  const known = patches.get(made);
  if (known?.from === from) return known.message;
  const splices = patchBetween(Buffer.from(old.bytes).toString(), Buffer.from(made.bytes).toString());
  const page = made.path;
  const message: Message = splices ? { type: 'patch', page, from, tag, splices } : { type: 'full', page, tag };
  patches.set(made, { from, message });
  return message;
}

export function fullMessage(page: string, files: Shown['after']): Extract<Message, { type: 'full' }> {
  const file = files.get(page);
  return { type: 'full', page, tag: file ? tagOf(file) : 'none' };
}

export function bookMessages({ before, after }: Shown): readonly Message[] {
  if (before === after) return [];
  return [...after.values()].flatMap((file) => {
    const { path, format } = file;
    if ((format !== 'pdf' && format !== 'epub') || isSame(before.get(path), file)) return [];
    return [{ type: format, path, tag: tagOf(file) }];
  });
}

/** Of one state of the preview; several browsers ask. */
const contents = new WeakMap<object, { readonly origins: unknown; readonly json: string }>();

/** What the preview page leads to, as JSON. */
export function contentsJson(preview: Preview, language: Language): string {
  const { origins, files } = preview;
  const known = contents.get(files);
  if (known && known.origins === origins) return known.json;
  const json = JSON.stringify(contentsMessage(preview, language));
  contents.set(files, { origins, json });
  return json;
}

function contentsMessage({ origins, files }: Preview, language: Language): Message {
  const shown = [...files.values()].flatMap((file) => {
    const format = shownFormats.find((format) => format === file.format);
    if (!format || (format === 'html' && !file.path.endsWith('.html'))) return [];
    const book = format !== 'html' && { tag: tagOf(file), ...(file.edition && { edition: file.edition }) };
    return [{ path: file.path, format, ...book }];
  });
  return { type: 'contents', documents: origins?.pages(language) ?? [], files: shown };
}
