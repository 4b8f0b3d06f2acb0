import type { Edition, EmitOptions, OutputFile, Staged, Templates } from '../../model/index.ts';

/** Options of the entry page: it states the sizes of everything else. */
export interface EntryOptions extends EmitOptions {
  readonly downloads: readonly OutputFile[];
}

/** The site: a page for each document and language, contents pages, style sheet, scripts, fonts and pictures. */
export function emitHtml(
  _editions: readonly Edition[],
  _templates: Templates,
  _options: EmitOptions,
): Staged<readonly OutputFile[]> {
  throw new Error('not yet');
}

/** The bilingual entry page `index.html`; written last, since it states the sizes of the downloads. */
export function emitEntry(
  _editions: readonly Edition[],
  _templates: Templates,
  _options: EntryOptions,
): readonly OutputFile[] {
  throw new Error('not yet');
}
