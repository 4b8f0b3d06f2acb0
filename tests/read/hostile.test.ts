import { describe, expect, test } from 'vitest';
import { parse, parserFor } from '../../pipeline/read/syntax.ts';
import { wantedBy } from '../../pipeline/read/wanted.ts';

/** Characters that the tokenizer takes up while it reads, those that it takes up again among them. */
function steps(text: string): number {
  let count = 0;
  const counted = new WeakSet<object>();
  const own = parserFor(wantedBy(text))();
  own.freeze();
  type Effects = { consume: (code: number | null) => void };
  type Construct = { tokenize: (this: unknown, effects: Effects, ...rest: unknown[]) => unknown };
  const undo: (() => void)[] = [];
  for (const extension of own.data('micromarkExtensions') ?? []) {
    for (const construct of Object.values(
      (extension as { text?: Record<string, Construct | Construct[]> }).text ?? {},
    ).flat()) {
      const { tokenize } = construct;
      construct.tokenize = function (effects, ...rest) {
        if (!counted.has(effects)) {
          counted.add(effects);
          const { consume } = effects;
          effects.consume = (code) => {
            count++;
            consume(code);
          };
        }
        return tokenize.call(this, effects, ...rest);
      };
      undo.push(() => {
        construct.tokenize = tokenize;
      });
    }
  }
  try {
    own.parse(text);
  } finally {
    for (const each of undo) each();
  }
  return count;
}

describe('what looks like our syntax and never ends takes no more than its length in work', () => {
  const unended = [':span[x]{a', ':span[x]{#a', ':span[x]{.', ':span[x]{a="', ':en[', ':en[:fr[', ':num[1]{a=b '];
  test.each(unended)('%s', (piece) => {
    const [some, more] = [steps(piece.repeat(500)), steps(piece.repeat(2000))];
    expect(some).toBeGreaterThan(500 * piece.length - 1);
    expect(more / some).toBeLessThan(4.8); // 16 where work is the square of length
  });
});

test('attributes of any length that somebody writes are read', () => {
  const id = 'a'.repeat(300);
  const [paragraph] = parse(`:span[words]{#${id} lang=la}`).children;
  expect(paragraph).toMatchObject({ children: [{ type: 'textDirective', attributes: { id, lang: 'la' } }] });
});
