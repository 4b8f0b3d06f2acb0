import { createHash } from 'node:crypto';
import type { Manifest, OutputFile } from '../model/index.ts';

/** Stands in every output folder as `.gitignore`; by it, too, we know a folder as ours. */
export const ignoreFile = '# Publications are built here; they are not kept in the history.\n*\n!.gitignore\n';

/** What is in the folder, sorted by path in code-unit order; the manifest and the ignore file are not listed. */
export function manifestOf(
  files: readonly OutputFile[],
  { draft }: { readonly draft?: boolean | undefined } = {},
): Manifest {
  return {
    ...(draft && { draft: true }),
    files: files
      .map(({ path, format, edition, languages, bytes }) => ({
        path,
        format,
        ...(edition && { edition }),
        languages,
        bytes: bytes.byteLength,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
