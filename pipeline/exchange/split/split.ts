import type { Nodes } from 'mdast';
import { applyEdits, type TextEdit } from '../../edit/index.ts';
import { type Language, languages, type SourceDocument, type SourceFile } from '../../model/index.ts';
import { rangesIn } from '../ranges.ts';
import { markOf } from '../translations/unit.ts';

/** What `split` leaves beside the files of each language, so that `join` can restore every byte. */
export interface SplitMap {
  readonly version: 1;
  readonly files: readonly SplitFile[];
}

interface SplitFile {
  /** `source/plan.md`. */
  readonly path: string;
  readonly text: string;
  /** Of what was made of it, by its path: `en/plan.md`. */
  readonly marks: Readonly<Record<string, string>>;
}

export interface Split {
  /** Paths relative to the folder of the split. */
  readonly files: readonly SourceFile[];
  readonly map: SplitMap;
}

/** Each language's own files: what both share stands in both, what stood inline in its place. */
export function splitDocuments(documents: readonly SourceDocument[]): Split {
  const files: SourceFile[] = [];
  const map: SplitFile[] = [];
  for (const document of documents) {
    for (const { path, text, made } of madeOf(document)) {
      files.push(...made);
      map.push({ path, text, marks: Object.fromEntries(made.map((file) => [file.path, markOf(file.text)])) });
    }
  }
  return { files, map: { version: 1, files: map } };
}

/** A file in one language is copied to that language's folder. */
function madeOf(document: SourceDocument): readonly (SourceFile & { readonly made: readonly SourceFile[] })[] {
  const name = (path: string): string => path.replace(/^source\//, '');
  const ofOther = (document.files ?? []).filter(({ path }) => path !== document.path);
  const languageOf = (path: string): Language | undefined => {
    const found = document.tree.children.flatMap((node) => (node.type === 'pair' ? node.children : []));
    return found.find((side) => side.position?.path === path)?.language;
  };
  const isPaired = ofOther.some(({ path }) => languageOf(path) !== undefined);
  if (isPaired || languageOf(document.path)) {
    return [document, ...ofOther].map(({ path, text }) => {
      const folder = languageOf(path) ?? 'other';
      return { path, text, made: [{ path: `${folder}/${name(path)}`, text }] };
    });
  }
  const made = languages.map((language) => ({
    path: `${language}/${name(document.path)}`,
    text: sideText(document, language),
  }));
  const parts = ofOther.map(({ path, text }) => ({ path, text, made: [{ path: `other/${name(path)}`, text }] }));
  return [{ path: document.path, text: document.text, made }, ...parts];
}

/** The document as readers of one language have it, in Markdown. */
function sideText(document: SourceDocument, language: Language): string {
  const { text, path } = document;
  const rangeOf = rangesIn(new Map([['', document]]));
  const edits: TextEdit[] = [];
  const cut = (start: number, end: number): unknown => edits.push({ start, end, text: '' });
  const visit = (node: Nodes): void => {
    if (
      (node.type === 'variant' || node.type === 'phrasingVariant') &&
      node.position &&
      (node.position.path ?? path) === path
    ) {
      const { start, end } = rangeOf({ start: node.position.start, end: node.position.end });
      const written = text.slice(start, end);
      if (node.language !== language) {
        cut(start, end);
        return;
      }
      const [opening, closing] =
        node.type === 'variant'
          ? [/^:{3,}[^\r\n]*(?:\r\n|\n|\r)?/.exec(written), /(?:[ \t>]*):{3,}[ \t]*$/.exec(written)]
          : [/^:\w+\[/.exec(written), /\](?:\{[^{}]*\})?$/.exec(written)];
      if (opening && closing && closing.index >= opening[0].length) {
        cut(start, start + opening[0].length);
        cut(start + closing.index, end);
      }
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(document.tree);
  return applyEdits(text, edits);
}

/** What the map restores: files none of whose halves was changed. The rest is to be joined by what they say. */
export function restored(
  map: SplitMap,
  now: ReadonlyMap<string, string>,
): { readonly whole: readonly SourceFile[]; readonly changed: readonly string[] } {
  const isSame = ({ marks }: SplitFile): boolean =>
    Object.entries(marks).every(([path, mark]) => markOf(now.get(path) ?? '') === mark);
  return {
    whole: map.files.filter(isSame).map(({ path, text }) => ({ path, text })),
    changed: map.files.filter((file) => !isSame(file)).flatMap(({ marks }) => Object.keys(marks)),
  };
}

/** The map, if that is what it is. */
export function readSplitMap(json: string): SplitMap | undefined {
  try {
    const value = JSON.parse(json) as Partial<SplitMap>;
    return value.version === 1 && Array.isArray(value.files) ? (value as SplitMap) : undefined;
  } catch {
    return undefined;
  }
}
