import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageFolder } from '../about.ts';

const require = createRequire(import.meta.url);

/** Files of other packages that the preview's pages load, by the names that they have there; nothing comes from elsewhere. */
const borrowed: Readonly<Record<string, () => string>> = {
  'morphdom.js': () => require.resolve('morphdom/dist/morphdom-esm.js'),
  'morphdom-licence.txt': () => require.resolve('morphdom/LICENSE'),
  'pdf.mjs': () => require.resolve('pdfjs-dist/build/pdf.min.mjs'),
  'pdf.worker.mjs': () => require.resolve('pdfjs-dist/build/pdf.worker.min.mjs'),
  'pdf-licence.txt': () => require.resolve('pdfjs-dist/LICENSE'),
};

const fonts = ['SourceSans3VF-Upright.ttf.woff2', 'SourceCodePro-Regular.ttf.woff2'];

/**
 * The preview's own scripts, styles and fonts. Read when they are first asked for.
 *
 * @returns By name, without a folder; undefined for what is none of them.
 */
export function clientFiles(): (name: string) => Uint8Array | undefined {
  const folder = join(packageFolder, 'templates/preview');
  const paths = new Map<string, () => string>(
    readdirSync(folder).map((name): [string, () => string] => [name, () => join(folder, name)]),
  );
  for (const name of fonts) paths.set(name, () => join(packageFolder, 'templates/html/fonts', name));
  for (const [name, path] of Object.entries(borrowed)) paths.set(name, path);

  const read = new Map<string, Uint8Array>();
  return (name) => {
    const path = paths.get(name);
    if (!path) return undefined;
    const bytes = read.get(name) ?? readFileSync(path());
    read.set(name, bytes);
    return bytes;
  };
}
