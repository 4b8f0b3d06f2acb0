import { offsetsIn, type Point, type Position, type SourceFile } from '../model/index.ts';

/** Where a position begins and ends in its file; end exclusive. */
export type RangeOf = (position: Position) => { readonly start: number; readonly end: number };

/** Offsets that come from the parser know it; those of raw HTML know line and column. */
export function rangesIn(files: ReadonlyMap<string, SourceFile>): RangeOf {
  const counted = new Map<string, ReturnType<typeof offsetsIn>>();
  return ({ start, end, path = '' }) => {
    const at = (point: Point & { readonly offset?: number | undefined }): number => {
      if (point.offset !== undefined) return point.offset;
      const offsetAt = counted.get(path) ?? offsetsIn(files.get(path)?.text ?? '');
      counted.set(path, offsetAt);
      return offsetAt(point);
    };
    return { start: at(start), end: at(end) };
  };
}
