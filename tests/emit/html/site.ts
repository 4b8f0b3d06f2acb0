import { emitEntry, emitHtml } from '../../../pipeline/emit/html/index.ts';
import type { EmitOptions, OutputFile, OutputFormat, Settings } from '../../../pipeline/model/index.ts';
import { templates } from '../../helpers/templates.ts';
import { specimen } from './specimen.ts';

export const emitOptions: EmitOptions = { instant: '2005-04-19T00:00:00Z', generator: 'Diptych 0.1.0' };

/** The whole site of the specimen, with packages of a known size to lead to. */
export function specimenSite(settings: Partial<Settings> = {}): readonly OutputFile[] {
  const editions = [specimen('en', settings), specimen('fr', settings)];
  const site = emitHtml(editions, templates(), emitOptions).value;
  const downloads = editions.flatMap(({ id, tag }) => [packageOf('pdf', id, tag), packageOf('epub', id, tag)]);
  const entry = emitEntry(editions, templates(), { ...emitOptions, downloads });
  return [...site, ...downloads, ...entry];
}

function packageOf(format: OutputFormat, edition: 'en' | 'fr', tag: string): OutputFile {
  return { path: `sample-${edition}.${format}`, format, edition, languages: [tag], bytes: new Uint8Array(245_001) };
}

export function pagesOf(files: readonly OutputFile[]): readonly { readonly path: string; readonly html: string }[] {
  return files
    .filter(({ path }) => path.endsWith('.html'))
    .map(({ path, bytes }) => ({ path, html: new TextDecoder().decode(bytes) }));
}

export function pageAt(files: readonly OutputFile[], path: string): string {
  const page = pagesOf(files).find((candidate) => candidate.path === path);
  if (!page) throw new Error(`No page “${path}”`);
  return page.html;
}
