import { hyphenator } from '../../language/index.ts';
import {
  type BilingualDocument,
  type BilingualEdition,
  type BilingualEntry,
  type Diagnostic,
  fill,
  type Language,
  languages,
  type Staged,
  suffixOf,
} from '../../model/index.ts';
import { setBlocks, setNote } from '../blocks/index.ts';
import { colophonAnchor } from '../colophon.ts';
import { composePage } from '../compose.ts';
import { contentsAnchor } from '../contents.ts';
import type { Destination, Fonts, Formulae, Highlight, OutlineEntry, Page, PagedEdition } from '../display.ts';
import { evened, labelsIn, roman, unsettledAt, withKnownTargets } from '../edition.ts';
import { type PlannedPage, withTurned } from '../paginate.ts';
import { type Pages, settle } from '../settle.ts';
import { startsOf } from '../starts.ts';
import { closeElement, type Draft, openElement } from '../structure.ts';
import type { Tools } from '../tools.ts';
import { makeShaper } from '../words.ts';
import { contentsRows } from './contents.ts';
import { stackRows } from './flow.ts';
import { marginalsOf, rulesOf } from './frame.ts';
import { colophonPages, titlePages } from './front.ts';
import { type Columns, type ParallelPage, paginateRows } from './paginate.ts';
import { type Side, setRows } from './rows.ts';
import { type ColumnSheets, columnSheets } from './sheet.ts';

type Sides = readonly [Side, Side];

/** Pages whose places in the book are not known yet. */
interface Plan {
  readonly pages: readonly ParallelPage[];
  /** Of right-hand pages but the first, above each column. */
  readonly heads?: readonly string[];
  readonly folio: boolean;
}

interface Chapter {
  readonly plan: Plan;
  readonly sect: Draft;
  readonly diagnostics: readonly Diagnostic[];
}

interface Resources {
  readonly fonts: Fonts;
  /** None unless told: formulae then stand as TeX. */
  readonly formulae?: Formulae;
  /** Programs are of one colour unless told. */
  readonly highlight?: Highlight;
}

/** What every part of the book is made with. */
interface Press {
  readonly edition: BilingualEdition;
  readonly sheets: ColumnSheets;
  /** By language: what is not of one document. */
  readonly tools: Readonly<Record<Language, Tools>>;
}

/**
 * Sets both languages side by side, every pair level with its other half. The order of the book, and how its pages are
 * numbered, are those of an edition in one language; in its structure each language is whole, in one `Part` of each
 * chapter.
 */
export function layoutBilingual(edition: BilingualEdition, resources: Resources): Staged<PagedEdition> {
  const press = makePress(edition, resources);
  const [first] = edition.order;
  const titles = edition.order.map((language) => edition.sides[language].title);
  const root = openElement('Document', undefined, { lang: edition.sides[first].tag, title: titles.join(' – ') });
  const [front, listing, last] = [openElement('Sect', root), openElement('Sect', root), openElement('Sect')];

  const end: Plan = { pages: colophonPages(sidesOf(last, press), columnsIn(press)), folio: true };
  const makers = edition.documents.map((document) => (pages: Pages) => makeChapter(document, pages, press));
  const settled = settle(makers, (chapters) => labelsIn([...chapters.map(({ plan }) => plan), end]));
  root.parts.push(...settled.parts.map(({ sect }) => sect), last);
  const contents: Plan = {
    pages: columnsOf(
      contentsRows(edition.contents, sidesOf(listing, press), (name) => settled.labels.get(name)),
      press,
    ),
    heads: edition.order.map((language) => fill(edition.sides[language].strings, 'edition.contents')),
    folio: true,
  };
  const title: Plan = { pages: titlePages(sidesOf(front, press)), folio: false };

  const destinations = new Map<string, Destination>();
  const composed = composeBook(
    [...evened([title, contents], blankPage)],
    [...settled.parts.map(({ plan }) => plan), end],
    { press, destinations },
  );
  const pages = composed.map((page) => withKnownTargets(page, destinations));
  return {
    value: {
      pages,
      structure: closeElement(root),
      outline: outlineOf(edition, destinations),
      destinations,
      starts: startsOf(pages, {
        title: title.pages,
        contents: contents.pages,
        chapters: settled.parts.map(({ plan }) => plan.pages),
        colophon: end.pages,
        documents: edition.documents,
      }),
    },
    diagnostics: mended([
      ...languages.flatMap((language) => press.tools[language].diagnostics),
      ...settled.parts.flatMap(({ diagnostics }) => diagnostics),
      ...settled.unsettled.map((destination) => unsettledAt(destination, edition.sides[first])),
    ]),
  };
}

/** Half as wide as a page of one language, columns have loose lines and small tables that no author could mend. */
function mended(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(
    ({ rule, severity }) => rule !== 'loose-line' && !(rule === 'table-fits' && severity === 'info'),
  );
}

const blankPage: ParallelPage = { boxes: [], notes: [], noteRules: [], across: [], end: 0 };

function makePress(edition: BilingualEdition, resources: Resources): Press {
  const { fonts, formulae = () => undefined, highlight = (text) => [{ text }] } = resources;
  const { paper, theme } = edition.settings.pdf;
  const sheets = columnSheets(theme, paper);
  const shaper = makeShaper(fonts, hyphenator);
  const references: Tools['references'] = new Map();
  const pages: Pages = { labelOf: () => undefined, areApart: () => true };
  const own = edition.settings.identifiers?.[edition.id]; // of the book in both languages, which is another than those in one
  const made = (language: Language): Tools => ({
    edition: {
      ...edition.sides[language],
      assets: edition.assets,
      ...(own && { numbers: { own, other: edition.sides[language].numbers?.other ?? {} } }),
    },
    suffix: suffixOf(language),
    fonts,
    formulae,
    highlight,
    sheet: sheets.column,
    shaper,
    diagnostics: [],
    pageHeight: sheets.column.paper.textHeight,
    called: new Set(),
    pages,
    references,
    setBlocks,
    setNote: () => ({ boxes: [] }),
  });
  return { edition, sheets, tools: { en: made('en'), fr: made('fr') } };
}

/** Both languages under one section, each in a part of its own. */
function sidesOf(sect: Draft, press: Press, make = (language: Language) => press.tools[language]): Sides {
  const side = (column: 0 | 1): Side => {
    const language = press.edition.order[column];
    const part = openElement('Part', sect, { lang: press.edition.sides[language].tag });
    return { language, column, dx: press.sheets.left[column], part, tools: make(language) };
  };
  return [side(0), side(1)];
}

function makeChapter(document: BilingualDocument, pages: Pages, press: Press): Chapter {
  const sect = openElement('Sect');
  const diagnostics: Diagnostic[] = [];
  const toolsFor = (language: Language): Tools => {
    const notes = document.notes.flatMap(({ halves }) => halves[language] ?? []);
    const tools: Tools = {
      ...press.tools[language],
      document: { ...document.sides[language], notes },
      diagnostics,
      pages,
      called: new Set(),
      setNote: (definition, draft) => setNote(definition, draft, tools),
    };
    return tools;
  };
  const rows = setRows(document.rows, {
    sides: sidesOf(sect, press, toolsFor),
    across: press.sheets.across,
    document: document.id,
  });
  const [first, ...rest] = rows;
  const named = first ? [{ ...first, anchors: [document.id, ...first.anchors] }, ...rest] : [];
  const heads = press.edition.order.map((language) => document.sides[language].title);
  return { plan: { pages: columnsOf(named, press), heads, folio: true }, sect, diagnostics };
}

function columnsOf(rows: ReturnType<typeof setRows>, press: Press): ParallelPage[] {
  const { textHeight: height } = press.sheets.across.turned.paper;
  const like = (page: PlannedPage): ParallelPage => ({ ...blankPage, ...page });
  return withTurned(paginateRows(stackRows(rows), columnsIn(press)), { height, like });
}

function columnsIn({ sheets }: Press): Columns {
  return { height: sheets.column.paper.textHeight, left: sheets.left };
}

interface Binding {
  readonly press: Press;
  readonly destinations: Map<string, Destination>;
}

function composeBook(front: readonly Plan[], body: readonly Plan[], binding: Binding): Page[] {
  const pages: Page[] = [];
  for (const [plans, labelled] of [
    [front, roman],
    [body, String],
  ] as const) {
    const before = pages.length;
    for (const plan of plans) {
      for (const at of plan.pages.keys()) {
        const index = pages.length;
        pages.push(composeSpread(plan, { at, index, label: labelled(index - before + 1) }, binding));
      }
    }
  }
  return pages;
}

interface PlaceInBook {
  /** In its plan. */
  readonly at: number;
  /** In the book. */
  readonly index: number;
  readonly label: string;
}

function composeSpread(plan: Plan, { at, index, label }: PlaceInBook, { press, destinations }: Binding): Page {
  const { edition, sheets } = press;
  const page = plan.pages[at] as ParallelPage;
  const recto = index % 2 === 0;
  const empty = page.boxes.length === 0;
  const rules = empty || page.turned ? [] : rulesOf(page, sheets, { whole: at < plan.pages.length - 1 || !plan.heads });
  const { draft: _, ...undrafted } = press.tools[edition.order[0]].edition;
  const tools: Tools = { ...press.tools[edition.order[0]], edition: undrafted, sheet: sheets.across };
  const composed = composePage(
    {
      ...(page.turned && page.notesRule !== undefined && { notesRule: page.notesRule }),
      ...(page.turned && { turned: true }),
      boxes: [...rules, ...page.boxes],
      notes: page.notes,
    },
    { index, label, recto, folio: false },
    { tools, destinations },
  );
  const titles = edition.order.map((language) => edition.sides[language].title);
  const heads = at > 0 && plan.heads ? (recto ? plan.heads : titles) : [];
  const frame = { label, recto, heads, folio: plan.folio, draft: edition.draft === true, turned: page.turned === true };
  const marginals = marginalsOf(frame, sidesOf(openElement('Sect'), press), sheets);
  return { ...composed, fragments: [...composed.fragments, ...marginals] };
}

/** Each entry with its titles in both languages. */
function outlineOf(edition: BilingualEdition, destinations: ReadonlyMap<string, Destination>): OutlineEntry[] {
  const joined = (texts: readonly string[]): string => [...new Set(texts)].join(' – ');
  const entry = ({ target, titles, children }: BilingualEntry): OutlineEntry => {
    const destination = target.id ? `${target.document}#${target.id}` : target.document;
    return {
      title: joined(edition.order.flatMap((language) => titles[language]?.text ?? [])),
      destination: destinations.has(destination) ? destination : target.document,
      children: children.map(entry),
    };
  };
  const own = (key: string, destination: string): OutlineEntry[] => {
    const title = joined(edition.order.map((language) => fill(edition.sides[language].strings, key)));
    return destinations.has(destination) ? [{ title, destination, children: [] }] : [];
  };
  return [
    ...own('edition.contents', contentsAnchor),
    ...edition.contents.map(entry),
    ...own('edition.print.colophon', colophonAnchor),
  ];
}
