import { describe, expect, it } from 'vitest';
import { matched } from '../../../pipeline/emit/pdf/formulae/match.ts';
import type { MathNode } from '../../../pipeline/emit/pdf/formulae/tree.ts';

const token = (tag: string, text: string, ...marks: number[]): MathNode => ({
  tag,
  text,
  marks,
  attributes: {},
  children: [],
});
const row = (tag: string, ...children: MathNode[]): MathNode => ({ tag, children, marks: [], attributes: {} });

/** Tags and texts of a tree, with what is painted for each token. */
function told({ tag, text, marks, children }: MathNode): string {
  if (children.length > 0) return `${tag}(${children.map(told).join(' ')})`;
  return `${tag} ${text ?? ''}${marks.length > 0 ? `=${marks.join('+')}` : ''}`;
}

describe('the edition’s MathML and what is painted', () => {
  it('agree where tokens are divided in another way', () => {
    const edition = row('math', token('mn', '3,5'));
    const drawn = row('math', token('mn', '3', 0), row('mrow', token('mo', ',', 1)), token('mn', '5', 2));
    expect(told(matched(edition, drawn) as MathNode)).toBe('math(mn 3,5=0+1+2)');
  });

  it('agree where one shape stands for two signs: it is the first one’s', () => {
    const edition = row('math', row('msup', token('mi', 'f'), row('mrow', token('mo', '′'), token('mo', '′'))));
    const drawn = row('math', row('msup', token('mi', 'f', 0), token('mo', '″', 1)));
    expect(told(matched(edition, drawn) as MathNode)).toBe('math(msup(mi f=0 mrow(mo ′=1 mo ′)))');
  });

  it('agree where a letter is bold in itself, or a hat is another sign', () => {
    const edition = row('math', token('mi', '𝐀'), row('mover', token('mi', 'y'), token('mo', 'ˆ')));
    const drawn = row('math', token('mi', 'A', 0), row('mover', token('mi', 'y', 1), token('mo', '^', 2)));
    expect(told(matched(edition, drawn) as MathNode)).toBe('math(mi 𝐀=0 mover(mi y=1 mo ˆ=2))');
  });

  it('agree where the one has a frame and the other a bar, and where something only takes room', () => {
    const edition = row('math', row('menclose', token('mi', 'z')), row('mphantom', token('mi', 'x')));
    const drawn = row(
      'math',
      row('mover', token('mi', 'z', 0), token('mo', '―', 1)),
      row('mphantom', token('mi', 'x')),
    );
    expect(told(matched(edition, drawn) as MathNode)).toBe('math(menclose(mi z=0) mphantom(mi x))');
  });

  it('give the order of the edition to what is painted in another', () => {
    const edition = row('math', row('msubsup', token('mi', 'x'), token('mn', '1'), token('mn', '2')));
    const drawn = row('math', row('msubsup', token('mi', 'x', 0), token('mn', '1', 2), token('mn', '2', 1)));
    expect(told(matched(edition, drawn) as MathNode)).toBe('math(msubsup(mi x=0 mn 1=2 mn 2=1))');
  });

  it.each([
    ['a sign is not painted', [token('mi', 'a'), token('mi', 'b')], [token('mi', 'a', 0)]],
    ['a sign is painted that nobody wrote', [token('mi', 'a')], [token('mi', 'a', 0), token('mi', 'b', 1)]],
    ['they say other things', [token('mi', 'a'), token('mi', 'b')], [token('mi', 'c', 0)]],
  ])('do not agree where %s', (_, edition, drawn) => {
    expect(matched(row('math', ...edition), row('math', ...drawn))).toBeUndefined();
  });
});
