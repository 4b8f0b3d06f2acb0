import type {
  Admonition,
  Aside,
  BlockContent,
  DefinitionList,
  Figure,
  Group,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
} from 'mdast';
import { visit } from 'unist-util-visit';
import type { Asset, Edition, EditionDocument, Language, Settings } from '../../../pipeline/model/index.ts';
import { sampleEdition, sampleSettings } from '../../helpers/edition.ts';

/** A publication of three documents and a glossary that has every node an edition can have, in both languages. */
export function specimen(language: Language, settings: Partial<Settings> = {}): Edition {
  const say = (en: string, fr: string): string => (language === 'en' ? en : fr);
  const made = sampleEdition(
    language,
    { overview: overview(say), budget: budget(say), glossary: `# ${say('Glossary', 'Glossaire')} \n\nX` },
    {
      title: say('Cross-border crime and security cooperation', 'Coopération transfrontalière en matière de sécurité'),
      otherTitle: say(
        'Coopération transfrontalière en matière de sécurité',
        'Cross-border crime and security cooperation',
      ),
      subtitle: say('An unofficial edition', 'Une édition non officielle'),
      description: say(
        'What Canada and the United States agreed to do together on crime and security at their border.',
        'Ce que le Canada et les États-Unis ont convenu de faire ensemble contre la criminalité à leur frontière.',
      ),
      publisher: say('Reading Room', 'Salle de lecture'),
      authors: [],
      subjects: [say('Borders', 'Frontières')],
      contact: {
        name: say('Reading Room', 'Salle de lecture'),
        email: 'room@example.org',
        url: 'https://example.org/',
      },
      notices: say('This edition is not official.', 'Cette édition n’est pas officielle.'),
      rights: say('Free to reproduce.', 'Reproduction libre.'),
      settings: { ...sampleSettings, ...settings },
      assets: new Map([[picture.path, picture]]),
    },
  );
  const [first, second, third] = made.documents as [EditionDocument, EditionDocument, EditionDocument];
  shareIds(first);
  shareIds(second);
  addOwnNodes(first.tree, say);
  markHeaders(second.tree);
  const glossary: EditionDocument = { ...third, kind: 'glossary', tree: glossaryTree(say, language), slug: 'glossary' };
  const documents = [first, { ...second, otherSlug: 'budget' }, glossary];
  return { ...made, documents, contents: contentsOf(documents) };
}

type Say = (en: string, fr: string) => string;

const picture: Asset = {
  path: 'figures/map.svg',
  mediaType: 'image/svg+xml',
  bytes: new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="200" viewBox="0 0 640 200"><path d="M0 120 C200 60 400 180 640 90" fill="none" stroke="#1a1d21" stroke-width="3"/><circle cx="320" cy="120" r="10" fill="#0b4a7a"/></svg>',
  ),
  width: 640,
  height: 200,
};

const overview = (say: Say): string => `# ${say('Overview and declaration', 'Vue d’ensemble et déclaration')}

${say(
  'Canada and the United States are committed to ensuring public security on both sides of the border.[^a] The commitment stands in the *Smart Border Declaration*, signed in Ottawa on December 12, 2001, and in a **32-point action plan**.',
  'Le Canada et les États-Unis sont résolus à assurer la sécurité publique des deux côtés de la frontière[^a]. Cet engagement figure dans la *Déclaration sur la frontière intelligente*, signée à Ottawa le 12 décembre 2001, et dans un **plan d’action en 32 points**.',
)}

## ${say('Two commitments', 'Deux engagements')}

${say('Public security and economic security reinforce each other; see', 'La sécurité publique et la sécurité économique se renforcent mutuellement; voir')} [${say('the budget', 'le budget')}](#budget) ${say('and', 'et')} [example.org](https://example.org/page?one=1&two=2).

1. ${say('Put the necessary tools and legislative framework in place, so that information and intelligence are shared in a timely and coherent way.', 'Mettre en place les outils et le cadre législatif nécessaires pour que l’information et le renseignement soient échangés de façon rapide et cohérente.')}
2. ${say('Strengthen coordination between enforcement agencies.[^a]', 'Renforcer la coordination entre les organismes d’application de la loi[^a].')}
   - ${say('at land crossings', 'aux postes frontaliers')}
   - ${say('on the water[^b]', 'sur l’eau[^b]')}

### ${say('What was asked of each', 'Ce qui a été demandé à chacun')}

> ${say('We will put the necessary tools in place.', 'Nous mettrons en place les outils nécessaires.')}

- [x] ${say('Declaration signed', 'Déclaration signée')}
- [ ] ${say('Report published', 'Rapport publié')}

## ${say('A sample of the format', 'Un échantillon du format')}

${say('The file is read as', 'Le fichier se lit ainsi :')} \`publication.yaml\`${say(':', '')}

\`\`\`js
// ${say('a comment', 'un commentaire')}
const title = { en: 'Border', fr: 'Frontière' }; const aVeryLongName = 'that runs past the end of the column of a narrow window';
\`\`\`

***

<b>raw</b> ${say('The end.', 'Fin.')}

[^a]: ${say('A note with a [link](https://example.org/note).', 'Une note avec un [lien](https://example.org/note).')}
[^b]: ${say('Another note.', 'Une autre note.')}
`;

const budget = (say: Say): string => `# ${say('The budget at a glance', 'Le budget en un coup d’œil')}

${say('Amounts in Canadian dollars.', 'Montants en dollars canadiens.')}

| ${say('Item', 'Poste')} | ${say('Amount', 'Montant')} | ${say('Share', 'Part')} | ${say('Responsible department', 'Ministère responsable')} |
| --- | ---: | :---: | --- |
| ${say('Intelligence', 'Renseignement')} | 1,600 | 21 % | ${say('Solicitor General', 'Solliciteur général')} |
| ${say('Emergency preparedness', 'Protection civile')} | 1,600 | 21 % | ${say('National Defence', 'Défense nationale')} |
| ${say('Air security', 'Sécurité aérienne')} | 2,200 | 29 % | ${say('Transport', 'Transports')} |

## ${say('Sources', 'Sources')}

${say('As published.', 'Tel que publié.')}
`;

/** The ids of the English headings, in both languages. */
function shareIds(document: EditionDocument): void {
  const ids = document.id === 'overview' ? ['top', 'commitments', 'asked', 'format'] : ['budget', 'sources'];
  visit(document.tree, 'heading', (heading) => {
    heading.data = { ...heading.data, id: ids.shift() ?? '' };
  });
  visit(document.tree, 'link', (link) => {
    if (link.url === '#budget') link.data = { target: { document: 'budget', id: 'budget' } };
  });
}

function markHeaders(tree: Root): void {
  const table = tree.children.find((node): node is Table => node.type === 'table');
  if (!table) throw new Error('No table');
  table.data = { rowHeaders: true };
  const at = tree.children.indexOf(table);
  tree.children.splice(at, 0, {
    type: 'figure',
    kind: 'table',
    number: 1,
    data: { id: 'table-budget' },
    children: [
      {
        type: 'caption',
        children: [{ type: 'label', children: [text('Table 1.')] }, text(' Budget 2001')],
      },
      structuredClone(table),
    ],
  });
}

/** A table whose cells hold more than words. */
function fullCells(say: Say): Table {
  const paragraph = (value: string): BlockContent => ({ type: 'paragraph', children: [text(value)] });
  const list = (ordered: boolean, ...items: BlockContent[][]): BlockContent => ({
    type: 'list',
    ordered,
    spread: false,
    children: items.map((children) => ({ type: 'listItem', spread: false, children })),
  });
  const cell = (...children: (PhrasingContent | BlockContent)[]): TableCell => ({
    type: 'tableCell',
    children: children as PhrasingContent[],
  });
  const deep: BlockContent = { ...list(true, [paragraph(say('deep', 'profond'))]), data: { numbering: 'a' } };
  const items = list(false, [paragraph(say('one', 'un'))], [paragraph(say('two', 'deux')), deep]);
  return {
    type: 'table',
    children: [
      { type: 'tableRow', children: [cell(text(say('Who', 'Qui'))), cell(text(say('Does what', 'Fait quoi')))] },
      {
        type: 'tableRow',
        children: [
          cell(paragraph(say('Both', 'Les deux')), paragraph(say('Together', 'Ensemble'))),
          cell(items, { type: 'code', value: 'a = 1' }),
        ],
      },
    ],
  };
}

function addOwnNodes(tree: Root, say: Say): void {
  const figure: Figure = {
    type: 'figure',
    kind: 'figure',
    number: 1,
    data: { id: 'fig-map' },
    children: [
      {
        type: 'caption',
        children: [{ type: 'label', children: [text('Figure 1.')] }, text(say(' The border.', ' La frontière.'))],
      },
      {
        type: 'paragraph',
        children: [{ type: 'image', url: 'map.svg', alt: say('A line', 'Une ligne'), data: { asset: picture.path } }],
      },
    ],
  };
  const decorative: Figure = {
    type: 'figure',
    kind: 'figure',
    children: [{ type: 'image', url: 'map.svg', alt: '', data: { asset: picture.path } }],
  };
  const admonition: Admonition = {
    type: 'admonition',
    kind: 'warning',
    children: [
      { type: 'paragraph', data: { role: 'admonition-title' }, children: [text(say('Warning', 'Avertissement'))] },
      { type: 'paragraph', children: [text(say('Names may have changed since.', 'Les noms ont pu changer depuis.'))] },
    ],
  };
  const aside: Aside = {
    type: 'aside',
    children: [{ type: 'paragraph', children: [text(say('By the way.', 'Soit dit en passant.'))] }],
  };
  const list: DefinitionList = {
    type: 'definitionList',
    children: [
      { type: 'definitionTerm', children: [text('A')] },
      { type: 'definitionDescription', children: [{ type: 'paragraph', children: [text('B')] }] },
    ],
  };
  const group: Group = {
    type: 'group',
    data: { id: 'pair' },
    children: [
      {
        type: 'paragraph',
        children: [
          text(say('The ', 'L’')),
          {
            type: 'term',
            concept: 'ibet',
            data: { target: { document: 'glossary', id: 'term-ibet' } },
            children: [text(say('Integrated Border Enforcement Team', 'équipe intégrée de la police des frontières'))],
          },
          text(' ('),
          {
            type: 'abbreviation',
            expansion: say('Integrated Border Enforcement Team', 'Équipe intégrée de la police des frontières'),
            children: [text(say('IBET', 'EIPF'))],
          },
          text('), '),
          { type: 'span', data: { lang: 'la' }, children: [text('habeas corpus')] },
          text(', H'),
          { type: 'subscript', children: [text('2')] },
          text('O, 1'),
          { type: 'superscript', children: [text(say('st', 're'))] },
          text(', '),
          {
            type: 'link',
            url: '#top',
            data: {
              target: { document: 'overview', id: 'top' },
              otherLanguage: say('fr', 'en') as Language,
              lang: say('fr-CA', 'en-CA'),
            },
            children: [text(say('en français', 'in English'))],
          },
          text('.'),
        ],
      },
      { type: 'paragraph', children: [text(say('A second block of one pair.', 'Un deuxième bloc de la même paire.'))] },
    ],
  };
  const at = tree.children.findIndex((node) => node.type === 'heading' && node.data?.id === 'format');
  const own: RootContent[] = [
    figure,
    admonition,
    aside,
    list,
    fullCells(say),
    group,
    { type: 'pageBreak' },
    decorative,
  ];
  tree.children.splice(at, 0, ...own);
}

function glossaryTree(say: Say, language: Language): Root {
  const terms: DefinitionList = {
    type: 'definitionList',
    data: { role: 'glossary' },
    children: [
      {
        type: 'definitionTerm',
        data: { id: 'term-ibet' },
        children: [text(say('Integrated Border Enforcement Team', 'équipe intégrée de la police des frontières'))],
      },
      {
        type: 'definitionDescription',
        children: [
          {
            type: 'paragraph',
            data: { role: 'definition' },
            children: [text(say('A team of both countries.', 'Une équipe des deux pays.'))],
          },
          {
            type: 'paragraph',
            data: { role: 'glossary-equivalent' },
            children: [
              text(say('French: ', 'Anglais : ')),
              {
                type: 'span',
                data: { lang: language === 'en' ? 'fr-CA' : 'en-CA' },
                children: [text(say('équipe intégrée', 'integrated team'))],
              },
            ],
          },
          {
            type: 'paragraph',
            data: { role: 'backlinks' },
            children: [
              {
                type: 'link',
                url: '',
                data: { role: 'backlink', target: { document: 'overview', id: 'pair' } },
                children: [text(say('Overview', 'Vue d’ensemble'))],
              },
            ],
          },
        ],
      },
    ],
  };
  const title = {
    type: 'heading',
    depth: 1,
    data: { id: 'glossary' },
    children: [text(say('Glossary', 'Glossaire'))],
  } as const;
  return { type: 'root', children: [{ ...title, children: [...title.children] }, terms] };
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}

/** As `assemble` would give it: titles nested by depth. */
function contentsOf(documents: readonly EditionDocument[]): Edition['contents'] {
  return documents.map((document) => {
    type Entry = Edition['contents'][number] & { children: Entry[] };
    const root: Entry[] = [];
    const open: Entry[] = [];
    visit(document.tree, 'heading', (heading) => {
      const words = heading.children.flatMap((child) => (child.type === 'text' ? child.value : []));
      const id = heading.data?.id;
      const entry: Entry = {
        target: { document: document.id, ...(id && { id }) },
        depth: heading.depth,
        title: [text(words.join(''))],
        text: words.join(''),
        children: [],
      };
      while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
      (open.at(-1)?.children ?? root).push(entry);
      open.push(entry);
    });
    const [first] = root;
    if (!first) throw new Error(`No heading in “${document.id}”`);
    return first;
  });
}
