import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isSame, type Memory, type OutputFile } from '../../model/index.ts';
import { picturePath } from './address.ts';
import type { Site } from './site.ts';

/** Faces that the style sheet names, and their licences; under `templates/html/fonts/`. */
const fonts = [
  'SourceSerif4-Regular.ttf.woff2',
  'SourceSerif4-It.ttf.woff2',
  'SourceSerif4-Bold.ttf.woff2',
  'SourceSerif4-BoldIt.ttf.woff2',
  'SourceSans3VF-Upright.ttf.woff2',
  'SourceSans3-It.ttf.woff2',
  'SourceCodePro-Regular.ttf.woff2',
  'source-serif-licence.md',
  'source-sans-licence.md',
  'source-code-pro-licence.md',
] as const;

/** `theme.js` runs before a page is painted; `search.js` on the search page alone. */
const scripts = ['theme.js', 'site.js', 'popovers.js', 'search.js'];

/**
 * What pages share: style sheet, script, faces, and the pictures of all editions, each once.
 *
 * @param indexes - The words of each edition, for its search page.
 */
export function assetFiles(
  { editions, bilingual, templates }: Site,
  indexes: readonly OutputFile[],
  memory: Memory,
): readonly OutputFile[] {
  const own = ['style.css', 'icon.svg', ...scripts, ...fonts.map((name) => `fonts/${name}`)];
  const pictures = new Map([...editions, ...(bilingual ? [bilingual] : [])].flatMap((edition) => [...edition.assets]));
  const shared = memory.recall('shared', [templates], (before?: readonly OutputFile[]) =>
    own.map((name) => {
      const made = assetFile(`assets/${name}`, templates.bytes(`html/${name}`));
      return before?.find((file) => isSame(file, made)) ?? made;
    }),
  );
  const engine = memory.recall('engine', [], () => assetFile('assets/minisearch.js', searchEngine()));
  return [
    ...shared,
    ...(editions.length > 0 ? [engine] : []),
    ...indexes,
    ...[...pictures.values()].map((asset) =>
      memory.part(asset.path).recall('picture', [asset], () => assetFile(picturePath(asset.path), asset.bytes)),
    ),
  ];
}

/** The search engine as a classic script, which runs from a folder too; its package's door has only modules. */
function searchEngine(): Uint8Array {
  const door = createRequire(import.meta.url).resolve('minisearch'); // dist/cjs/index.cjs
  return readFileSync(join(dirname(door), '../umd/index.js'));
}

function assetFile(path: string, bytes: Uint8Array): OutputFile {
  return { path, format: 'asset', languages: [], bytes };
}
