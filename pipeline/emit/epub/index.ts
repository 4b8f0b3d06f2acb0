/** Edition → EPUB 3. */
export { emitEpub } from './emit.ts';
export { packageEpub } from './package.ts';
export type { EpubPublication } from './publication.ts';
