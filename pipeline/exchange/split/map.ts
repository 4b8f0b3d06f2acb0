import type { Piece } from './sides.ts';

/** What `split` leaves beside the files of each language, so that `join` can restore every byte. */
export interface SplitMap {
  readonly version: 2;
  readonly files: readonly SplitFile[];
}

export interface SplitFile {
  /** `source/plan.md`. */
  readonly path: string;
  /** Without its byte-order mark. */
  readonly text: string;
  /** It began with a byte-order mark. */
  readonly mark?: true;
  /** What was made of it, by its path: `en/plan.md`. */
  readonly sides: Readonly<Record<string, readonly Piece[]>>;
}

/** The map, if that is what it is, and whole. */
export function readSplitMap(json: string): SplitMap | undefined {
  try {
    const value = JSON.parse(json) as Partial<SplitMap>;
    return value.version === 2 && Array.isArray(value.files) && value.files.every(isFile)
      ? (value as SplitMap)
      : undefined;
  } catch {
    return undefined;
  }
}

function isFile(value: Partial<SplitFile> | null): boolean {
  if (typeof value?.path !== 'string' || typeof value.text !== 'string' || !isBelow(value.path, ['source']))
    return false;
  const sides: unknown = value.sides;
  return (
    typeof sides === 'object' &&
    sides !== null &&
    Object.keys(sides).every((path) => isBelow(path, ['en', 'fr', 'other'])) &&
    Object.values(sides).every((pieces) => Array.isArray(pieces) && pieces.every(isPiece))
  );
}

/** Nothing is read or written anywhere else, whoever wrote the map. */
function isBelow(path: string, folders: readonly string[]): boolean {
  const [folder = '', ...rest] = path.split(/[\\/]/);
  return folders.includes(folder) && rest.length > 0 && !rest.includes('..');
}

function isPiece(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.length === 2 && value.every(Number.isInteger));
}
