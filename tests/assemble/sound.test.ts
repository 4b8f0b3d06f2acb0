import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { languages, type SourceDocument } from '../../pipeline/model/index.ts';
import { assembled, concept } from '../helpers/assembled.ts';
import { faultsOf, idsOf } from '../helpers/soundness.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('an edition is sound', () => {
  it.each(['source', 'tests/publications/specimen/source'])('of %s', (folder) => {
    const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));
    expect(names.length).toBeGreaterThan(0);
    const markdown = names.map((name) => [name.slice(0, -3), readFileSync(join(root, folder, name), 'utf8')] as const);
    const entries = parse(readFileSync(join(root, folder, 'glossary.yaml'), 'utf8')) as ReturnType<typeof concept>[];
    const concepts = entries.map(({ id, en, fr }) => concept(id, en, fr));
    const { editions, diagnostics } = assembled(Object.fromEntries(markdown), { concepts });
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(languages.flatMap((language) => faultsOf(editions[language]))).toEqual([]);
  });
});

/** The words of each language in the order of the source; shared ones are in both. Words of other editions never show. */
interface Passage {
  readonly markdown: string;
  readonly en: readonly string[];
  readonly fr: readonly string[];
}

type Maker = (next: (stem: string) => string) => Passage;

const pair =
  (make: (words: () => string, language: string) => string): Maker =>
  (next) => {
    const [en, fr]: [string[], string[]] = [[], []];
    const taking = (stem: string, list: string[]) => () => {
      const word = next(stem);
      list.push(word);
      return word;
    };
    const english = make(taking('en', en), 'en');
    const french = make(taking('fr', fr), 'fr');
    return { markdown: `:::en\n${english}\n:::\n\n:::fr\n${french}\n:::`, en, fr };
  };

const inline =
  (make: (words: () => string) => string): Maker =>
  (next) => {
    const [en, fr]: [string[], string[]] = [[], []];
    const words = (): string => {
      const [english, french] = [next('en'), next('fr')];
      en.push(english);
      fr.push(french);
      return `:en[${english}]:fr[${french}]`;
    };
    return { markdown: make(words), en, fr };
  };

const shared: Maker = (next) => {
  const word = next('sh');
  return { markdown: `${word} and`, en: [word], fr: [word] };
};

const only =
  (language: 'en' | 'fr'): Maker =>
  (next) => {
    const word = next(language);
    const markdown = `:::${language}{only}\n${word}, *${next('x').replace(/.*/, 'emphatic')}*\n:::`;
    return { markdown, en: language === 'en' ? [word] : [], fr: language === 'fr' ? [word] : [] };
  };

const makers: readonly Maker[] = [
  shared,
  only('en'),
  only('fr'),
  pair((word) => `${word()} *${word()}* [${word()}](#top).`),
  pair((word) => `${word()}\n\n- ${word()}\n- ${word()}\n\n> ${word()}`),
  pair((word) => `## ${word()}\n\n${word()}`),
  pair((word) => `### ${word()}`),
  pair((word) => `# ${word()}\n\n| ${word()} | ${word()} |\n| --- | --- |\n| ${word()} | 1 |`),
  inline((word) => `## ${word()}`),
  inline((word) => `#### ${word()} ${word()}`),
  inline((word) => `- ${word()}\n- **${word()}**, ${word()}`),
  inline((word) => `| ${word()} | :money[7]{cur=CAD} |\n| --- | --- |\n| :date[2009-08-01] | ${word()} |`),
  inline((word) => `::::table\n${word()}\n\n| ${word()} |\n| --- |\n| 1 |\n::::`),
  inline((word) => `::::note\n${word()}\n::::`),
];

const publications = fc.array(fc.array(fc.nat(makers.length - 1), { maxLength: 8 }), { minLength: 1, maxLength: 3 });

function made(plan: readonly (readonly number[])[]): { markdown: Record<string, string>; en: string[]; fr: string[] } {
  let count = 0;
  const next = (stem: string): string => `${stem}q${++count}q`;
  const all = { markdown: {} as Record<string, string>, en: [] as string[], fr: [] as string[] };
  for (const [index, numbers] of plan.entries()) {
    const passages = numbers.map((number) => (makers[number] as Maker)(next));
    const title = `# :en[${next('en')}]:fr[${next('fr')}] {#top}`;
    const [english, french] = [/enq\d+q/.exec(title)?.[0] ?? '', /frq\d+q/.exec(title)?.[0] ?? ''];
    all.markdown[`d${index}`] = [title, ...passages.map(({ markdown }) => markdown)].join('\n\n***\n\n');
    all.en.push(english, ...passages.flatMap(({ en }) => en));
    all.fr.push(french, ...passages.flatMap(({ fr }) => fr));
  }
  return all;
}

describe('whatever the publication', () => {
  it('each edition has the words of its language, all of them, in order, and no others', () => {
    fc.assert(
      fc.property(publications, (plan) => {
        const { markdown, ...words } = made(plan);
        const { editions } = assembled(markdown);
        for (const language of languages) {
          const text = editions[language].documents.map(({ tree }) => textOf(tree)).join(' ');
          expect(text.match(/(?:en|fr|sh)q\d+q/g) ?? []).toEqual(words[language]);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('each edition is sound, and both have the anchors of what both have', () => {
    fc.assert(
      fc.property(publications, (plan) => {
        const { editions, publication } = assembled(made(plan).markdown);
        for (const language of languages) expect(faultsOf(editions[language])).toEqual([]);
        for (const document of publication.documents) {
          const [en, fr] = languages.map((language) => anchorsIn(editions[language], document));
          expect(en).toEqual(fr);
        }
      }),
      { seed: 2, numRuns: 60 },
    );
  });
});

/** Without those of blocks that are for one language alone. */
function anchorsIn(edition: ReturnType<typeof assembled>['editions']['en'], source: SourceDocument): string[] {
  const lone = source.tree.children.flatMap((node) =>
    node.type === 'pair' && node.children.length === 1 ? [node.data?.id] : [],
  );
  const document = edition.documents.find(({ id }) => id === source.id);
  return document ? idsOf(document).filter((id) => !lone.includes(id)) : [];
}
