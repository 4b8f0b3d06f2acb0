import { type Edition, type EmitOptions, fill, type Language, type Templates } from '../../model/index.ts';
import { type Render, renderer } from './render.ts';

/** What every page is made from. */
export interface Site {
  /** In the order of `settings.order`. */
  readonly editions: readonly Edition[];
  readonly templates: Templates;
  readonly options: EmitOptions;
  readonly render: Render;
}

export function siteOf(editions: readonly Edition[], templates: Templates, options: EmitOptions): Site {
  const order: readonly Language[] = editions[0]?.settings.order ?? [];
  const rank = (edition: Edition): number => order.indexOf(edition.language);
  const ordered = [...editions].sort((one, other) => rank(one) - rank(other));
  return { editions: ordered, templates, options, render: renderer(templates) };
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
