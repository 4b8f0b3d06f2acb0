import type { FootnoteDefinition, Nodes, RootContent } from 'mdast';
import {
  type BilingualDocument,
  type Halves,
  type Language,
  type LanguageMap,
  languages,
  type Row,
  suffixOf,
  type Target,
} from '../model/index.ts';

/** Where ids of the editions in one language are found in the bilingual one. */
export interface DocumentAnchors {
  /** Ids of rows, of groups and in what is shared: the same as before. */
  readonly rows: ReadonlySet<string>;
  readonly halves: LanguageMap<ReadonlyMap<string, string>>;
}

/** By document. */
export interface Anchors {
  get(document: string): DocumentAnchors | undefined;
}

type Draft = Pick<BilingualDocument, 'id' | 'rows' | 'notes'>;

export function anchorsOf(document: Draft): DocumentAnchors {
  const rows = new Set<string>();
  for (const row of document.rows) collectRows(row, rows);
  const halves = { en: new Map<string, string>(), fr: new Map<string, string>() };
  for (const language of languages) {
    for (const row of document.rows) collectHalf(row, language, halves[language]);
    for (const { halves: notes } of document.notes) {
      const note = notes[language];
      if (note) collectIds(note, language, (id) => halves[language].set(id, id + suffixOf(language)));
    }
  }
  return { rows, halves };
}

function collectRows(row: Row, ids: Set<string>): void {
  if (row.type === 'shared') collectIds(row.block, undefined, (id, half) => half === undefined && ids.add(id));
  else if (row.id !== undefined) ids.add(row.id);
  if (row.type === 'group') for (const inner of row.rows) collectRows(inner, ids);
}

/** @returns The anchor at which the row begins in the language, where it has one. */
function collectHalf(row: Row, language: Language, found: Map<string, string>): string | undefined {
  if (row.type === 'shared') {
    collectIds(row.block, undefined, (id, half) => {
      if (half === undefined) found.set(id, id);
      else if (half === language) found.set(id, id + suffixOf(language));
    });
    return row.block.data?.id;
  }
  if (row.type === 'paired') {
    const blocks = row.halves[language];
    for (const block of blocks ?? []) collectIds(block, language, (id) => found.set(id, id + suffixOf(language)));
    const first = blocks?.[0] && firstId(blocks[0]);
    const anchor = first === undefined ? undefined : first + suffixOf(language);
    if (row.id !== undefined && anchor !== undefined && !found.has(row.id)) found.set(row.id, anchor);
    return anchor;
  }
  const anchors = row.rows.map((inner) => collectHalf(inner, language, found));
  if (anchors[0] !== undefined && !found.has(row.id)) found.set(row.id, anchors[0]);
  return anchors[0];
}

/** @param half - Of which language the node's words are; of both unless told. */
function collectIds(node: Nodes, half: Language | undefined, found: (id: string, half?: Language) => unknown): void {
  const { id, half: own = half } = node.data ?? {};
  if (id !== undefined) found(id, own);
  if ('children' in node) for (const child of node.children) collectIds(child, own, found);
}

/** A glossary's entry begins with its term, which has the id. */
function firstId(block: RootContent): string | undefined {
  return block.data?.id ?? (block.type === 'definitionList' ? block.children[0]?.data?.id : undefined);
}

/** Rows whose ids and targets are those of the bilingual edition. */
export function anchoredRows(rows: readonly Row[], anchors: Anchors): Row[] {
  return rows.map((row): Row => {
    if (row.type === 'group') return { ...row, rows: anchoredRows(row.rows, anchors) };
    if (row.type === 'shared') return { ...row, block: anchored(row.block, undefined, anchors) };
    const halves: { [Side in Language]?: Halves[Side] } = {};
    for (const language of languages) {
      const blocks = row.halves[language];
      if (blocks) halves[language] = blocks.map((block) => anchored(block, language, anchors));
    }
    return { ...row, halves };
  });
}

export function anchoredNote(note: FootnoteDefinition, language: Language, anchors: Anchors): FootnoteDefinition {
  return anchored(note, language, anchors);
}

/** A copy. @param language - Of the half that the node stands in; none in what is shared. */
function anchored<Node extends Nodes>(node: Node, language: Language | undefined, anchors: Anchors): Node {
  const half = node.data?.half ?? language;
  const copy = { ...node };
  const { id, target, unit: _, otherLanguage, ...data } = node.data ?? {};
  if (node.data) {
    copy.data = {
      ...data,
      ...(id !== undefined && { id: half ? id + suffixOf(half) : id }),
      ...(target && { target: targetIn(target, otherLanguage ?? half, anchors) }),
    };
  }
  if (copy.type === 'pageReference')
    copy.targets = copy.targets.map((each) => targetIn(each, otherLanguage ?? half, anchors));
  if ('children' in copy && 'children' in node) {
    const children = (node.children as Nodes[]).map((child) => anchored(child, half, anchors));
    (copy as { children: Nodes[] }).children = children;
  }
  return copy;
}

/** Where a place of an edition is in the bilingual one: in the language's half, or at its row. */
export function targetIn(target: Target, language: Language | undefined, anchors: Anchors): Target {
  const { document, id } = target;
  if (id === undefined) return target;
  const own = anchors.get(document);
  const inHalf = (side: Language): string | undefined => own?.halves[side].get(id);
  if (language) return { document, id: inHalf(language) ?? id };
  if (own?.rows.has(id)) return target;
  return { document, id: inHalf('en') ?? inHalf('fr') ?? id };
}
