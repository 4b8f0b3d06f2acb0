/** What every measurement states of its publication, for all that is not measured. */
export const sampleSettings = {
  id: 'bench',
  title: { en: 'Bench', fr: 'Banc d’essai' },
  tags: { en: 'en-CA', fr: 'fr-CA' },
  order: ['en', 'fr'],
  documents: [],
  dates: {},
  glossary: { link: 'none' },
};

/**
 * An edition of one document.
 *
 * @param children - Blocks of the document, after its title.
 * @param own - `strings` of the language, `theme` of the printed pages, and `contents` where it has them.
 */
export function sampleEdition(language, children, { strings, theme, contents = [] }) {
  const other = language === 'en' ? 'fr' : 'en';
  const { title, tags } = sampleSettings;
  const heading = { type: 'heading', depth: 1, children: [{ type: 'text', value: title[language] }] };
  const tree = { type: 'root', children: [heading, ...children] };
  return {
    id: language,
    language,
    tag: tags[language],
    title: title[language],
    otherTitle: title[other],
    authors: [],
    subjects: [],
    settings: { ...sampleSettings, pdf: { paper: 'letter', theme } },
    documents: [
      { id: 'bench', kind: 'text', slug: 'bench', otherSlug: 'bench', title: title[language], tree, notes: [] },
    ],
    contents,
    assets: new Map(),
    strings,
  };
}

/** Seconds of processor time since `process.cpuUsage()` gave `since`. */
export function spent(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

/** Numbers from 0 to 1, the same each time: a linear congruential generator. Numerical Recipes, 2nd edition, p. 284. */
export function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
