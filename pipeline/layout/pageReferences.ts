import type { Nodes, PageReference, PhrasingContent } from 'mdast';
import type { ContentsEntry, Target } from '../model/index.ts';
import type { Tools } from './tools.ts';

/** A page, or three and more that follow each other (`3–5`), and the first of the places on it that are meant. */
interface SpokenPage {
  readonly label: string;
  readonly destination: string;
}

/** What a reference to pages prints. */
export interface PageWords {
  readonly before: string;
  readonly pages: readonly SpokenPage[];
  readonly after: string;
}

/** Names of the places that speak of pages; they cannot be names of documents or of anchors in them. */
const prefix = '#speaks-';

export function isPlaceOfReference(anchor: string): boolean {
  return anchor.startsWith(prefix);
}

/** The same for one node in every try. */
export function placeOfReference(node: PageReference, { document, references, suffix = '' }: Tools): string {
  const number = references.get(node) ?? references.size + 1;
  references.set(node, number);
  return `${prefix}${document?.id ?? ''}-${number}${suffix}`;
}

/** Undefined where nothing is to be printed: nothing of it is in the book, or it is on this very page. */
export function wordsOfReference(node: PageReference, tools: Tools): PageWords | undefined {
  if (node.data?.otherLanguage) return undefined;
  const pages = new Map<string, SpokenPage>();
  for (const target of node.targets) {
    const destination = placeIn(target, tools);
    const label = tools.pages.labelOf(destination);
    if (label !== undefined && !pages.has(label)) pages.set(label, { label, destination });
  }
  const [first, ...rest] = pages.values();
  if (!first) return undefined;
  if (node.elsewhere && !tools.pages.areApart(placeOfReference(node, tools), first.destination)) return undefined;
  const words = (rest.length > 0 && node.several) || node.print;
  const [before = '', after = ''] = words.split('{page}');
  return { before, pages: joined([first, ...rest]), after };
}

/** Pages by their number, three or more that follow each other as one; labels that are no numbers come first. */
function joined(pages: readonly SpokenPage[]): SpokenPage[] {
  const numbered = pages.filter(({ label }) => isNumber(label)).sort((a, b) => Number(a.label) - Number(b.label));
  const runs: [SpokenPage, ...SpokenPage[]][] = [];
  for (const page of numbered) {
    const run = runs.at(-1);
    if (run && Number(run.at(-1)?.label) + 1 === Number(page.label)) run.push(page);
    else runs.push([page]);
  }
  const ranges = runs.flatMap(([first, ...rest]): readonly SpokenPage[] => {
    const last = rest.at(-1);
    if (!last || rest.length === 1) return [first, ...rest];
    return [{ label: `${first.label}–${last.label}`, destination: first.destination }];
  });
  return [...pages.filter(({ label }) => !isNumber(label)), ...ranges];
}

function isNumber(label: string): boolean {
  return /^\d+$/.test(label);
}

/** The name of the destination that is meant: a place in a document, or its beginning. */
export function destinationAt({ document, id }: Target): string {
  return id ? `${document}#${id}` : document;
}

/** Its document's beginning, where the place itself is not in the book. */
function placeIn(target: Target, { pages }: Tools): string {
  const place = destinationAt(target);
  return pages.labelOf(place) === undefined ? target.document : place;
}

/** A title for those who hear of it: its formulae in words. */
export function saidTitle({ title, text }: Pick<ContentsEntry, 'title' | 'text'>, tools: Tools): string {
  return title.some(holdsFormula) ? printedText(title, tools).trim() : text;
}

function holdsFormula(node: Nodes): boolean {
  return node.type === 'inlineMath' || ('children' in node && node.children.some(holdsFormula));
}

/** The words of phrasing as they are printed, and of its formulae as they are said: for those who hear of a link. */
export function printedText(nodes: readonly PhrasingContent[], tools: Tools): string {
  return nodes.map((node) => printedOf(node, tools)).join('');
}

function printedOf(node: Nodes, tools: Tools): string {
  if (node.type === 'pageReference') {
    const words = wordsOfReference(node, tools);
    return words ? `${words.before}${words.pages.map(({ label }) => label).join(', ')}${words.after}` : '';
  }
  if ('children' in node) return printedText(node.children as PhrasingContent[], tools);
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'inlineMath')
    return tools.formulae(node.value, { display: false, lang: tools.edition.tag })?.words ?? node.value;
  return 'value' in node ? node.value : '';
}
