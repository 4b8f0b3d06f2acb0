import type { FootnoteDefinition, Nodes } from 'mdast';
import type { Edition, EditionDocument } from '../../pipeline/model/index.ts';
import type { Pdf } from './pdf.ts';
import { allElements, type Element, markedText, structureOf, textOf, textUnder } from './pdf-tree.ts';

/** One thing that a reader meets: what it is, what it says, in which language. */
export interface Role {
  readonly tag: string;
  readonly lang: string;
  /** A pattern where it was read from an edition: what stands for a page number is only known once pages are made. */
  readonly says: string;
}

/** Of these each stands in the tree as often as in the edition, in its order. */
const judged = new Set(
  'H1 H2 H3 H4 H5 H6 LI Lbl Table TR TH TD Figure Formula Caption Note Link Code BlockQuote TOCI Index'.split(' '),
);

/** Words as they are compared: without white space, which lines change. */
export const squeezed = (text: string): string => text.replace(/[\s\u00A0\u202F\u00AD\u200B]+/g, '');

/** Where the tree does not say of the edition's documents what the edition says: one line for each difference. */
export function roleFaults(edition: Edition, pdf: Pdf): string[] {
  const pages = edition.documents.some(({ tree }) => speaksOfPages(tree));
  const isPage = ({ tag, says }: Role): boolean => pages && tag === 'Link' && /^[\divxlc]+$/.test(says);
  const wanted = rolesOfEdition(edition).filter((role) => !isPage(role));
  const found = rolesOfPdf(pdf, edition.documents.length).filter((role) => !isPage(role));
  return [...judged].flatMap((tag) => {
    const [want, have] = [wanted.filter((one) => one.tag === tag), found.filter((one) => one.tag === tag)];
    const length = Math.max(want.length, have.length);
    const at = Array.from({ length }).findIndex((_, index) => !agree(want[index], have[index]));
    return at < 0 ? [] : [`${tag} ${at + 1}: ${shown(want[at])} is in the tree as ${shown(have[at])}`];
  });
}

/** Numbers of pages are links too, as many as there are pages: what is only a number is then left to other tests. */
function speaksOfPages(node: Nodes): boolean {
  return node.type === 'pageReference' || ('children' in node && node.children.some(speaksOfPages));
}

const shown = (role: Role | undefined): string => (role ? `${role.lang} “${role.says.slice(0, 60)}”` : 'nothing');

export function agree(want: Role | undefined, have: Role | undefined): boolean {
  return (
    want !== undefined &&
    have !== undefined &&
    want.lang === have.lang &&
    new RegExp(`^${want.says}$`, 'su').test(have.says)
  );
}

function rolesOfPdf(pdf: Pdf, documents: number): Role[] {
  const marked = markedText(pdf);
  const [root] = structureOf(pdf);
  const sections = root?.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : [])) ?? [];
  return allElements(sections.slice(2, 2 + documents)).flatMap((element): Role[] => {
    const { lang } = element;
    const tag = element.tag === 'FENote' ? 'Note' : element.tag; // in PDF 2.0
    if (tag === 'Figure' && element.kids.some((kid) => kid.kind === 'element' && kid.element.tag === 'Formula'))
      return []; // of a caption
    if (!judged.has(tag) || (tag === 'Link' && isInContents(element))) return [];
    const says =
      tag === 'Figure' || tag === 'Formula'
        ? textOf(element.dict.Alt)
        : containers.has(tag)
          ? ''
          : textUnder(element, marked);
    return [{ tag, lang, says: squeezed(says) }];
  });
}

/** What they say, their parts say. */
const containers = new Set(['LI', 'Table', 'TR', 'Note', 'BlockQuote', 'TOCI', 'Index']);

const isInContents = (element: Element): boolean =>
  element.tag === 'TOCI' || (element.parent !== undefined && isInContents(element.parent));

/** What each thing of an edition is and says, in its order. */
export function rolesOfEdition(edition: Edition): Role[] {
  return edition.documents.flatMap((document) => new Reading(edition, document).roles(document.tree, edition.tag));
}

/** A relative address leads nowhere from a PDF, nor does one in the other language where no site has an address. */
export function leads({ data, url }: Extract<Nodes, { type: 'link' }>, { settings }: Edition): boolean {
  if (data?.otherLanguage) return settings.url !== undefined;
  return data?.target !== undefined || /^[a-z][a-z0-9+.-]*:/i.test(url);
}

const escaped = (text: string): string => squeezed(text).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** One document, read from its tree and not by way of layout. */
class Reading {
  readonly #edition: Edition;
  readonly #document: EditionDocument;
  readonly #called = new Set<FootnoteDefinition>();

  constructor(edition: Edition, document: EditionDocument) {
    this.#edition = edition;
    this.#document = document;
  }

  roles(node: Nodes, around: string): Role[] {
    const lang = node.data?.lang ?? around;
    const one = (tag: string, says = ''): Role => ({ tag, lang, says });
    const inside = (): Role[] => ('children' in node ? node.children.flatMap((child) => this.roles(child, lang)) : []);
    switch (node.type) {
      case 'heading':
        return [one(`H${node.depth}`, this.#words(node)), ...inside()];
      case 'list':
        return node.data?.role === 'contents' || node.data?.role === 'listing'
          ? this.#entries(node, lang)
          : node.children.flatMap((item, index) => this.#item(item, this.#label(node, item, index), lang));
      case 'definitionList':
        return node.data?.role === 'index' ? [one('Index'), ...inside()] : inside();
      case 'definitionTerm':
        return [one('LI'), one('Lbl', this.#words(node)), ...inside()];
      case 'blockquote':
        return [one('BlockQuote'), ...inside()];
      case 'table':
        return [one('Table'), ...this.#rows(node, lang)];
      case 'code':
        return [one('Code', escaped(node.value))];
      case 'inlineCode':
        return [one('Code', escaped(node.value))];
      case 'math':
      case 'inlineMath':
        return [one('Formula', node.data?.words ? escaped(node.data.words) : '.+')];
      case 'image':
        return node.alt && this.#edition.assets.has(node.data?.asset ?? '') ? [one('Figure', escaped(node.alt))] : [];
      case 'caption':
        return [one('Caption', this.#words(node)), ...inside()];
      case 'figure':
        return this.#figure(node, lang);
      case 'link':
        return leads(node, this.#edition) ? [one('Link', this.#words(node)), ...inside()] : inside();
      case 'pageReference':
        return [];
      case 'term':
        return node.data?.target ? [one('Link', this.#words(node)), ...inside()] : inside();
      case 'footnoteReference':
        return this.#call(node, lang);
      default:
        return inside();
    }
  }

  #item(item: Nodes, label: string, around: string): Role[] {
    const lang = item.data?.lang ?? around;
    const own = 'children' in item ? item.children.flatMap((child) => this.roles(child, lang)) : [];
    return [{ tag: 'LI', lang, says: '' }, { tag: 'Lbl', lang, says: label }, ...own];
  }

  #label(
    list: Extract<Nodes, { type: 'list' }>,
    item: { checked?: boolean | null | undefined },
    index: number,
  ): string {
    if (typeof item.checked === 'boolean') return item.checked ? '☑' : '☐';
    const number = (list.start ?? 1) + index;
    const signs = list.data?.numbering && firstNumerals[list.data.numbering.toLowerCase() as 'a' | 'i'];
    if (signs) return `${signs[number - 1]}\\.`;
    return list.ordered ? `${number}\\.` : '[•–]';
  }

  #entries(list: Nodes, lang: string): Role[] {
    const items = 'children' in list ? (list.children as Nodes[]) : [];
    return items.flatMap((item): Role[] => {
      const nested = 'children' in item ? (item.children as Nodes[]).filter((child) => child.type === 'list') : [];
      return [{ tag: 'TOCI', lang, says: '' }, ...nested.flatMap((child) => this.#entries(child, lang))];
    });
  }

  #rows(table: Extract<Nodes, { type: 'table' }>, around: string): Role[] {
    const heads = table.data?.headRows ?? 1;
    const span = ({ data }: Nodes): number => (data?.colSpan ?? 1) * (data?.rowSpan ?? 1);
    const whole = table.children.every(({ children }) => children.every((cell) => span(cell) === 1));
    const columns = whole ? Math.max(...table.children.map((row) => row.children.length)) : 0;
    const isSilent = table.children
      .slice(0, heads)
      .every((row) => row.children.every((cell) => cell.children.length === 0));
    return table.children.flatMap((row, at): Role[] => {
      const head = at < heads;
      if (head && isSilent) return [];
      const lang = row.data?.lang ?? around;
      // Rows that are too short are filled up; where cells span, `read` has done so.
      const cells = whole ? Array.from({ length: columns }, (_, column) => row.children[column]) : row.children;
      const starts = whole || !isCovered(table, at);
      return [
        { tag: 'TR', lang, says: '' },
        ...cells.flatMap((cell, index): Role[] => {
          const own = cell?.data?.lang ?? lang;
          const first = index === 0 && starts && table.data?.rowHeaders === true;
          const tag = head || first || cell?.data?.heads ? 'TH' : 'TD';
          return [
            { tag, lang: own, says: cell ? this.#words(cell) : '' },
            ...(cell?.children.flatMap((child) => this.roles(child, own)) ?? []),
          ];
        }),
      ];
    });
  }

  /** A table's caption comes before its rows, that of everything else after it. */
  #figure(figure: Extract<Nodes, { type: 'figure' }>, around: string): Role[] {
    const lang = figure.data?.lang ?? around;
    const captions = figure.children.filter((child) => child.type === 'caption');
    const others = figure.children.filter((child) => child.type !== 'caption');
    const read = (nodes: readonly Nodes[]): Role[] => nodes.flatMap((child) => this.roles(child, lang));
    const [table, ...rest] = others[0]?.type === 'table' ? read(others) : [];
    return table ? [table, ...read(captions), ...rest] : [...read(others), ...read(captions)];
  }

  #call(node: Extract<Nodes, { type: 'footnoteReference' }>, lang: string): Role[] {
    const note = this.#document.notes.find(({ identifier }) => identifier === node.identifier);
    const number = String(node.data?.number ?? note?.data?.number);
    const call: Role = { tag: 'Link', lang, says: number };
    if (!note || this.#called.has(note)) return [call];
    this.#called.add(note);
    const own = note.data?.lang ?? this.#edition.tag;
    const back: Role[] = ['Note', 'Lbl', 'Link'].map((tag) => ({ tag, lang: own, says: tag === 'Note' ? '' : number }));
    return [call, ...back, ...note.children.flatMap((child) => this.roles(child, own))];
  }

  #words(node: Nodes): string {
    if (node.type === 'footnoteReference') return `${node.data?.number}.*?`; // its note stands right after it
    if (node.type === 'pageReference') return '.*?';
    if (node.type === 'image') return '';
    if ('value' in node) return escaped(node.value);
    if (node.type === 'list') {
      return node.children.map((item, at) => `${this.#label(node, item, at)}${this.#words(item)}`).join('');
    }
    return 'children' in node ? node.children.map((child) => this.#words(child)).join('') : '';
  }
}

/** As far as trials count. */
const firstNumerals = { a: [...'abcdefghijklmnopqrstuvwxyz'], i: 'i ii iii iv v vi vii viii ix x'.split(' ') } as const;

/** Whether the first column of a row is that of a cell which began above it. */
function isCovered(table: Extract<Nodes, { type: 'table' }>, at: number): boolean {
  let end = 0;
  for (let row = 0; row < at; row++) {
    if (row >= end) end = row + (table.children[row]?.children[0]?.data?.rowSpan ?? 1);
  }
  return end > at;
}
