import { hyphenator } from '../../language/index.ts';
import {
  type BilingualDocument,
  type BilingualEdition,
  type BilingualEntry,
  type Diagnostic,
  type Edition,
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
import { evened, labelsIn, unsettledAt, withKnownTargets } from '../edition.ts';
import { roman } from '../numerals.ts';
import { type Pages, settle } from '../settle.ts';
import { startsOf } from '../starts.ts';
import { closeElement, type Draft, openElement } from '../structure.ts';
import type { Tools } from '../tools.ts';
import { watermark } from '../watermark.ts';
import { makeShaper } from '../words.ts';
import { type Arrangement, arrangementOf, blankPage } from './arrangement.ts';
import { contentsRows } from './contents.ts';
import { marginalsOf, rulesOf } from './frame.ts';
import { colophonPages, titlePages } from './front.ts';
import type { ParallelPage } from './paginate.ts';
import { type Side, setRows } from './rows.ts';

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
  readonly arrangement: Arrangement;
  /** By language: what is not of one document. */
  readonly tools: Readonly<Record<Language, Tools>>;
}

/**
 * Sets both languages, every pair level with its other half, or above it. The order of the book, and how its pages are
 * numbered, are those of an edition in one language; in its structure each language is whole, in one `Part` of each
 * chapter.
 */
export function layoutBilingual(edition: BilingualEdition, resources: Resources): Staged<PagedEdition> {
  const press = makePress(edition, resources);
  const [first] = edition.order;
  const titles = edition.order.map((language) => edition.sides[language].title);
  const root = openElement('Document', undefined, { lang: edition.sides[first].tag, title: titles.join(' – ') });
  const [front, listing, last] = [openElement('Sect', root), openElement('Sect', root), openElement('Sect')];

  const end: Plan = { pages: colophonPages(sidesOf(last, press), press.arrangement), folio: true };
  const makers = edition.documents.map((document) => (pages: Pages) => makeChapter(document, pages, press));
  const settled = settle(makers, (chapters) => labelsIn([...chapters.map(({ plan }) => plan), end]));
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
    diagnostics: mended(press, [
      ...languages.flatMap((language) => press.tools[language].diagnostics),
      ...settled.parts.flatMap(({ diagnostics }) => diagnostics),
      ...settled.unsettled.map((destination) => unsettledAt(destination, edition.sides[first])),
    ]),
  };
}

/** Half as wide as a page of one language, columns have loose lines and small tables that no author could mend. */
function mended({ arrangement }: Press, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (arrangement.stacked) return diagnostics;
  return diagnostics.filter(
    ({ rule, severity }) => rule !== 'loose-line' && !(rule.endsWith('-fits') && severity === 'info'),
  );
}

function makePress(edition: BilingualEdition, resources: Resources): Press {
  const { fonts, formulae = () => undefined, highlight = (text) => [{ text }] } = resources;
  const arrangement = arrangementOf(edition.id, edition.settings.pdf);
  const { column } = arrangement.sheets;
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
    sheet: column,
    shaper,
    diagnostics: [],
    pageHeight: column.paper.textHeight,
    called: new Set(),
    pages,
    references,
    setBlocks,
    setNote: () => ({ boxes: [] }),
  });
  return { edition, arrangement, tools: { en: made('en'), fr: made('fr') } };
}

/** Both languages under one section, each in a part of its own. */
function sidesOf(sect: Draft, press: Press, make = (language: Language) => press.tools[language]): Sides {
  const { stacked, sheets } = press.arrangement;
  const side = (at: 0 | 1): Side => {
    const language = press.edition.order[at];
    const part = openElement('Part', sect, { lang: press.edition.sides[language].tag });
    return { language, column: stacked ? 0 : at, dx: sheets.left[at], part, tools: make(language) };
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
    across: press.arrangement.sheets.across,
    document: document.id,
    stacked: press.arrangement.stacked,
  });
  const [first, ...rest] = rows;
  const named = first ? [{ ...first, anchors: [document.id, ...first.anchors] }, ...rest] : [];
  const heads = press.edition.order.map((language) => document.sides[language].title);
  return { plan: { pages: press.arrangement.fill(named), heads, folio: true }, sect, diagnostics };
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
  const { edition, arrangement } = press;
  const { sheets, stacked } = arrangement;
  const page = plan.pages[at] as ParallelPage;
  const recto = index % 2 === 0;
  const empty = page.boxes.length === 0;
  const rules = empty || page.turned ? [] : rulesOf(page, sheets, { whole: at < plan.pages.length - 1 || !plan.heads });
  const titles = edition.order.map((language) => edition.sides[language].title);
  const heads = at > 0 && plan.heads ? (recto ? plan.heads : titles) : [];
  const runningHead = joined(heads);
  const composed = composePage(
    {
      ...(page.turned && page.notesRule !== undefined && { notesRule: page.notesRule }),
      ...(page.turned && { turned: true }),
      boxes: [...rules, ...page.boxes],
      notes: page.notes,
    },
    { index, label, recto, folio: stacked && plan.folio, ...(stacked && runningHead && { runningHead }) },
    { tools: { ...press.tools[edition.order[0]], edition: framed(press), sheet: sheets.across }, destinations },
  );
  if (stacked) return composed;
  const frame = { label, recto, heads, folio: plan.folio, draft: edition.draft === true, turned: page.turned === true };
  const marginals = marginalsOf(frame, sidesOf(openElement('Sect'), press), sheets);
  const marks = edition.order.map((language) => edition.sides[language].strings);
  const behind = edition.draft
    ? watermark(marks, { ...composed, fonts: press.tools.en.fonts, sheet: sheets.across })
    : [];
  return { ...composed, fragments: [...behind, ...composed.fragments, ...marginals] };
}

/** What a page of one column says around its text: in both languages where it is one, nothing where columns say it. */
function framed({ edition, arrangement }: Press): Edition {
  const { draft, ...first } = edition.sides[edition.order[0]];
  if (!arrangement.stacked || !draft) return first;
  const key = 'edition.draft.mark';
  const marks = edition.order.map((language) => fill(edition.sides[language].strings, key));
  return { ...first, draft, strings: { ...first.strings, [key]: joined(marks) } };
}

function joined(texts: readonly string[]): string {
  return [...new Set(texts)].join(' – ');
}

/** Each entry with its titles in both languages. */
function outlineOf(edition: BilingualEdition, destinations: ReadonlyMap<string, Destination>): OutlineEntry[] {
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
