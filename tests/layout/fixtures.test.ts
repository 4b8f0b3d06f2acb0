import { readdirSync, readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { type Formulae, layoutEdition } from '../../pipeline/layout/index.ts';
import { type Diagnostic, languages } from '../../pipeline/model/index.ts';
import { sentencesOf } from '../../pipeline/report/index.ts';
import { sampleEdition } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { strings } from '../helpers/strings.ts';

const fixtures = new URL('../fixtures/layout/', import.meta.url);

describe.each(readdirSync(fixtures))('%s', (name) => {
  it('finds what is expected', () => {
    const read = (file: string) => readFileSync(new URL(`${name}/${file}`, fixtures), 'utf8');
    const edition = sampleEdition('en', { source: read('source.md') });
    for (const { tree } of edition.documents) asAssembled(tree);
    const { diagnostics } = layoutEdition(edition, { fonts: fakeFonts(), formulae });
    expect(diagnostics.map(told).join('')).toBe(read('expected.diagnostics.txt'));
  });
});

/** As many em wide as its TeX says: `\\wide{20}`. */
const formulae: Formulae = (tex) => ({ asset: tex, width: Number(/\d+/.exec(tex)), ascent: 1, descent: 0, words: tex });

/** `$$…$$` is a formula, in a line of text in code. `***` begins a page, `[](page:id)` is the page of the paragraph after `[](id:id)`. */
function asAssembled(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.type === 'thematicBreak') parent.children[index] = { type: 'pageBreak' };
    if (node.type === 'inlineCode' && node.value.startsWith('$$'))
      parent.children[index] = { ...node, type: 'inlineMath', value: node.value.replaceAll('$$', '') };
    if (node.type === 'code' && node.lang === 'math') parent.children[index] = { ...node, type: 'math' };
    if (node.type !== 'link') return;
    const [kind, id = ''] = node.url.split(':');
    if (kind === 'id') parent.data = { ...parent.data, id };
    if (kind === 'page') {
      const targets = [{ document: 'source', id }];
      parent.children[index] = { type: 'pageReference', targets, print: '{page}', children: [] };
    }
  });
}

function told(diagnostic: Diagnostic): string {
  const { path, position, severity, rule } = diagnostic;
  const place = position ? `:${position.start.line}:${position.start.column}` : '';
  const sentences = languages.map((language) => sentencesOf(diagnostic, strings(language)).message);
  return [`${path}${place} ${severity} ${rule}`, ...sentences.map((sentence) => `  ${sentence}`), ''].join('\n');
}
