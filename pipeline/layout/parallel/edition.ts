import {
  type BilingualDocument,
  type BilingualEdition,
  type Diagnostic,
  fill,
  type Language,
  type LanguageMap,
  languages,
  type Staged,
} from '../../model/index.ts';
import { setNote } from '../blocks/index.ts';
import { joined, titlesOf } from '../bothLanguages.ts';
import { type Chapter, settleChapters } from '../chapters.ts';
import type { Destination, PagedEdition } from '../display.ts';
import { evened, labelsIn, unsettledAt, withKnownTargets } from '../edition.ts';
import type { LayoutResources } from '../makeTools.ts';
import type { Pages } from '../settle.ts';
import { startsOf } from '../starts.ts';
import { closeElement, openElement } from '../structure.ts';
import type { Tools } from '../tools.ts';
import { composeBook, type Plan } from './compose.ts';
import { contentsRows } from './contents.ts';
import { colophonPages, titlePages } from './front.ts';
import { outlineOf } from './outline.ts';
import { blankPage } from './place.ts';
import { columnOf, makePress, type Press, sidesOf } from './press.ts';
import { setRows } from './rows.ts';

/**
 * Sets both languages, every pair level with its other half, or above it. The order of the book, and how its pages are
 * numbered, are those of an edition in one language; in its structure each language is whole, in one `Part` of each
 * chapter.
 */
export function layoutBilingual(edition: BilingualEdition, resources: LayoutResources): Staged<PagedEdition> {
  const press = makePress(edition, resources);
  const [first] = edition.order;
  const root = openElement('Document', undefined, { lang: edition.sides[first].tag, title: joined(titlesOf(edition)) });
  const [front, listing, last] = [openElement('Sect', root), openElement('Sect', root), openElement('Sect')];

  const end: Plan = { pages: colophonPages(sidesOf(last, press), press.arrangement), folio: true };
  const settled = settleChapters(edition.documents, chapterMaker(press), {
    labelsIn: (plans) => labelsIn([...plans, end], press.arrangement.first),
    chapters: resources.chapters,
  });
  root.parts.push(...settled.parts.map(({ sect }) => sect), last);
  const contents: Plan = {
    pages: press.arrangement.fillList(
      contentsRows(edition.contents, sidesOf(listing, press), (name) => settled.labels.get(name)),
    ),
    heads: edition.order.map((language) => fill(edition.sides[language].strings, 'edition.contents')),
    folio: true,
  };
  const title: Plan = { pages: titlePages(sidesOf(front, press), press.arrangement), folio: false };

  const destinations = new Map<string, Destination>();
  const composed = composeBook(
    [...evened([title, contents], blankPage, press.arrangement.kind === 'facing' ? 1 : 0)],
    [...settled.parts.map(({ plan }) => plan), end],
    { press, destinations },
  );
  const pages = composed.map((page) => withKnownTargets(page, destinations));
  return {
    value: {
      pages,
      structure: closeElement(root),
      outline: outlineOf(press, destinations),
      destinations,
      starts: startsOf(pages, {
        title,
        contents,
        chapters: settled.parts,
        colophon: end,
        documents: edition.documents,
      }),
    },
    diagnostics: mended(press, [
      ...languages.flatMap((language) => press.tools[language].diagnostics),
      ...settled.parts.flatMap(({ diagnostics }) => diagnostics),
      ...settled.unsettled.map((destination) => unsettledAt(destination, edition.sides[first])),
    ]),
  };
}

/** Half as wide as a page of one language, columns have loose lines and small tables that no author could mend. */
function mended({ arrangement }: Press, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (arrangement.kind !== 'columns') return diagnostics;
  return diagnostics.filter(
    ({ rule, severity }) => rule !== 'loose-line' && !(rule.endsWith('-fits') && severity === 'info'),
  );
}

function chapterMaker(press: Press): (document: BilingualDocument, pages: Pages) => Chapter<Plan> {
  const references = new Map<BilingualDocument, LanguageMap<Tools['references']>>();
  return (document, pages) => {
    const own = references.get(document) ?? { en: new Map(), fr: new Map() };
    references.set(document, own);
    return makeChapter(document, { press, pages, references: own });
  };
}

interface Making {
  readonly press: Press;
  readonly pages: Pages;
  readonly references: LanguageMap<Tools['references']>;
}

function makeChapter(document: BilingualDocument, { press, pages, references }: Making): Chapter<Plan> {
  const sect = openElement('Sect');
  const diagnostics: Diagnostic[] = [];
  const toolsFor = (language: Language): Tools => {
    const notes = document.notes.flatMap(({ halves }) => halves[language] ?? []);
    const tools: Tools = {
      ...press.tools[language],
      document: { ...document.sides[language], notes },
      diagnostics,
      pages,
      references: references[language],
      called: new Map(),
      setNote: (definition, draft) => ({ ...setNote(definition, draft, tools), column: columnOf(language, press) }),
    };
    return tools;
  };
  const rows = setRows(document.rows, {
    sides: sidesOf(sect, press, toolsFor),
    across: press.arrangement.sheets.across,
    document: document.id,
    kind: press.arrangement.kind,
  });
  const [first, ...rest] = rows;
  const named = first ? [{ ...first, anchors: [document.id, ...first.anchors] }, ...rest] : [];
  const heads = press.edition.order.map((language) => {
    const { title, shortTitle = title } = document.sides[language];
    return shortTitle;
  });
  return { plan: { pages: press.arrangement.fill(named), heads, folio: true }, sect, diagnostics };
}
