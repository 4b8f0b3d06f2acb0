import fc from 'fast-check';

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

/** Plans of publications: for each document the passages it is made of. */
export const plans = fc.array(fc.array(fc.nat(makers.length - 1), { maxLength: 8 }), { minLength: 1, maxLength: 3 });

/** The Markdown of a plan, and the words that each language should have of it, in order. */
export function publicationOf(plan: readonly (readonly number[])[]): {
  markdown: Record<string, string>;
  en: string[];
  fr: string[];
} {
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
