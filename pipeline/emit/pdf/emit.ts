import type { Edition, EmitOptions, OutputFile, Staged, Templates } from '../../model/index.ts';

/** Lays an edition out and paints it: one file, `<publication id>-<edition>.pdf`. */
export async function emitPdf(
  _edition: Edition,
  _templates: Templates,
  _options: EmitOptions,
): Promise<Staged<readonly OutputFile[]>> {
  throw new Error('not yet');
}
