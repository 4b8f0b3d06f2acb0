import type { Asset } from '../../model/index.ts';
import { plain } from './parts.ts';
import type { EpubFile } from './publication.ts';

const extensions: Record<Asset['mediaType'], string> = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** The pictures that the book shows, and no others: a picture is taken in when its address is asked for. */
export interface Pictures {
  /** @throws when the edition has no such asset. */
  readonly address: (path: string) => string;
  /** By address. */
  readonly files: () => EpubFile[];
}

export function picturesOf(assets: ReadonlyMap<string, Asset>): Pictures {
  const used = new Map<string, EpubFile>();
  const paths = [...assets.keys()].sort();
  const address = (path: string): string => {
    const asset = assets.get(path);
    if (!asset) throw new Error(`No asset “${path}”`);
    const number = paths.indexOf(path) + 1;
    const name = plain(path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, ''));
    const file = {
      id: `picture-${number}`,
      path: `images/${number}-${name}.${extensions[asset.mediaType]}`,
      mediaType: asset.mediaType,
      bytes: asset.bytes,
    };
    used.set(path, file);
    return file.path;
  };
  return { address, files: () => [...used.values()].sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
