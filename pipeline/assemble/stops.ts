import type { Nodes } from 'mdast';

/** Nodes whose words go on in the line that they stand in. */
const inLine: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'link', 'span', 'term']);

/**
 * One full stop where a value ends in its own (“1:30 p.m.”) and the sentence ends with it: the abbreviation's serves for
 * both. An ellipsis stays.
 */
export class Stops {
  /** What ends in a value's own full stop. */
  readonly #after = new Set<Nodes>();

  /** Words that a value was printed as. */
  printed(words: readonly Nodes[]): void {
    const last = words.at(-1);
    if (last?.type === 'text' && last.value.endsWith('.')) this.#after.add(last);
  }

  /** The children of a node, before neighbouring texts are joined, with the second stop of each two left out. */
  merged(parent: Nodes, children: readonly Nodes[]): Nodes[] {
    const last = children.at(-1);
    if (inLine.has(parent.type) && last && this.#after.has(last)) this.#after.add(parent);
    return children.flatMap((child, index) => {
      const before = children[index - 1];
      if (child.type !== 'text' || !before || !this.#after.has(before) || !/^\.(?!\.)/.test(child.value))
        return [child];
      return child.value === '.' ? [] : [{ ...child, value: child.value.slice(1) }];
    });
  }
}
