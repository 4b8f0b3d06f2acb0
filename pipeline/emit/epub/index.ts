import type { Edition, EmitOptions, OutputFile, Staged, Templates } from '../../model/index.ts';

/** One EPUB 3 book in the edition's language: `<publication id>-<edition>.epub`. */
export function emitEpub(
  _edition: Edition,
  _templates: Templates,
  _options: EmitOptions,
): Promise<Staged<readonly OutputFile[]>> {
  throw new Error('not yet');
}
