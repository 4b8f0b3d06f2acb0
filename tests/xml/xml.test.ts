import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml, textOf } from '../../pipeline/xml/index.ts';

describe('parseXml', () => {
  it('reads elements, attributes, text, CDATA and the entities of XML, and passes over the rest', () => {
    const root = parseXml(
      `\uFEFF<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY x "y">]>\n<!-- <g> --><svg a='1 &lt; 2' xlink:href="#é">A &amp; &#x42;&#67;<g/><![CDATA[<D>]]>&x;</svg>\n`,
    );
    expect(root?.name).toBe('svg');
    expect([...(root?.attributes ?? [])]).toEqual([
      ['a', '1 < 2'],
      ['xlink:href', '#é'],
    ]);
    expect(root && textOf(root)).toBe('A & BC<D>&x;');
  });

  it('takes nothing that is not well formed', () => {
    for (const text of [
      '',
      'x',
      '<a>',
      '<a></b>',
      '<a/><b/>',
      '<a b=1/>',
      '<a></a></a>',
      'x<a/>',
      '<a><</a>',
      '<a b="<"/>',
      '<a/>x',
      '<!-- <a/>',
    ]) {
      expect(parseXml(text), text).toBeUndefined();
    }
  });

  it('reads back any tree that is written down', () => {
    const name = fc.stringMatching(/^[a-z][\w.-]{0,6}$/);
    const text = fc.string({ minLength: 1 }).filter((value) => !value.includes(']]>'));
    const tree = fc.letrec<{ element: { name: string; value: string; children: unknown[] } }>((tie) => ({
      element: fc.record({
        name,
        value: fc.string(),
        children: fc.array(fc.oneof({ depthSize: 'small' }, text, tie('element')), { maxLength: 4 }),
      }),
    })).element;
    const escaped = (value: string): string =>
      value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    type Made = { name: string; value: string; children: (Made | string)[] };
    const write = (one: Made | string): string =>
      typeof one === 'string'
        ? escaped(one)
        : `<${one.name} v="${escaped(one.value)}">${one.children.map(write).join('')}</${one.name}>`;
    const words = (one: Made | string): string => (typeof one === 'string' ? one : one.children.map(words).join(''));
    fc.assert(
      fc.property(tree, (made) => {
        const root = parseXml(write(made as Made));
        expect(root?.attributes.get('v')).toBe(made.value);
        expect(root && textOf(root)).toBe(words(made as Made));
      }),
      { seed: 5 },
    );
  });
});
