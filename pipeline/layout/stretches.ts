/** A line of a paragraph as words of one run each, before they have their places. */
import type { Nodes } from 'mdast';
import type { BrokenLine } from './breaking.ts';
import type { Place, Points, Word } from './display.ts';
import type { TextItems } from './items.ts';
import type { Run } from './runs.ts';
import type { Tools } from './tools.ts';

/** Words of one run in one line, before the spaces are known. */
export interface Stretch {
  readonly run: Run;
  /** White before it that no justification widens. */
  readonly lead: Points;
  readonly words: string[];
  /** Natural widths of the words, and of the space after each. */
  readonly widths: Points[];
  readonly spaces: Points[];
  hyphen: boolean;
}

/** The words of a line, whole where all of their pieces are in it. */
export function stretchesOf(
  line: BrokenLine,
  { items, runs }: { readonly items: TextItems; readonly runs: readonly Run[] },
): Stretch[] {
  const stretches: Stretch[] = [];
  let current: Stretch | undefined;
  let lead = 0;
  for (let at = line.start; at < line.end; at++) {
    const run = runs[items.run[at] as number] as Run;
    if (items.kind[at] === 'box') {
      if (current?.run !== run) {
        current = { run, lead, words: [''], widths: [], spaces: [], hyphen: false };
        stretches.push(current);
        lead = 0;
      } else if (current.spaces.length === current.words.length) current.words.push('');
      const whole = items.words.get(at);
      const fits = whole && at + whole.count <= line.end;
      current.words[current.words.length - 1] += fits ? whole.text : (items.text[at] as string);
      if (fits) at += whole.count - 1;
    } else if (items.kind[at] === 'glue' && items.text[at] === '') {
      lead = items.width[at] as number;
    } else if (items.kind[at] === 'glue' && current && current.spaces.length < current.words.length) {
      current.spaces.push(items.width[at] as number);
    }
  }
  if (current && items.kind[line.end] === 'penalty' && items.text[line.end] === 'hyphen') current.hyphen = true;
  return stretches;
}

/** Widths as they are painted, whatever the pieces that the breaking was chosen by. */
export function measureWords(stretches: readonly Stretch[], tools: Tools): void {
  for (const { run, words, widths, hyphen } of stretches) {
    const face = tools.fonts(run.face);
    for (const word of words) widths.push(run.image?.width ?? run.blank ?? (face.width(word) * run.size) / 1000);
    if (hyphen) widths[widths.length - 1] = (widths.at(-1) as number) + (face.width('-') * run.size) / 1000;
  }
}

/** @param factor - By how much their spaces are widened or narrowed; not unless told. */
export function widthOf(stretches: readonly Stretch[], factor = 1): Points {
  return stretches.reduce((total, { lead, widths, spaces }) => {
    let own = lead;
    for (const width of widths) own += width;
    for (const space of spaces) own += space * factor;
    return total + own;
  }, 0);
}

export function setWords({ words, spaces }: Stretch, factor: number, endsInSpace: boolean): Word[] {
  return words.map((text, at) => {
    const space = spaces[at];
    if (space !== undefined) return { text, gap: space * factor, spaceAfter: true };
    return endsInSpace && at === words.length - 1 ? { text, gap: 0, spaceAfter: true } : { text, gap: 0 };
  });
}

/** Counts the printed signs of each node, line after line. */
export class Reader {
  #node: Nodes | undefined;
  #count = 0;

  /** @param inWord - The line begins inside a word. @returns what begins first in the line. */
  read(stretches: readonly Stretch[], inWord: boolean): Place | undefined {
    let first: Place | undefined;
    for (const [index, { run, words }] of stretches.entries()) {
      if (run.node !== this.#node) this.#count = 0;
      this.#node = run.node;
      const rest = inWord && index === 0 ? (words[0]?.length ?? 0) : 0;
      const begins = rest === 0 || words.length > 1;
      if (!first && begins && run.node && run.node.type !== 'pageReference')
        first = { node: run.node, at: this.#count + rest };
      for (const word of words) this.#count += word.length;
    }
    return first;
  }
}

/** The line before ended inside a word. */
export function isInWord({ start }: BrokenLine, { kind, penalty }: TextItems): boolean {
  return kind[start - 1] === 'penalty' && (penalty[start - 1] as number) > 0;
}
