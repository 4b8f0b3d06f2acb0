import type { OutputFile, Templates } from '../../model/index.ts';
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

/** What pages share: style sheet, script, faces, and the pictures of all editions, each once. */
export function assetFiles({ editions, bilingual }: Site, templates: Templates): readonly OutputFile[] {
  const own = ['style.css', 'site.js', ...fonts.map((name) => `fonts/${name}`)];
  const pictures = new Map([...editions, ...(bilingual ? [bilingual] : [])].flatMap((edition) => [...edition.assets]));
  return [
    ...own.map((name) => assetFile(`assets/${name}`, templates.bytes(`html/${name}`))),
    ...[...pictures.values()].map((asset) => assetFile(picturePath(asset.path), asset.bytes)),
  ];
}

function assetFile(path: string, bytes: Uint8Array): OutputFile {
  return { path, format: 'asset', languages: [], bytes };
}
