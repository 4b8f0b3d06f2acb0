import { textIn, walk } from '../../align/index.ts';
import { type Language, languages, pageName, type SourceDocument } from '../../model/index.ts';
import { blocksOf, type SourceBlock } from './blocks.ts';

/** A place in the source; line and column are 1-based. */
export interface Point {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export interface BlockPlace {
  readonly document: string;
  readonly id: string;
  readonly language?: Language;
}

/** A document and its pages, where they are published. */
export interface DocumentPages {
  readonly id: string;
  readonly title: string;
  readonly pages: Readonly<Record<'en' | 'fr' | 'bilingual', string>>;
}

/** Where what is shown comes from: asked when a person points at it, and for findings. Outputs know nothing of it. */
export class Origins {
  readonly #documents: readonly SourceDocument[];

  /** @param documents - As plugins left them: with the ids that outputs have. */
  constructor(documents: readonly SourceDocument[]) {
    this.#documents = documents;
  }

  /** @param language - In which titles are told. */
  pages(language: Language): readonly DocumentPages[] {
    return this.#documents.map(({ id, title, slug, tree }) => ({
      id,
      title: title?.[language] ?? headingOf(tree, language) ?? id,
      pages: {
        en: `en/${pageName(slug.en)}`,
        fr: `fr/${pageName(slug.fr)}`,
        bilingual: `bilingual/${pageName(id)}`,
      },
    }));
  }

  /**
   * Where to change what a page shows.
   *
   * @param page - Path of the page; or its name alone, or the id of its document, as chapters of books are called.
   * @param ids - Of the block and of those around it, the innermost first.
   */
  pointOf(page: string, ids: readonly string[], language: Language): Point | undefined {
    const at = this.pages(language).findIndex(({ id, pages }) => {
      const paths = Object.values(pages);
      return id === page || paths.includes(page) || paths.some((path) => path.endsWith(`/${page}.html`));
    });
    const document = this.#documents[at];
    if (!document) return undefined;
    const blocks = blocksOf(document);
    for (const typed of ids) {
      const [, id = typed, own] = /^(.*)--(en|fr)$/.exec(typed) ?? [];
      const wanted = languages.find((language) => language === own) ?? language;
      const found = sideOf(
        blocks.filter((block) => block.id === id),
        wanted,
      );
      if (found) return { path: found.path, line: found.line, column: found.column };
    }
    return { path: document.path, line: 1, column: 1 };
  }

  /** The innermost block at a line of a file. */
  blockAt(path: string, line: number): BlockPlace | undefined {
    for (const document of this.#documents) {
      if (document.path !== path && !document.files?.some((file) => file.path === path)) continue;
      const around = blocksOf(document).filter(
        (block) => block.path === path && block.firstLine <= line && line <= block.lastLine,
      );
      const found = around.at(-1) ?? blocksOf(document)[0];
      if (found) return { document: document.id, id: found.id, ...(found.language && { language: found.language }) };
    }
    return undefined;
  }
}

/** Of the document, in its text; what stands first there may be a smaller one. */
function headingOf(tree: SourceDocument['tree'], language: Language): string | undefined {
  const found: string[] = [];
  walk(tree, (node, { languages: shown }) => {
    if (node.type === 'heading' && node.depth === 1 && shown.includes(language))
      found.push(textIn(node, language).trim());
    return found.length > 0 ? 'skip' : undefined;
  });
  return found[0];
}

/** The side in that language, else what both share, else the other side. */
function sideOf(blocks: readonly SourceBlock[], language: Language): SourceBlock | undefined {
  return blocks.find((block) => block.language === language) ?? blocks.find((block) => !block.language) ?? blocks[0];
}
