import { slugOf } from '../language/index.ts';
import { type Diagnostic, diagnose, type SourceDocument } from '../model/index.ts';
import { isSafeName } from './ids.ts';
import { type ReadFile, titleFaults } from './readFile.ts';
import { nameOf } from './sides.ts';

/** A document, and what decides its place among the others. */
export interface ReadDocument {
  readonly document: SourceDocument;
  /** What `documents:` may call it: paths under `source/`, without `.md`. */
  readonly names: readonly string[];
  readonly order: number | undefined;
  /** Its id comes from its file's name. */
  readonly derived: boolean;
}

/** A file that both languages share. */
export function sharedDocument(file: ReadFile): { document: ReadDocument; diagnostics: readonly Diagnostic[] } {
  const { path, text, tree, included } = file;
  const { id: authored, title, description, slug, modified, changes, order } = file.front;
  const name = nameOf(path);
  const id = authored ?? idOf(name);
  const document: SourceDocument = {
    id,
    slug: slug ?? { en: id, fr: id },
    path,
    ...(title && { title }),
    ...(description && { description }),
    ...(changes && { changes }),
    ...(modified && { modified }),
    text,
    ...(included.length > 0 && { files: included }),
    tree,
    ...ownYaml(file.front),
  };
  return {
    document: { document, names: [name], order, derived: authored === undefined },
    diagnostics: titleFaults(file),
  };
}

/** What front matter waives, and where its texts stand. */
export function ownYaml({ waivers, places }: ReadFile['front']): Pick<SourceDocument, 'waivers' | 'places'> {
  return {
    ...(waivers && { waivers }),
    ...(places && Object.keys(places).length > 0 && { places }),
  };
}

/** Documents whose name gives no id. */
export function idFaults({ document: { id, path } }: ReadDocument): Diagnostic[] {
  if (isSafeName(id)) return [];
  return [diagnose('front-matter-is-valid', { path, details: { variant: 'no-id', name: nameOf(path) } })];
}

/** The file's own name; where it could not be an address, what is left of it in plain letters. */
export function idOf(name: string): string {
  const own = name.split('/').at(-1) ?? name;
  return isSafeName(own) ? own : slugOf(own);
}
