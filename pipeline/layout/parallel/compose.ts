/** Planned pages → pages of the book, with what stands around their text. */
import { type Edition, fill } from '../../model/index.ts';
import { joined, titlesOf } from '../bothLanguages.ts';
import { composePage, type PageFrame } from '../compose.ts';
import type { Destination, Page } from '../display.ts';
import { roman } from '../numerals.ts';
import { openElement } from '../structure.ts';
import { watermark } from '../watermark.ts';
import { composedAgain, type Entering } from './again.ts';
import { marginalsOf, rulesOf } from './frame.ts';
import type { ParallelPage } from './place.ts';
import { type Press, sidesOf } from './press.ts';

/** Pages whose places in the book are not known yet. */
export interface Plan {
  readonly pages: readonly ParallelPage[];
  /** In each language, above all pages but those on which it begins. */
  readonly heads?: readonly string[];
  readonly folio: boolean;
}

interface Binding {
  readonly press: Press;
  /** Filled with the anchors of each page. */
  readonly destinations: Map<string, Destination>;
}

type BindingOfPage = Pick<Binding, 'press'> & Entering;

/** @param body - Its pages are numbered from the arrangement's first. */
export function composeBook(front: readonly Plan[], body: readonly Plan[], binding: Binding): Page[] {
  const { first } = binding.press.arrangement;
  const pages: Page[] = [];
  for (const [plans, labelOf] of [
    [front, (number: number) => roman(number + 1)],
    [body, (number: number) => String(number + first)],
  ] as const) {
    const before = pages.length;
    for (const plan of plans) {
      for (const [at, page] of plan.pages.entries()) {
        const index = pages.length;
        const place = { at, index, label: labelOf(index - before) };
        const again = {
          ...binding,
          around: aroundOf(plan, place, binding.press),
          index,
          known: binding.press.composed,
        };
        pages.push(
          composedAgain(page, again, (entering) => composed(page, plan, place, { press: binding.press, ...entering })),
        );
      }
    }
  }
  return pages;
}

/** All that a page of a plan depends on, and may be another in the next build. */
function aroundOf({ heads, folio, pages }: Plan, { at, index, label }: PlaceInBook, { edition }: Press): string {
  return JSON.stringify([
    label,
    index % 2,
    Math.min(at, 2),
    at < pages.length - 1,
    heads,
    folio,
    titlesOf(edition),
    edition.draft,
  ]);
}

interface PlaceInBook {
  /** In its plan. */
  readonly at: number;
  /** In the book. */
  readonly index: number;
  readonly label: string;
}

const compositors = { columns: composeColumns, stacked: composeStacked, facing: composeFacing } as const;

function composed(page: ParallelPage, plan: Plan, place: PlaceInBook, binding: BindingOfPage): Page {
  return compositors[binding.press.arrangement.kind](page, plan, place, binding);
}

/** A head above each column. */
function composeColumns(page: ParallelPage, plan: Plan, { at, ...place }: PlaceInBook, binding: BindingOfPage): Page {
  const { press } = binding;
  const { edition, arrangement } = press;
  const recto = isRecto(place);
  const heads = at > 0 && plan.heads ? (recto ? plan.heads : titlesOf(edition)) : [];
  const { draft: _, ...undrafted } = edition.sides[edition.order[0]];
  const made = composeText({ page, plan, at }, { ...place, recto, folio: false }, { ...binding, edition: undrafted });
  const turned = page.turned === true;
  const frame = { label: place.label, recto, heads, folio: plan.folio, draft: edition.draft === true, turned };
  const marginals = marginalsOf(frame, sidesOf(openElement('Sect'), press), arrangement.sheets);
  const marks = edition.order.map((language) => edition.sides[language].strings);
  const { fonts } = press.tools.en;
  const behind = edition.draft ? watermark(marks, { ...made, fonts, sheet: arrangement.sheets.across }) : [];
  return { ...made, fragments: [...behind, ...made.fragments, ...marginals] };
}

/** One head, which names the page in both languages. */
function composeStacked(page: ParallelPage, plan: Plan, { at, ...place }: PlaceInBook, binding: BindingOfPage): Page {
  const { edition } = binding.press;
  const recto = isRecto(place);
  const runningHead = at > 0 && plan.heads ? joined(recto ? plan.heads : titlesOf(edition)) : '';
  const frame = { ...place, recto, folio: plan.folio, ...(runningHead && { runningHead }) };
  return composeText({ page, plan, at }, frame, { ...binding, edition: markedInBoth(binding.press) });
}

/** Left-hand pages in the first language, right-hand ones in the second: each as in a book of its own. */
function composeFacing(page: ParallelPage, plan: Plan, { at, ...place }: PlaceInBook, binding: BindingOfPage): Page {
  const { edition } = binding.press;
  const recto = isRecto(place);
  const own = edition.sides[edition.order[recto ? 1 : 0]];
  const runningHead = at > 1 ? plan.heads?.[recto ? 1 : 0] : undefined;
  const frame = { ...place, recto, folio: plan.folio, ...(runningHead && { runningHead }) };
  return composeText({ page, plan, at }, frame, { ...binding, edition: own });
}

function isRecto({ index }: Pick<PlaceInBook, 'index'>): boolean {
  return index % 2 === 0;
}

interface Placed {
  readonly page: ParallelPage;
  readonly plan: Plan;
  /** In the plan. */
  readonly at: number;
}

/** @param edition - Whose draft mark the page has. */
function composeText(
  { page, plan, at }: Placed,
  frame: PageFrame,
  { press, destinations, filled, edition }: BindingOfPage & { readonly edition: Edition },
): Page {
  const { sheets } = press.arrangement;
  const { turned = false, notes, notesRule } = page;
  const isEmpty = page.boxes.length === 0;
  const rules = isEmpty || turned ? [] : rulesOf(page, sheets, { whole: at < plan.pages.length - 1 || !plan.heads });
  const text = { boxes: [...rules, ...page.boxes], notes };
  const tools = { ...press.tools[press.edition.order[0]], edition, sheet: sheets.across };
  const onItsSide = turned ? { turned, ...(notesRule !== undefined && { notesRule }) } : {};
  return composePage({ ...text, ...onItsSide }, frame, { tools, destinations, filled });
}

function markedInBoth({ edition }: Press): Edition {
  const { draft, ...first } = edition.sides[edition.order[0]];
  if (!draft) return first;
  const key = 'edition.draft.mark';
  const marks = edition.order.map((language) => fill(edition.sides[language].strings, key));
  return { ...first, draft, strings: { ...first.strings, [key]: joined(marks) } };
}
