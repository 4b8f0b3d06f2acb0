import type { Link, Nodes, Span, Text } from 'mdast';
import { formatValue, typeset } from '../language/index.ts';
import type { Language, LanguageMap, LanguageTag } from '../model/index.ts';
import { languageOf } from './walk.ts';

/** Which words of a block are meant, and by which rules they are set. */
export interface Voice {
  readonly language: Language;
  readonly tag: LanguageTag;
  readonly tags: LanguageMap<LanguageTag>;
  /** The block is in both editions: only its inline variants are of this language alone. */
  readonly shared: boolean;
}

/** One run of a block, and the node that it came from. */
export interface Piece {
  readonly text: string;
  readonly frozen: boolean;
  /** In both editions. */
  readonly shared: boolean;
  readonly node?: Text;
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  /** Words in the publication's other language, which have a voice of their own. */
  readonly spans: readonly { readonly node: Span; readonly voice: Voice }[];
}

/** How a part of the block is to be taken. */
interface State {
  readonly frozen: boolean;
  readonly shared: boolean;
}

/** Stands for something that is not text: a picture, a formula, a reference whose words come later. U+FFFC is Unicode's sign for it. */
const object = '\uFFFC';

/**
 * The words of a block as one edition reads them. Also sets the alternative texts and link titles of its language,
 * which stand alone.
 */
export function collectPieces(block: Nodes, voice: Voice): Pieces {
  const pieces: Piece[] = [];
  const spans: { node: Span; voice: Voice }[] = [];
  const context = (text: string): unknown => pieces.push({ text, frozen: true, shared: voice.shared });

  const collect = (node: Nodes, around: State): void => {
    const state = node.data?.untranslated ? { ...around, frozen: true } : around;
    const own = !state.frozen && !state.shared;
    switch (node.type) {
      case 'text':
        pieces.push({ text: node.value, ...state, node });
        return;
      case 'inlineCode':
        context(node.value);
        return;
      case 'break':
        context('\n');
        return;
      case 'value':
        context(formatValue(node, voice.tag) ?? node.value);
        return;
      case 'inlineMath':
        context(object);
        return;
      case 'image':
        if (own && node.alt) node.alt = typeset(node.alt, voice.tag);
        context(object);
        return;
      case 'phrasingVariant':
        if (node.language === voice.language) collectChildren(node, { ...state, shared: false });
        return;
      case 'untranslated':
        collectChildren(node, { ...state, frozen: true });
        return;
      case 'span':
        collectSpan(node, state);
        return;
      case 'link':
        if (own && node.title) node.title = typeset(node.title, voice.tag);
        collectChildren(node, isAddress(node) ? { ...state, frozen: true } : state);
        return;
      case 'abbreviation':
        if (own && node.data?.lang === undefined) node.expansion = typeset(node.expansion, voice.tag);
        collectChildren(node, state);
        return;
      case 'reference':
        if (node.children.length === 0) context(object);
        collectChildren(node, state);
        return;
      default:
        collectChildren(node, state);
    }
  };

  const collectChildren = (node: Nodes, state: State): void => {
    if ('children' in node) for (const child of node.children) collect(child, state);
  };

  const collectSpan = (span: Span, state: State): void => {
    const lang = span.data?.lang;
    const own = lang === undefined ? voice.language : languageOf(lang);
    const foreign = own !== voice.language;
    collectChildren(span, foreign ? { ...state, frozen: true } : state);
    if (!foreign || own === undefined || lang === undefined) return;
    const tag = lang.includes('-') ? lang : voice.tags[own];
    spans.push({ node: span, voice: { ...voice, language: own, tag, shared: false } });
  };

  collectChildren(block, { frozen: false, shared: voice.shared });
  return { pieces, spans };
}

/** An address written out is its own text. */
function isAddress({ url, children: [first, ...rest] }: Link): boolean {
  return (
    first?.type === 'text' &&
    rest.length === 0 &&
    (url === first.value || url.endsWith(`:${first.value}`) || url === `http://${first.value}`)
  );
}
