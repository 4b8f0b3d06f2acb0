/** Cells that hold blocks: how they are set, and what room their words ask for. */
import type { Code, Nodes, PhrasingContent } from 'mdast';
import type { Block, LanguageTag } from '../../model/index.ts';
import { collectRuns } from '../collect.ts';
import type { Points } from '../display.ts';
import { type FlowBox, stack } from '../flow.ts';
import type { Run } from '../runs.ts';
import { type Draft, openElement } from '../structure.ts';
import type { Sheet, TextStyle } from '../style.ts';
import { languageOf, onTrial, type Setting } from '../tools.ts';
import { codePadding } from './code.ts';

/** The blocks of a cell, to be set when its columns have their widths. */
export interface CellBlocks {
  readonly nodes: readonly Block[];
  readonly draft: Draft;
  readonly style: TextStyle;
  readonly lang: LanguageTag;
}

/** Words that stand in lines of their own, and what is free at their sides. */
export interface CellText {
  readonly runs: readonly Run[];
  readonly indent: Points;
}

type CellSetting = Pick<Setting, 'tools' | 'width'>;

/** Blocks in the width of their cell, on the grid of its own lines. */
export function setCellBlocks({ nodes, draft, style, lang }: CellBlocks, { tools, width }: CellSetting): FlowBox[] {
  const sheet = sheetOfCell(tools.sheet, style, width);
  const place = { x: 0, width, snap: false, gap: sheet.halfLine, listDepth: 0 };
  return stack(tools.setBlocks(nodes, { tools: { ...tools, sheet }, parent: draft, style, lang, ...place }));
}

/** In letters of the cell. */
const indentInCell = 1.3;
const leastInCell = 4;

function sheetOfCell(sheet: Sheet, { leading, size }: TextStyle, width: Points): Sheet {
  return {
    ...sheet,
    line: leading,
    halfLine: leading / 2,
    measure: width,
    wideMeasure: width,
    leastMeasure: Math.min(width, leastInCell * size),
    indent: Math.min(sheet.indent, indentInCell * size),
  };
}

/** The words of a cell's blocks as lines that are never broken; nothing is opened, called or said. */
export function textsOfBlocks({ nodes, style, lang }: CellBlocks, { tools, width }: CellSetting): CellText[] {
  const quiet = onTrial(tools);
  const { indent: step } = sheetOfCell(tools.sheet, style, width);
  const textOf = (phrasing: readonly PhrasingContent[], around: Around): CellText => ({
    runs: collectRuns(phrasing, { tools: quiet, draft: openElement('P'), measure: width, ...around }),
    indent: around.indent,
  });
  const read = (node: Nodes, around: Around): CellText[] => {
    const own = { ...around, lang: languageOf(node, around.lang) };
    if (node.type === 'code')
      return linesOf(node).map((line) => textOf([line], { ...own, indent: own.indent + 2 * codePadding }));
    if (node.type === 'tableRow')
      return [
        textOf(
          node.children.flatMap(({ children }) => children),
          own,
        ),
      ];
    if (!('children' in node)) return [];
    if (textual.has(node.type)) return [textOf(node.children as PhrasingContent[], own)];
    const inner = { ...own, indent: own.indent + step * (indents[node.type] ?? 0) };
    return node.children.flatMap((child) => read(child, inner));
  };
  return nodes.flatMap((node) => read(node, { style, lang, indent: 0 }));
}

interface Around {
  readonly style: TextStyle;
  readonly lang: LanguageTag;
  readonly indent: Points;
}

const textual: ReadonlySet<string> = new Set(['paragraph', 'heading', 'definitionTerm', 'caption']);
/** How often each is set in, on both sides. */
const indents: Readonly<Record<string, number>> = { list: 1, definitionDescription: 1, blockquote: 2, admonition: 1 };

function linesOf({ value }: Code): PhrasingContent[] {
  return value.split('\n').map((line) => ({ type: 'inlineCode', value: line }));
}
