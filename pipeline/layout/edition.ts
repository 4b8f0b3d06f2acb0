import type { ContentsEntry, Diagnostic, Edition, EditionDocument, Staged } from '../model/index.ts';
import { diagnose, fill } from '../model/index.ts';
import { setBlocks, setNote } from './blocks/index.ts';
import { type Chapter, settleChapters } from './chapters.ts';
import { colophon, colophonAnchor } from './colophon.ts';
import { type Composer, composePage } from './compose.ts';
import { contentsAnchor, contentsPages } from './contents.ts';
import type { Destination, LinkArea, OutlineEntry, Page, PagedEdition } from './display.ts';
import { anchored, stack } from './flow.ts';
import { titlePage } from './front.ts';
import { type LayoutResources, makeTools } from './makeTools.ts';
import { roman } from './numerals.ts';
import { destinationAt, saidTitle } from './pageReferences.ts';
import { type PlannedPage, paginate, withTurned } from './paginate.ts';
import { sectionsOf } from './runningHeads.ts';
import type { Labels, Pages } from './settle.ts';
import { startsOf } from './starts.ts';
import { closeElement, type Draft, openElement } from './structure.ts';
import { sheetOf } from './style.ts';
import type { Tools } from './tools.ts';

export interface EditionResources extends LayoutResources {
  /** What names of notes end in, where the file has another book besides. */
  readonly suffix?: string;
}

/** Pages whose places in the book are not known yet. */
interface Plan<Page = PlannedPage> {
  readonly pages: readonly Page[];
  /** The chapter's title. Every page but the first has it on the left, and the section that it is in on the right. */
  readonly runningHead?: string;
  readonly folio: boolean;
}

/**
 * Sets an edition into pages.
 *
 * The chapters are set first and numbered from 1; the contents come after, in front of them, with numbers of their own.
 * So no page number depends on how long the contents are. Where text speaks of pages, its chapter is set again until
 * what it says is so.
 */
export function layoutEdition(edition: Edition, resources: EditionResources): Staged<PagedEdition> {
  const { chapters } = resources;
  const { paper: size, theme } = edition.settings.pdf;
  const sheet = sheetOf(theme, size);
  const { paper } = sheet;
  const tools = makeTools(edition, { ...resources, sheet });
  const { diagnostics } = tools;
  const root = openElement('Document', undefined, { lang: edition.tag, title: edition.title });
  const [front, listing] = [openElement('Sect', root), openElement('Sect', root)];

  const last = openElement('Sect');
  const end: Plan = { pages: paginate(colophon(last, tools), paper.textHeight), folio: true };
  const make = chapterMaker(tools);
  const settled = settleChapters(edition.documents, make, { labelsIn: (plans) => labelsIn([...plans, end]), chapters });
  for (const chapter of settled.parts) diagnostics.push(...chapter.diagnostics);
  diagnostics.push(...settled.unsettled.map((destination) => unsettledAt(destination, edition)));
  root.parts.push(...settled.parts.map(({ sect }) => sect), last);
  const body = [...settled.parts.map(({ plan }) => plan), end];
  const contents: Plan = {
    pages: paginate(
      contentsPages(listing, tools, (name) => settled.labels.get(name)),
      paper.textHeight,
    ),
    runningHead: fill(edition.strings, 'edition.contents'),
    folio: true,
  };
  const title: Plan = { pages: paginate(titlePage(front, tools), paper.textHeight), folio: false };

  const composer: Composer = { tools, destinations: new Map() };
  const pages = composeBook([...evened([title, contents], { boxes: [], notes: [] })], body, composer);
  const structure = closeElement(root);
  const value: PagedEdition = {
    pages: pages.map((page) => withKnownTargets(page, composer.destinations)),
    structure,
    outline: outlineOf(tools, composer.destinations),
    destinations: composer.destinations,
    starts: startsOf(pages, { title, contents, chapters: settled.parts, colophon: end, documents: edition.documents }),
  };
  return { value, diagnostics };
}

function chapterMaker(shared: Tools): (document: EditionDocument, pages: Pages) => Chapter<Plan> {
  const references = new Map<EditionDocument, Tools['references']>();
  return (document, pages) => {
    const sect = openElement('Sect');
    const diagnostics: Diagnostic[] = [];
    const own = references.get(document) ?? new Map();
    references.set(document, own);
    return { plan: setChapter(document, sect, { ...shared, pages, references: own, diagnostics }), sect, diagnostics };
  };
}

export function unsettledAt(destination: string, { documents }: Pick<Edition, 'documents'>): Diagnostic {
  const [id, target = ''] = destination.split('#');
  const path = documents.find((document) => document.id === id)?.path ?? 'source/publication.yaml';
  return diagnose('pages-settle', { path, details: { target: target || destination } });
}

function setChapter(document: EditionDocument, parent: Draft, shared: Tools): Plan {
  const tools: Tools = {
    ...shared,
    document,
    called: new Map(),
    setNote: (definition, draft) => setNote(definition, draft, tools),
  };
  const { tag } = tools.edition;
  const { halfLine, measure, styles, paragraphs } = tools.sheet;
  const gap = paragraphs === 'indented' ? 0 : halfLine;
  const place = { x: 0, width: measure, style: styles.text, lang: tag, snap: true, gap, listDepth: 0 };
  const boxes = anchored(stack(setBlocks(document.tree.children, { tools, parent, ...place })), [document.id]);
  const { textHeight: height } = tools.sheet.turned.paper;
  const pages = withTurned(paginate(boxes, tools.pageHeight), { height, like: (page) => page });
  return { pages, runningHead: document.shortTitle ?? document.title, folio: true };
}

/** Page number of each destination in the body. @param first - Number of its first page. */
export function labelsIn(plans: readonly Pick<Plan, 'pages'>[], first = 1): Labels {
  const labels = new Map<string, string>();
  for (const [index, page] of plans.flatMap((plan) => plan.pages).entries()) {
    for (const { box } of [...page.boxes, ...page.notes]) {
      for (const anchor of box.anchors) if (!labels.has(anchor)) labels.set(anchor, String(index + first));
    }
  }
  return labels;
}

/**
 * Page 1 is a right-hand page: an odd number of pages before it gets an empty one more.
 *
 * @param rest - 1 where the text begins on a left-hand page.
 */
export function evened<Page>(front: readonly Plan<Page>[], blank: Page, rest: 0 | 1 = 0): Plan<Page>[] {
  const count = front.reduce((sum, plan) => sum + plan.pages.length, 0);
  return count % 2 === rest ? [...front] : [...front, { pages: [blank], folio: false }];
}

function composeBook(front: readonly Plan[], body: readonly Plan[], composer: Composer): Page[] {
  const pages: Page[] = [];
  const { edition } = composer.tools;
  const compose = (plans: readonly Plan[], label: (number: number) => string) => {
    const before = pages.length;
    for (const plan of plans) {
      const sections = sectionsOf(plan.pages);
      for (const [at, planned] of plan.pages.entries()) {
        const index = pages.length;
        const recto = index % 2 === 0;
        const left = edition.documents.length > 1 ? plan.runningHead : edition.title;
        const runningHead =
          at > 0 && plan.runningHead ? (recto ? (sections[at] ?? plan.runningHead) : left) : undefined;
        const frame = { index, label: label(index - before + 1), recto, folio: plan.folio };
        pages.push(composePage(planned, { ...frame, ...(runningHead && { runningHead }) }, composer));
      }
    }
  };
  compose(front, roman);
  compose(body, String);
  return pages;
}

/** Links whose place is not in the book lead to the beginning of its document; to nothing, they are left out. */
export function withKnownTargets(page: Page, destinations: ReadonlyMap<string, Destination>): Page {
  const links = page.links.flatMap((link): LinkArea[] => {
    if ('uri' in link.to || destinations.has(link.to.destination)) return [link];
    const document = link.to.destination.split('#')[0] as string;
    return destinations.has(document) ? [{ ...link, to: { destination: document } }] : [];
  });
  return { ...page, links };
}

function outlineOf(tools: Tools, destinations: ReadonlyMap<string, Destination>): OutlineEntry[] {
  const { edition } = tools;
  const entry = (of: ContentsEntry): OutlineEntry => {
    const destination = destinationAt(of.target);
    return {
      title: saidTitle(of, tools),
      destination: destinations.has(destination) ? destination : of.target.document,
      children: of.children.map(entry),
    };
  };
  const own = (key: string, destination: string): OutlineEntry[] =>
    destinations.has(destination) ? [{ title: fill(edition.strings, key), destination, children: [] }] : [];
  return [
    ...own('edition.contents', contentsAnchor),
    ...edition.contents.map(entry),
    ...own('edition.print.colophon', colophonAnchor),
  ];
}
