import {
  type BilingualDocument,
  type BilingualEdition,
  type Edition,
  type EditionDocument,
  type EmitOptions,
  fill,
  kept,
  type Language,
  type Memory,
  type Templates,
  visit,
} from '../../model/index.ts';
import { type Definitions, definitionsIn } from './definitions.ts';
import { type Render, renderer } from './render.ts';
import { rowIds } from './rows.ts';

/** What every page is made from. */
export interface Site {
  /** In the order of `settings.order`. */
  readonly editions: readonly Edition[];
  /** The one of both languages, where there is one. */
  readonly bilingual?: BilingualEdition;
  readonly templates: Templates;
  readonly options: EmitOptions;
  readonly render: Render;
  /** What `idsOf` has found. */
  readonly ids: Map<EditionDocument | BilingualDocument, ReadonlySet<string>>;
  /** Of each edition, its glossary's. */
  readonly definitions: ReadonlyMap<Edition, Definitions>;
}

/** An edition in one language or in both. */
export type AnyEdition = Edition | BilingualEdition;

/** @param all - Of the bilingual ones, the first makes pages. */
export function siteOf(
  all: readonly AnyEdition[],
  templates: Templates,
  { memory, ...options }: EmitOptions & { readonly memory: Memory },
): Site {
  const order: readonly Language[] = all[0]?.settings.order ?? [];
  const rank = (edition: Edition): number => order.indexOf(edition.language);
  const editions = all.filter((edition) => 'language' in edition).sort((one, other) => rank(one) - rank(other));
  const bilingual = all.find((edition): edition is BilingualEdition => !('language' in edition));
  const definitions = new Map(
    [...editions, ...Object.values(bilingual?.sides ?? {})].map((edition: Edition): [Edition, Definitions] => {
      const glossary = edition.documents.filter(({ kind }: EditionDocument) => kind === 'glossary');
      const make = (before?: Definitions): Definitions => kept(definitionsIn(edition), before);
      return [edition, memory.recall(`definitions ${edition.id}`, glossary, make)];
    }),
  );
  const render = memory.recall('renderer', [templates], () => renderer(templates));
  return { editions, ...(bilingual && { bilingual }), templates, options, render, ids: new Map(), definitions };
}

export function idsIn({ tree }: EditionDocument): ReadonlySet<string> {
  const ids = new Set<string>();
  visit(tree, ({ data }) => {
    if (data?.id !== undefined) ids.add(data.id);
  });
  return ids;
}

/** Anchors of a document's blocks; none where there is no document. */
export function idsOf({ ids }: Site, document: EditionDocument | BilingualDocument | undefined): ReadonlySet<string> {
  if (!document) return new Set();
  const found = ids.get(document) ?? ('tree' in document ? idsIn(document) : rowIds(document));
  ids.set(document, found);
  return found;
}

/** The editions whose words stand on pages of both languages, be they published by themselves or not. */
export function leavesIn({ editions, bilingual }: Pick<Site, 'editions' | 'bilingual'>): readonly Edition[] {
  if (editions.length > 0 || !bilingual) return editions;
  return bilingual.order.map((language) => bilingual.sides[language]);
}

export function definitionsOf({ definitions }: Site, edition: Edition): Definitions {
  return definitions.get(edition) ?? new Map();
}

/** Address of a file of the site on the web; undefined where the publication does not state where it will stand. */
export function absoluteIn({ settings: { url } }: Pick<Edition, 'settings'>, path: string): string | undefined {
  return url === undefined ? undefined : new URL(path, url.endsWith('/') ? url : `${url}/`).href;
}

export function editionIn(site: Site, language: Language): Edition | undefined {
  return site.editions.find((edition) => edition.language === language);
}

/** Words of the edition's language, by their key under `edition`. */
export type Word = (key: string, details?: Readonly<Record<string, string | number>>) => string;

/** A page's title as its head has it: that of a draft says so. */
export function titled(edition: Pick<Edition, 'strings' | 'draft'>, title: string): string {
  return edition.draft ? wordsOf(edition)('draft.title', { title }) : title;
}

export interface DraftNotice {
  readonly mark: string;
  readonly notice: string;
}

/** What every page of a draft says of itself. */
export function draftNotice(edition: Edition): DraftNotice | undefined {
  const word = wordsOf(edition);
  return edition.draft ? { mark: word('draft.mark'), notice: word('draft.notice') } : undefined;
}

export function wordsOf(edition: Pick<Edition, 'strings'>): Word {
  return (key, details) => fill(edition.strings, `edition.${key}`, details);
}
