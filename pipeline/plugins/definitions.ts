import type { Definition, ImageReference, LinkReference, Nodes, PhrasingContent, Root, Variant } from 'mdast';
import { copyTree, type Place, placeOf, walk } from '../align/index.ts';
import { type Language, languages } from '../model/index.ts';
import { type DocumentFile, report } from './plugin.ts';
import { replaceEach } from './walk.ts';

/** Definitions by label; the first of two wins, as in CommonMark. */
type Labels = Map<string, Definition>;

interface Definitions {
  /** By the language block they stand in. */
  readonly local: ReadonlyMap<Variant, Labels>;
  readonly side: Readonly<Record<Language, Labels>>;
  readonly shared: Labels;
  /** The document has links by label, or definitions. */
  readonly used: boolean;
}

/**
 * Turns `[text][label]` and `![alt][label]` into links and images, and takes the definitions out.
 *
 * A label means what its own block says, else its language's side of the document, else shared content. In shared
 * text a label that each language defines for itself becomes an inline pair of links.
 */
export function resolveDefinitions(tree: Root, file: DocumentFile): void {
  const definitions = collect(tree);
  if (!definitions.used) return;
  settleAll(tree, { languages }, (node, place) => {
    if (node.type === 'definition') return [];
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return [node];
    const found = place.languages.map((language) => lookUp(definitions, node.identifier, { place, language }));
    for (const [index, one] of found.entries()) {
      if (!one?.foreign) continue;
      const details = {
        variant: 'definition',
        label: node.label ?? node.identifier,
        language: place.languages[index] ?? '',
      };
      report(file, 'link-target-exists', { position: node.position, details });
    }
    return resolved(
      node,
      place.languages,
      found.map((one) => one?.definition),
    );
  });
}

function collect(tree: Root): Definitions {
  const local = new Map<Variant, Labels>();
  const side: Record<Language, Labels> = { en: new Map(), fr: new Map() };
  const shared: Labels = new Map();
  let used = false;
  walk(tree, (node, place) => {
    used ||= node.type === 'definition' || node.type === 'linkReference' || node.type === 'imageReference';
    if (node.type !== 'definition') return;
    const { variant } = place;
    if (!variant) return add(shared, node);
    if (!local.has(variant)) local.set(variant, new Map());
    add(local.get(variant), node);
    add(side[variant.language], node);
  });
  return { local, side, shared, used };
}

function add(labels: Labels | undefined, definition: Definition): undefined {
  if (!labels?.has(definition.identifier)) labels?.set(definition.identifier, definition);
}

/** `foreign`: only the other language says what the label means. */
function lookUp(
  { local, side, shared }: Definitions,
  label: string,
  { place, language }: { place: Place; language: Language },
): { definition: Definition; foreign?: boolean } | undefined {
  const own = place.variant && local.get(place.variant)?.get(label);
  const definition = own ?? side[language].get(label) ?? shared.get(label);
  if (definition) return { definition };
  const foreign = side.en.get(label) ?? side.fr.get(label);
  return foreign && { definition: foreign, foreign: true };
}

function resolved(
  node: LinkReference | ImageReference,
  shown: readonly Language[],
  found: readonly (Definition | undefined)[],
): Nodes[] {
  const [first, second] = found;
  if (!first) return node.type === 'linkReference' ? node.children : [];
  if (!second || (first.url === second.url && first.title === second.title)) return [direct(node, first)];
  const sides = shown.map((language, index) => ({
    type: 'phrasingVariant' as const,
    language,
    children: [direct(index === 0 ? node : copyTree(node), found[index] ?? first)],
    ...(node.position && { position: node.position }),
  }));
  return [{ type: 'phrasingPair', children: sides, ...(node.position && { position: node.position }) }];
}

function direct(node: LinkReference | ImageReference, { url, title }: Definition): PhrasingContent {
  const common = { url, ...(title && { title }), ...(node.position && { position: node.position }) };
  if (node.type === 'imageReference') return { type: 'image', alt: node.alt ?? '', ...common };
  return { type: 'link', children: node.children, ...common };
}

/** Children first, so that a picture inside a link is settled before the link. */
function settleAll(node: Nodes, place: Place, make: (node: Nodes, place: Place) => Nodes[]): void {
  if (!('children' in node)) return;
  const inner = placeOf(node, place);
  for (const child of node.children) settleAll(child, inner, make);
  replaceEach(node, (child) => make(child, inner));
}
