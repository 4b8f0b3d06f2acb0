import type { Figure, Nodes, Pair, PhrasingPair } from 'mdast';
import { copyTree, nameParts } from '../align/index.ts';
import { fileOf, type Language, type SourceDocument } from '../model/index.ts';
import { passageOf } from './passage.ts';
import { type DraftUnit, type Side, textSide } from './unit.ts';

/** What is found before its name is known: names of one block's parts are counted. */
interface Found {
  readonly unit: Omit<DraftUnit, 'name'>;
  /** Of the nearest thing around it that has an id. */
  readonly around?: string;
  /** Its own, or what it is in its block: `caption`, `alt`. */
  readonly id?: string;
  readonly part?: string;
}

/** The units of a document's tree, in their order: pairs, inline pairs, and the words for pictures. */
export function treeUnits(document: SourceDocument, first: Language): readonly DraftUnit[] {
  const tree = copyTree(document.tree);
  nameParts(tree, document);
  const found: Found[] = [];
  const visit = (node: Nodes, around?: string, part?: string): void => {
    if (node.data?.untranslated || node.type === 'untranslated') return;
    if (node.type === 'pair' || node.type === 'phrasingPair') {
      const unit = pairUnit(node, document);
      const id = node.type === 'pair' ? idOf(node) : undefined;
      if (unit) found.push({ unit, ...(around && { around }), ...(id && { id }), ...(part && { part }) });
      return;
    }
    const inside = node.data?.id ?? around;
    if (node.type === 'figure') {
      const unit = altUnit(node, document, first);
      if (unit) found.push({ unit, part: 'alt', ...(inside && { around: inside }) });
    }
    if (!('children' in node)) return;
    for (const child of node.children) visit(child, inside, node.type === 'caption' ? 'caption' : undefined);
  };
  visit(tree);
  return named(found, document.id);
}

/**
 * `overview#intro` for what has an id; `overview#fig-map.alt` and `.caption`; else by place in the nearest block that
 * has one: `overview#fees` for its only unit, `overview#fees.1`, `overview#fees.2` for several.
 */
function named(found: readonly Found[], document: string): readonly DraftUnit[] {
  const total = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): number => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts.get(key) ?? 0;
  };
  const keyOf = ({ around, part = '' }: Found): string => `${around ?? ''} ${part}`;
  for (const each of found) if (!each.id) count(total, keyOf(each));
  const seen = new Map<string, number>();
  return found.map((each) => {
    const { unit, id, around, part } = each;
    if (id) return { ...unit, name: `${document}#${id}` };
    const number = count(seen, keyOf(each));
    const several = (total.get(keyOf(each)) ?? 0) > 1 || !around;
    const base = around ? `${document}#${around}` : `${document}.text`;
    return { ...unit, name: [base, ...(part ? [part] : []), ...(several ? [number] : [])].join('.') };
  });
}

/** A pair's own id, else that of the heading which is all there is of it. */
function idOf(pair: Pair): string | undefined {
  const [block] = pair.children[0]?.children ?? [];
  return pair.data?.id ?? (block?.type === 'heading' ? block.data?.id : undefined);
}

function pairUnit(pair: Pair | PhrasingPair, document: SourceDocument): Omit<DraftUnit, 'name'> | undefined {
  const children: readonly (Pair | PhrasingPair)['children'][number][] = pair.children;
  if (children.length === 1 && children[0]?.only) return undefined;
  if (children.some(({ data }) => data?.untranslated)) return undefined;
  const sides = children
    .filter((variant) => variant.children.length > 0)
    .map((variant) => passageOf(variant, document));
  const fenced = sides.length > 0 && sides.every(({ fence }) => fence !== undefined);
  return { document: document.id, sides, place: fenced ? 'fence' : 'file' };
}

function altUnit(figure: Figure, document: SourceDocument, first: Language): Omit<DraftUnit, 'name'> | undefined {
  const { alt, position } = figure;
  if (!alt || alt.en === alt.fr) return undefined;
  const { path } = fileOf(document, position);
  const order: readonly Language[] = first === 'en' ? ['en', 'fr'] : ['fr', 'en'];
  const sides = order.flatMap((language): Side[] => {
    const words = alt[language].trim();
    return words ? [textSide(words, { language, path, position })] : [];
  });
  return { document: document.id, sides, place: 'file' };
}
