import type { Nodes } from 'mdast';
import { textIn } from '../../align/index.ts';
import { formatValue } from '../../language/index.ts';
import type { Language, LanguageTag, Position } from '../../model/index.ts';

/** One language's half of what is compared: its words, and what they lead to. */
export interface Side {
  readonly language: Language;
  readonly position: Position;
  /** Everything a reader sees, one piece after the other. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** As long as `text`; what is not in words of this language is blanked: code, addresses, values, other languages. */
  readonly words: string;
  /** As `words`, without what is in links. */
  readonly unlinked: string;
  /** As long as `text`; code, addresses and what is not to be translated are blanked. */
  readonly statements: string;
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  /** Concepts that words stand for by hand: `:term[the law]{#act}`. */
  readonly concepts: readonly string[];
  /** Calls of notes. */
  readonly notes: readonly { readonly label: string; readonly position: Position }[];
}

interface Piece {
  readonly kind: 'text' | 'linked' | 'alt' | 'code' | 'address' | 'untranslated' | 'foreign' | 'value' | 'gap';
  readonly value: string;
  /** Offset into the side's text. */
  readonly start: number;
  readonly position: Position;
}

export interface Link {
  readonly url: string;
  readonly position: Position;
}

export interface Image extends Link {
  readonly alt: string;
}

/** What a side needs to know besides its nodes. */
export interface SideContext {
  readonly language: Language;
  readonly tag: LanguageTag;
  /** Addresses of reference definitions that this language sees, by identifier. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** Stands for what a rule should not read; no letter, no figure, no space. */
export const blank = '\uFFFC';

/**
 * Read the nodes of one side once, for all rules.
 *
 * @param position - Of the side, which may have no nodes.
 */
export function sideOf(nodes: readonly Nodes[], position: Position, context: SideContext): Side {
  const reader = new SideReader(context);
  for (const [index, node] of nodes.entries()) {
    if (index > 0) reader.add('gap', '\n', node);
    reader.read(node);
  }
  return reader.side(position);
}

/** A side that is no Markdown: a text of YAML, or of an attribute. */
export function textSide(text: string, position: Position, language: Language): Side {
  const value = text.normalize('NFC');
  const pieces: Piece[] = [{ kind: 'text', value, start: 0, position }];
  return {
    language,
    position,
    text: value,
    pieces,
    words: value,
    unlinked: value,
    statements: value,
    links: [],
    images: [],
    concepts: [],
    notes: [],
  };
}

const nowhere: Position = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

class SideReader {
  readonly #context: SideContext;
  readonly #pieces: Piece[] = [];
  readonly #links: Link[] = [];
  readonly #images: Image[] = [];
  readonly #concepts: string[] = [];
  readonly #notes: { label: string; position: Position }[] = [];
  #length = 0;

  constructor(context: SideContext) {
    this.#context = context;
  }

  add(kind: Piece['kind'], value: string, node: Nodes): void {
    if (value === '') return;
    this.#pieces.push({ kind, value, start: this.#length, position: node.position ?? nowhere });
    this.#length += value.length;
  }

  /** @param kind - Of the words within: `text`, or what an element around them makes of them. */
  read(node: Nodes, kind: Piece['kind'] = 'text'): void {
    const position = node.position ?? nowhere;
    const inside = kind === 'text' || kind === 'linked' ? kindWithin(node, this.#context.language, kind) : kind;
    if (node.type === 'superscript' && /^\d|^.{5}/.test(textIn(node, this.#context.language)))
      this.add('gap', ' ', node);
    switch (node.type) {
      case 'code':
      case 'footnoteDefinition':
      case 'definition':
        return;
      case 'text':
        this.add(kind, node.value, node);
        return;
      case 'inlineCode':
        this.add(kind === 'untranslated' || node.data?.keyboard ? 'untranslated' : 'code', node.value, node);
        return;
      case 'break':
        this.add('gap', '\n', node);
        return;
      case 'value':
        this.add('value', formatValue(node, this.#context.tag) ?? node.value, node);
        return;
      case 'footnoteReference':
        this.#notes.push({ label: node.identifier, position });
        return;
      case 'image':
        this.#image(node.url, node.alt ?? '', node);
        return;
      case 'imageReference':
        this.#image(this.#context.definitions.get(node.identifier) ?? node.identifier, node.alt ?? '', node);
        return;
      case 'term':
        this.#concepts.push(node.concept);
        break;
      case 'link':
      case 'reference':
        this.#links.push({ url: node.url, position });
        if (node.children.length === 0) this.add('value', blank, node); // words of what it leads to
        break;
      case 'linkReference': {
        const url = this.#context.definitions.get(node.identifier);
        if (url !== undefined) this.#links.push({ url, position });
        break;
      }
    }
    if ('children' in node) this.#children(node, inside);
  }

  #children(node: Nodes & { children: readonly Nodes[] }, kind: Piece['kind']): void {
    const isBlock = !phrasing.has(node.type);
    const { language } = this.#context;
    for (const [index, child] of node.children.entries()) {
      if ('language' in child && child.language !== language) continue; // the other half of an inline pair
      if (index > 0 && isBlock && !phrasing.has(child.type)) this.add('gap', '\n', child);
      this.read(child, kind);
    }
  }

  #image(url: string, alt: string, node: Nodes): void {
    this.#images.push({ url, alt, position: node.position ?? nowhere });
    if (alt.trim() === '') return;
    this.add('gap', '\n', node);
    this.add('alt', alt, node);
    this.add('gap', '\n', node);
  }

  side(position: Position): Side {
    const pieces = this.#pieces;
    const mask = (kinds: ReadonlySet<Piece['kind']>): string =>
      pieces
        .map(({ kind, value }) => (kinds.has(kind) ? value : blank.repeat(value.length)))
        .join('')
        .replace(templateCode, (code) => blank.repeat(code.length));
    return {
      language: this.#context.language,
      position,
      text: pieces.map(({ value }) => value).join(''),
      pieces,
      words: mask(wordKinds),
      unlinked: mask(plainKinds),
      statements: mask(statementKinds),
      links: this.#links,
      images: this.#images,
      concepts: this.#concepts,
      notes: this.#notes,
    };
  }
}

/** What site generators read: Liquid and Nunjucks tags, kramdown's attributes. */
const templateCode =
  /\{[{%#][\s\S]{0,400}?[}%#]\}|\{:[^{}]{0,400}(?=\{:)|\{:(?:[^{}]|\{\{[^{}]*\}\}|\{[^{}]*\}){0,400}\}/g;

const wordKinds: ReadonlySet<Piece['kind']> = new Set(['text', 'linked', 'alt', 'gap']);
const plainKinds: ReadonlySet<Piece['kind']> = new Set(['text', 'gap']);
const statementKinds: ReadonlySet<Piece['kind']> = new Set(['text', 'linked', 'alt', 'gap', 'foreign', 'value']);

const phrasing: ReadonlySet<string> = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'inlineMath',
  'break',
  'link',
  'image',
  'linkReference',
  'imageReference',
  'footnoteReference',
  'phrasingPair',
  'phrasingVariant',
  'value',
  'reference',
  'label',
  'span',
  'untranslated',
  'term',
  'abbreviation',
  'superscript',
  'subscript',
  'caption',
]);

/** What an element makes of the words in it. */
function kindWithin(node: Nodes, language: Language, around: Piece['kind']): Piece['kind'] {
  if (node.type === 'untranslated' || node.data?.untranslated) return 'untranslated';
  const lang = node.data?.lang?.split('-')[0]?.toLowerCase();
  if (lang !== undefined && lang !== language) return 'foreign';
  if (node.type === 'link' && isOwnAddress(node)) return 'address';
  return node.type === 'link' || node.type === 'linkReference' ? 'linked' : around;
}

/** A bare address: its words are the address itself. */
function isOwnAddress(link: Nodes & { type: 'link' }): boolean {
  const [only, more] = link.children;
  if (more || only?.type !== 'text') return false;
  const plain = (url: string): string =>
    url
      .replace(/^(?:https?:\/\/|mailto:)/i, '')
      .replace(/\/$/, '')
      .toLowerCase();
  return plain(only.value) === plain(link.url);
}
