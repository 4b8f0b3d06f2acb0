import type { Nodes, Parents } from 'mdast';
import { describe, expect, it } from 'vitest';
import { emitPdf } from '../../../pipeline/emit/pdf/index.ts';
import type { Edition } from '../../../pipeline/model/index.ts';
import { type Pdf, readPdf } from '../../helpers/pdf.ts';
import { leads, roleFaults } from '../../helpers/pdf-roles.ts';
import { templates } from '../../helpers/templates.ts';
import { specimen } from '../html/specimen.ts';

const options = { instant: '2005-04-19T00:00:00Z', generator: 'Diptych 0.0.0' };
const shipped = templates();

async function pdfOf(edition: Edition): Promise<Pdf> {
  const { value } = await emitPdf(edition, shipped, options);
  return readPdf(value[0]?.bytes ?? new Uint8Array());
}

/** Nodes that are no element of their own: pictures without words, links that lead nowhere from a PDF, parts of a list of contents. */
function counts(node: Nodes, edition: Edition): boolean {
  if (node.type === 'image') return node.alt !== '';
  return node.type === 'link' ? leads(node, edition) : true;
}

describe.each(['en', 'fr'] as const)('the structure tree of every construct in %s', async (language) => {
  const edition = specimen(language);
  const pdf = await pdfOf(edition);

  it('has each heading, item, cell, note, link, figure and formula once, in order, with its text and language', () => {
    expect(roleFaults(edition, pdf)).toEqual([]);
  });

  /** Every node of a kind, with what it stands in. */
  const nodesOf = (of: Edition, is: (node: Nodes) => boolean): [Parents, number][] => {
    const found: [Parents, number][] = [];
    const visit = (node: Nodes): void => {
      if (!('children' in node)) return;
      for (const [index, child] of node.children.entries()) {
        if (is(child)) found.push([node, index]);
        visit(child);
      }
    };
    for (const { tree, notes } of of.documents) for (const node of [tree, ...notes]) visit(node);
    return found;
  };

  const kinds = {
    heading: 'H',
    listItem: 'LI',
    tableCell: 'T',
    tableRow: 'T',
    link: 'Link',
    footnoteReference: 'Link',
    image: 'Figure',
    code: 'Code',
    inlineCode: 'Code',
    blockquote: 'BlockQuote',
    definitionTerm: 'L',
    caption: 'Caption',
  } as const;

  it.each(Object.entries(kinds))(
    'would be told of a %s that was lost, said twice, said otherwise or in another language',
    (type, tag) => {
      const places = nodesOf(edition, (node) => node.type === type && counts(node, edition));
      expect(places.length).toBeGreaterThan(0);
      for (const at of places.keys()) {
        for (const change of changes) {
          const mutant = structuredClone(edition);
          const [parent, index] = nodesOf(mutant, (node) => node.type === type && counts(node, edition))[at] as [
            Parents,
            number,
          ];
          if (!change(parent, index)) continue;
          expect(
            roleFaults(mutant, pdf).some((fault) => fault.startsWith(tag)),
            `${type} ${at} ${change.name}`,
          ).toBe(true);
        }
      }
    },
  );
});

type Change = (parent: Parents, index: number) => boolean;

const lost: Change = (parent, index) => parent.children.splice(index, 1).length > 0;
const twice: Change = (parent, index) => {
  parent.children.splice(index, 0, parent.children[index] as never);
  return true;
};
const inAnotherLanguage: Change = (parent, index) => {
  const node = parent.children[index] as Nodes;
  if (node.data?.lang !== undefined || node.type === 'tableRow') return false;
  node.data = { ...node.data, lang: 'es' };
  return true;
};
const saidOtherwise: Change = (parent, index) => {
  const node = parent.children[index] as Nodes;
  if (node.type === 'image') node.alt = `${node.alt} no`;
  else if ('value' in node) node.value = `${node.value} no`;
  else if (node.type === 'heading' || node.type === 'link' || node.type === 'tableCell' || node.type === 'caption')
    node.children.push({ type: 'text', value: ' no' });
  else return false;
  return true;
};

const changes: readonly Change[] = [lost, twice, inAnotherLanguage, saidOtherwise];
