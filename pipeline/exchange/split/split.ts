import { type Language, languages, type SourceDocument, type SourceFile } from '../../model/index.ts';
import type { SplitFile, SplitMap } from './map.ts';
import { sideOf, textOfPieces } from './sides.ts';

export interface Split {
  /** Paths relative to the folder of the split. */
  readonly files: readonly SourceFile[];
  readonly map: SplitMap;
}

/**
 * Each language's own files: what both share stands in both, what stood inline in its place.
 *
 * @param marked - Paths of the files that begin with a byte-order mark.
 */
export function splitDocuments(documents: readonly SourceDocument[], marked: ReadonlySet<string>): Split {
  const made = new Map(documents.flatMap(madeOf).map((file) => [file.path, file]));
  const map = [...made.values()].map((file) => ({ ...file, ...(marked.has(file.path) && { mark: true as const }) }));
  const files = map.flatMap(({ text, sides }) =>
    Object.entries(sides).map(([path, pieces]) => ({ path, text: textOfPieces(pieces, text) })),
  );
  return { files, map: { version: 2, files: map } };
}

/** A file in one language is copied to that language's folder. */
function madeOf(document: SourceDocument): readonly SplitFile[] {
  const name = (path: string): string => path.replace(/^source\//, '');
  const ofOther = (document.files ?? []).filter(({ path }) => path !== document.path);
  const languageOf = (path: string): Language | undefined => {
    const found = document.tree.children.flatMap((node) => (node.type === 'pair' ? node.children : []));
    return found.find((side) => side.position?.path === path)?.language;
  };
  const whole = ({ path, text }: SourceFile, folder: string): SplitFile => {
    return { path, text, sides: { [`${folder}/${name(path)}`]: [[0, text.length]] } };
  };
  const isPaired = ofOther.some(({ path }) => languageOf(path) !== undefined);
  if (isPaired || languageOf(document.path)) {
    return [document, ...ofOther].map((file) => whole(file, languageOf(file.path) ?? 'other'));
  }
  const sides = languages.map(
    (language) => [`${language}/${name(document.path)}`, sideOf(document, language)] as const,
  );
  const own: SplitFile = { path: document.path, text: document.text, sides: Object.fromEntries(sides) };
  return [own, ...ofOther.map((file) => whole(file, 'other'))];
}
