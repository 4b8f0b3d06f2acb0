import type { Fonts } from '../../../layout/index.ts';
import { type Diagnostic, diagnose, type Edition } from '../../../model/index.ts';

/** The parts of any tree that matter here. */
interface AnyNode {
  readonly type: string;
  readonly value?: unknown;
  readonly children?: readonly AnyNode[];
  readonly position?: Diagnostic['position'];
}

/** One diagnostic for each character that no face has, at its first use in each document. */
export function missingGlyphs(edition: Edition, fonts: Fonts): Diagnostic[] {
  const face = fonts('serif');
  const available = new Map<number, boolean>();
  const common = new Uint8Array(commonEnd); // 1: there is a glyph
  const isAvailable = (codePoint: number): boolean => {
    const known = available.get(codePoint) ?? (isSpace(codePoint) || face.has(codePoint));
    available.set(codePoint, known);
    if (known && codePoint < commonEnd && !isMark(codePoint)) common[codePoint] = 1;
    return known;
  };
  /** Most texts are of characters that were met before, and need no closer look. */
  const allKnown = (text: string): boolean => {
    for (let at = 0; at < text.length; at++) if (common[text.charCodeAt(at)] !== 1) return false;
    return true;
  };
  return edition.documents.flatMap((document) => {
    const found = new Map<number, Diagnostic>();
    const visit = (node: AnyNode): void => {
      if (typeof node.value === 'string' && node.type !== 'html' && !allKnown(node.value)) {
        for (const { segment: character, index } of characters(node.value)) {
          const codePoint = character.codePointAt(0) ?? 0;
          if (isAvailable(codePoint) || found.has(codePoint)) continue;
          const position = placeOf(node, index);
          found.set(codePoint, missing({ character, codePoint, path: document.path ?? document.id, position }));
        }
      }
      for (const child of node.children ?? []) visit(child);
    };
    for (const tree of [document.tree, ...document.notes]) visit(tree as AnyNode);
    return [...found.values()];
  });
}

/** Characters as faces see them: marks composed with their letters. */
function* characters(text: string): Generator<{ readonly segment: string; readonly index: number }> {
  let index = 0;
  for (const segment of text.normalize('NFC')) {
    yield { segment, index };
    index += segment.length;
  }
}

/** The character itself where the text stands in the source as it is here, on one line; else the text's beginning. */
function placeOf({ position, value }: AnyNode, index: number): Diagnostic['position'] {
  if (!position || typeof value !== 'string') return position;
  const { start, end } = position;
  if (start.line !== end.line || end.column - start.column !== value.length) return position;
  const column = start.column + index;
  return { start: { line: start.line, column }, end: { line: start.line, column: column + 1 } };
}

interface Missing {
  readonly character: string;
  readonly codePoint: number;
  readonly path: string;
  readonly position: Diagnostic['position'];
}

function missing({ character, codePoint, path, position }: Missing): Diagnostic {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return diagnose('glyph-is-available', { path, position, details: { character, code } });
}

/** Latin letters with all their accents, dashes and quotation marks stand before. */
const commonEnd = 0x2100;

/** What may become one character with the one before it. */
const isMark = (codePoint: number): boolean => codePoint >= 0x300 && codePoint < 0x370;

/** White space of the source, which layout makes into spaces of its own. */
const isSpace = (codePoint: number): boolean => codePoint === 0x9 || codePoint === 0xa || codePoint === 0xd;
