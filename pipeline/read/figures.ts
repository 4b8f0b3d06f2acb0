import type { Caption, Figure, Nodes, Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { type Block, type Language, type LanguageMap, languages, visit } from '../model/index.ts';
import { idData } from './directives.ts';
import { placed } from './phrasing.ts';
import { isPlaceholder } from './placeholders.ts';
import { report, type Source } from './source.ts';

/** `::::figure`, `::::table`, `::::math`: a caption, then what it captions. */
export function figureOf(
  node: ContainerDirective,
  content: { label: Paragraph | undefined; blocks: readonly Block[] },
  source: Source,
): Figure {
  const kind = node.name as Figure['kind'];
  const { label, blocks } = content;
  const src = kind === 'figure' ? sided(node, 'src') : undefined;
  const spoken = kind === 'math' && ['alt', 'alt-en', 'alt-fr'].some((name) => node.attributes?.[name] !== undefined);
  const alt = src || spoken ? altOf(node, source) : undefined;
  const position = placed(node);
  const id = idData(node, source);
  const untranslated = node.attributes?.nt === undefined ? undefined : { untranslated: true };
  const at = label ? -1 : captionIndex(kind, blocks, src !== undefined);
  const captioning = label ?? blocks[at];
  const caption: Caption | undefined = captioning && {
    type: 'caption',
    children: captioning.type === 'paragraph' ? captioning.children : [captioning as Caption['children'][number]],
    position: placed(captioning),
  };
  if (
    kind === 'figure' &&
    !src &&
    !blocks.some((block) => holds(block, ['image', 'imageReference', 'table', 'code']))
  ) {
    report(source, 'asset-exists', { position, details: { variant: 'unnamed' } });
  }
  const rest = blocks.filter((_, index) => index !== at);
  const data = { ...id, ...untranslated };
  return {
    type: 'figure',
    kind,
    ...(src && { src }),
    ...(alt && { alt }),
    children: [...(caption ? [caption] : []), ...rest],
    position,
    ...(Object.keys(data).length > 0 && { data }),
  };
}

/** Where the caption stands: the last pair (or paragraph) before the content; -1 when there is none. */
function captionIndex(kind: Figure['kind'], blocks: readonly Block[], hasPicture: boolean): number {
  const content = blocks.findIndex((block) => isContent(kind, block, hasPicture));
  const before = (content < 0 ? blocks.length : content) - 1;
  const block = blocks[before];
  return block?.type === 'pair' || block?.type === 'paragraph' ? before : -1;
}

function isContent(kind: Figure['kind'], block: Block, hasPicture: boolean): boolean {
  if (kind === 'table') return holds(block, ['table']);
  if (kind === 'figure') return !hasPicture && holds(block, ['image', 'imageReference', 'table', 'code']);
  return block.type !== 'pair' && !(block.type === 'paragraph' && holds(block, ['phrasingPair']));
}

function holds(block: Nodes, types: readonly string[]): boolean {
  let found = false;
  visit(block, (node) => {
    found ||= types.includes(node.type);
  });
  return found;
}

/** `name-en` and `name-fr`, or `name` for both. */
function sided(node: ContainerDirective, name: string): LanguageMap | undefined {
  const of = (key: string): string | undefined => node.attributes?.[key] ?? undefined;
  const [en, fr] = [of(`${name}-en`) ?? of(name), of(`${name}-fr`) ?? of(name)];
  return en !== undefined && fr !== undefined ? { en, fr } : undefined;
}

/**
 * Words for the picture; empty on both sides when it only decorates. A side that is missing is reported, and empty;
 * undefined where both are.
 */
function altOf(node: ContainerDirective, source: Source): LanguageMap | undefined {
  const of = (language: Language): string => node.attributes?.[`alt-${language}`] ?? node.attributes?.alt ?? '';
  const alt = { en: of('en'), fr: of('fr') };
  const decorative = sided(node, 'alt') !== undefined && languages.every((language) => alt[language].trim() === '');
  if (decorative) return alt;
  for (const language of languages) {
    const words = alt[language].trim();
    if (words && !isPlaceholder(words)) continue;
    const details = words
      ? { variant: 'placeholder', language, words: words.slice(0, 40) }
      : { variant: 'alt', language };
    report(source, 'variant-present', { position: placed(node), details });
  }
  return languages.some((language) => alt[language].trim() !== '') ? alt : undefined;
}
