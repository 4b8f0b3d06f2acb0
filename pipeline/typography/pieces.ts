import type { Abbreviation, Image, Link, Nodes, Span, Text } from 'mdast';
import { ownLanguage } from '../align/index.ts';
import { formatValue } from '../language/index.ts';
import type { Language, LanguageMap, LanguageTag, TypographyOptions } from '../model/index.ts';

/** How a publication's languages are set. */
export interface TypographySetting {
  readonly tags: LanguageMap<LanguageTag>;
  readonly typography?: LanguageMap<TypographyOptions> | undefined;
}

/** Which words of a block are meant, and by which rules they are set. */
export interface Voice {
  readonly language: Language;
  readonly tag: LanguageTag;
  /** Where its region's own rules are not what is wanted. */
  readonly options: TypographyOptions | undefined;
  readonly setting: TypographySetting;
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

/** Words of the block's language that are no part of its text and stand alone. */
export type Aside =
  | { readonly node: Image; readonly key: 'alt' }
  | { readonly node: Link; readonly key: 'title' }
  | { readonly node: Abbreviation; readonly key: 'expansion' };

export interface Pieces {
  readonly pieces: readonly Piece[];
  /** Words in the publication's other language, which have a voice of their own. */
  readonly spans: readonly { readonly node: Span; readonly voice: Voice }[];
  readonly asides: readonly Aside[];
}

/** How a part of the block is to be taken. */
interface State {
  readonly frozen: boolean;
  readonly shared: boolean;
}

/** Stands for something that is not text: a picture, a formula, a reference whose words come later. U+FFFC is Unicode's sign for it. */
const object = '\uFFFC';

/** The words of a block as one edition reads them. */
export function collectPieces(block: Nodes, voice: Voice): Pieces {
  const pieces: Piece[] = [];
  const spans: { node: Span; voice: Voice }[] = [];
  const asides: Aside[] = [];
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
        context(formatValue(node, voice.tag, voice.options) ?? node.value);
        return;
      case 'inlineMath':
        context(object);
        return;
      case 'image':
        if (own && node.alt) asides.push({ node, key: 'alt' });
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
        if (own && node.title) asides.push({ node, key: 'title' });
        if (node.children.length === 0) context(object); // its words are those of what it leads to
        collectChildren(node, isAddress(node) ? { ...state, frozen: true } : state);
        return;
      case 'abbreviation':
        if (own && node.data?.lang === undefined) asides.push({ node, key: 'expansion' });
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
    const own = lang === undefined ? voice.language : ownLanguage(lang);
    const foreign = own !== voice.language;
    collectChildren(span, foreign ? { ...state, frozen: true } : state);
    if (!foreign || own === undefined || lang === undefined) return;
    spans.push({ node: span, voice: voiceOf(own, { lang, shared: false, setting: voice.setting }) });
  };

  collectChildren(block, { frozen: false, shared: voice.shared });
  return { pieces, spans, asides };
}

/** @param lang - As the words say it; the publication's own unless they name a region. */
export function voiceOf(
  language: Language,
  { lang = language, shared, setting }: { lang?: LanguageTag; shared: boolean; setting: TypographySetting },
): Voice {
  const own = setting.tags[language];
  const tag = lang.includes('-') ? lang : own;
  return { language, tag, options: tag === own ? setting.typography?.[language] : undefined, setting, shared };
}

/** An address written out is its own text. */
function isAddress({ url, children: [first, ...rest] }: Link): boolean {
  return (
    first?.type === 'text' &&
    rest.length === 0 &&
    (url === first.value || url.endsWith(`:${first.value}`) || url === `http://${first.value}`)
  );
}
