import type { Nodes, Text } from 'mdast';
import { typesetRuns } from '../language/index.ts';
import { addTo, fileOf, type Language, type SourceDocument } from '../model/index.ts';
import { eachTextBlock } from './blocks.ts';
import { collectPieces, type TypographySetting, type Voice } from './pieces.ts';
import { differencesOf, sourceOffsets } from './places.ts';

/** A piece of a file and what the typographer would put in its place; offsets are UTF-16 code units. */
interface TypographyChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What would change in one block of words, as one language reads it. */
export interface ChangedBlock {
  readonly language: Language;
  /** The file that the block stands in. */
  readonly path: string;
  /** At least one, in order. */
  readonly changes: readonly TypographyChange[];
}

/**
 * What the typographer would change in a document's files, to the character. Left out: line ends, which stay where they
 * are; what both languages share but set differently; and words that do not stand in the file as they are read.
 */
export function typographyChanges(
  document: Pick<SourceDocument, 'path' | 'text' | 'files' | 'tree'>,
  setting: TypographySetting,
): readonly ChangedBlock[] {
  const found: ChangedBlock[] = [];
  const visit = (block: Nodes, voices: readonly Voice[]): void => {
    const shared = new Map<Text, string[]>();
    for (const voice of voices) {
      const { pieces, spans } = collectPieces(block, voice);
      const changes: (readonly [Text, string])[] = [];
      if (pieces.some(({ frozen }) => !frozen)) {
        const set = typesetRuns(pieces, voice.tag, voice.options);
        for (const [index, { node, frozen, shared: both }] of pieces.entries()) {
          const text = set[index];
          if (!node || frozen || text === undefined) continue;
          if (both) addTo(shared, node, text);
          else if (text !== node.value) changes.push([node, text]);
        }
      }
      note(changes, voice.language);
      for (const span of spans) visit(span.node, [span.voice]);
    }
    const agreed = [...shared].flatMap(([node, [one = '', ...others]]): [Text, string][] =>
      one !== node.value && others.every((text) => text === one) ? [[node, one]] : [],
    );
    note(agreed, voices[0]?.language ?? 'en');
  };
  const note = (changed: readonly (readonly [Text, string])[], language: Language): void => {
    const byFile = new Map<string, TypographyChange[]>();
    for (const [node, text] of changed) {
      const file = fileOf(document as SourceDocument, node.position);
      for (const change of changesIn(node, text, file.text)) addTo(byFile, file.path, change);
    }
    for (const [path, changes] of byFile) if (changes.length > 0) found.push({ language, path, changes });
  };
  eachTextBlock(document.tree, setting, visit);
  return found;
}

function changesIn(node: Text, set: string, source: string): TypographyChange[] {
  const places = sourceOffsets(node, source);
  if (!places) return [];
  return differencesOf(node.value, set).flatMap(({ start, end, text }) => {
    const [from = 0, to = 0] = [places[start], start === end ? places[start] : places[end]];
    const isPlain = source.slice(from, to) === node.value.slice(start, end);
    return isPlain && !touchesAddress(source, from) ? [{ start: from, end: to, text }] : [];
  });
}

/** A bare address would take a curly quote into itself, where it leaves a straight one out. */
function touchesAddress(source: string, at: number): boolean {
  const least = Math.max(0, at - 300);
  let start = at;
  while (start > least && !/\s/.test(source[start - 1] ?? '')) start -= 1;
  return /:\/\/|www\.|@/i.test(source.slice(start, at));
}
