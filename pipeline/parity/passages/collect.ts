import type { Figure, Nodes, Pair, PhrasingPair, PhrasingVariant, Root, Variant } from 'mdast';
import { walk } from '../../align/index.ts';
import {
  type Language,
  type LanguageMap,
  type LanguageTag,
  languages,
  type Position,
  type SourceDocument,
} from '../../model/index.ts';
import { Aligner } from './align.ts';
import type { Passage, PassageContext, Role } from './passage.ts';
import { type Side, sideOf, textSide } from './side.ts';
import { spotsIn } from './spots.ts';
import type { targetsIn } from './targets.ts';

/** Every pair of a document, block or inline, and the words for its pictures. */
export function passagesOf(
  document: SourceDocument,
  tags: LanguageMap<LanguageTag>,
  targets: ReturnType<typeof targetsIn>,
): readonly Passage[] {
  const { path, tree } = document;
  const target = (url: string, from: Position): string => targets(url, from.path ?? path);
  const context: PassageContext = { ...spotsIn(document), ...surveyOf(tree), target };
  const collector = new Collector(path, context, { tags, definitions: definitionsOf(tree) });
  collector.visit(tree);
  return collector.passages;
}

interface Reading {
  readonly tags: LanguageMap<LanguageTag>;
  readonly definitions: LanguageMap<ReadonlyMap<string, string>>;
}

class Collector {
  readonly passages: Passage[] = [];
  readonly #path: string;
  readonly #context: PassageContext;
  readonly #reading: Reading;

  constructor(path: string, context: PassageContext, reading: Reading) {
    this.#path = path;
    this.#context = context;
    this.#reading = reading;
  }

  /** @param role - Of an inline pair that stands here. */
  visit(node: Nodes, role: Role = 'inline'): void {
    if (node.data?.untranslated || node.type === 'untranslated') return;
    if (node.type === 'figure') this.#figure(node);
    if (node.type === 'pair') this.#pair(node, role === 'caption' ? 'caption' : 'paragraph');
    else if (node.type === 'phrasingPair') this.#phrasingPair(node, role);
    else if ('children' in node) for (const child of node.children) this.visit(child, roleWithin(node, role));
  }

  #pair(pair: Pair, role: Role): void {
    const [first] = pair.children;
    const [en, fr] = languages.map((language) => pair.children.find((variant) => variant.language === language));
    if (first && (!en || !fr)) this.#lone(pair, first);
    if (first?.only && (!en || !fr)) this.#alone(first, role);
    if (!first || !en || !fr || en.data?.untranslated || fr.data?.untranslated) return;
    const aligner = new Aligner((nodes, position, language) => this.#side(nodes, position, language));
    const blocksOf = (variant: typeof en) => ({ nodes: variant.children, position: placed(variant) });
    aligner.blocks(blocksOf(en), blocksOf(fr), role);
    this.#add(pair, { first: first.language, parts: aligner.parts, differences: aligner.differences });
  }

  #lone(pair: Pair, variant: Variant): void {
    if (variant.only || variant.data?.untranslated) return;
    const position = placed(variant);
    const sideIn = (language: Language): Side =>
      variant.language === language
        ? this.#side(variant.children, position, language)
        : textSide('', position, language);
    const lone = { role: 'unit' as const, en: sideIn('en'), fr: sideIn('fr') };
    this.#add(pair, { first: variant.language, parts: [], differences: [], lone });
  }

  #phrasingPair(pair: PhrasingPair, role: Role): void {
    const [first] = pair.children;
    const [en, fr] = languages.map((language) => pair.children.find((variant) => variant.language === language));
    if (first?.only && (!en || !fr)) this.#alone(first, role);
    if (!first || !en || !fr || en.data?.untranslated || fr.data?.untranslated) return;
    const part = {
      role,
      en: this.#side(en.children, placed(en), 'en'),
      fr: this.#side(fr.children, placed(fr), 'fr'),
    };
    this.#add(pair, { first: first.language, parts: [part], differences: [] });
  }

  /** What one language alone has is not compared, and its words are still to be right. */
  #alone(variant: Variant | PhrasingVariant, role: Role): void {
    if (variant.data?.untranslated) return;
    const position = placed(variant);
    const sideIn = (language: Language): Side =>
      language === variant.language
        ? this.#side(variant.children, position, language)
        : textSide('', position, language);
    const part = { role, en: sideIn('en'), fr: sideIn('fr') };
    this.#add(variant, { first: variant.language, parts: [part], differences: [], alone: true });
  }

  #figure(figure: Figure): void {
    const { alt } = figure;
    if (!alt?.en.trim() || !alt.fr.trim()) return;
    const position = placed(figure);
    const part = {
      role: 'alt' as const,
      en: textSide(alt.en, position, 'en'),
      fr: textSide(alt.fr, position, 'fr'),
    };
    this.#add(figure, { first: 'en', parts: [part], differences: [] });
  }

  #add(node: Nodes, made: Pick<Passage, 'first' | 'parts' | 'differences' | 'lone' | 'alone'>): void {
    const unit = node.data?.id;
    this.passages.push({
      path: this.#path,
      ...(unit !== undefined && { unit }),
      position: placed(node),
      context: this.#context,
      ...made,
    });
  }

  #side(nodes: readonly Nodes[], position: Position, language: Language): Side {
    const { tags, definitions } = this.#reading;
    return sideOf(nodes, position, { language, tag: tags[language], definitions: definitions[language] });
  }
}

function roleWithin(node: Nodes, role: Role): Role {
  if (node.type === 'heading' || node.type === 'definitionTerm') return 'heading';
  if (node.type === 'tableCell') return 'cell';
  if (node.type === 'caption') return 'caption';
  return node.type === 'paragraph' && role !== 'caption' ? 'inline' : role;
}

function placed(node: Nodes): Position {
  if (!node.position) throw new Error('A node without position');
  return node.position;
}

/** What any passage of the document may ask: which notes are called and defined, which pictures are shown. */
function surveyOf(tree: Root): Pick<PassageContext, 'called' | 'defined' | 'shown'> {
  const called = { en: new Set<string>(), fr: new Set<string>() };
  const defined = { en: new Set<string>(), fr: new Set<string>() };
  const shown = { en: new Set<string>(), fr: new Set<string>() };
  walk(tree, (node, { languages }) => {
    for (const language of languages) {
      if (node.type === 'footnoteReference') called[language].add(node.identifier);
      if (node.type === 'footnoteDefinition') defined[language].add(node.identifier);
      if (node.type === 'image') shown[language].add(node.url);
    }
  });
  return { called, defined, shown };
}

function definitionsOf(tree: Root): LanguageMap<ReadonlyMap<string, string>> {
  const found = { en: new Map<string, string>(), fr: new Map<string, string>() };
  walk(tree, (node, place) => {
    if (node.type !== 'definition') return;
    for (const language of place.languages) {
      if (!found[language].has(node.identifier)) found[language].set(node.identifier, node.url);
    }
  });
  return found;
}
