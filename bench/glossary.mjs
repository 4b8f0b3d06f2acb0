/**
 * What it costs to find the terms of a glossary in running text, and how it grows: with the concepts and with the words.
 *
 *   npm run bench:glossary
 *
 * Prints, for each number of concepts and of words, seconds of processor time to read the glossary into a matcher and to
 * find its terms. 5,000 concepts over 100,000 words are to take less than 1 second in all; the nanoseconds for a concept
 * and for a word must stay level.
 */
import { termMatcher } from '../.build/language/index.js';
import { spent } from './sample.mjs';

const heads = {
  en: ['team', 'measure', 'agency', 'plan of action', 'border crossing', 'strategy', 'law', 'audit committee'],
  fr: ['équipe', 'mesure', 'organisme local', 'plan d’action', 'passage frontalier', 'stratégie', 'loi', 'comité'],
};
const qualities = {
  en: ['regional', 'joint', 'integrated', 'national', 'special', 'permanent', 'secure', 'common'],
  fr: ['régional', 'conjoint', 'intégré', 'national', 'spécial', 'permanent', 'sécurisé', 'commun'],
};
const syllables = ['ba', 'co', 'di', 'fu', 'ga', 'lo', 'mi', 'nu', 'pe', 'ra', 'so', 'ti', 'va', 'zo'];

/** A made-up word for each number, so that the glossary grows in words and not only in combinations. */
function wordOf(number) {
  const base = syllables.length;
  return [number, number / base, number / base ** 2, number / base ** 3]
    .map((part) => syllables[Math.floor(part) % base])
    .join('');
}

function designation(language, number) {
  const head = heads[language][number % 8] ?? '';
  const quality = qualities[language][Math.floor(number / 8) % 8] ?? '';
  const own = wordOf(number);
  if (number % 4 === 0) return own;
  if (language === 'fr') return `${head} ${quality} de ${own}`;
  return `${quality} ${own} ${head}`;
}

function conceptsOf(count) {
  return Array.from({ length: count }, (_, number) => {
    const of = (language) => ({
      term: designation(language, number),
      abbr: `${wordOf(number).toUpperCase()}X`,
    });
    return { id: `c-${number}`, status: 'preferred', caseSensitive: false, en: of('en'), fr: of('fr') };
  });
}

const fillers = {
  en: 'The two countries’ officials meet every year, and what they decide is published in both languages; it',
  fr: 'Les représentants des deux pays se réunissent chaque année, et ce qu’ils décident est publié; l’on y',
};

/** Paragraphs of about 100 words; about one word in eight belongs to a term. */
function paragraphsOf(language, words) {
  const paragraphs = [];
  let count = 0;
  let number = 0;
  while (count < words) {
    const sentences = [];
    while (sentences.length < 5) {
      number = (number * 31 + 7) % 6007;
      sentences.push(`${fillers[language]} (${designation(language, number)}).`);
    }
    const paragraph = sentences.join(' ');
    count += paragraph.split(' ').length;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}

function measure(language, concepts, words) {
  const [glossary, text] = [conceptsOf(concepts), paragraphsOf(language, words)];
  const beginning = process.cpuUsage();
  const matcher = termMatcher(glossary, language);
  const reading = spent(beginning);
  const before = process.cpuUsage();
  let found = 0;
  for (const paragraph of text) found += matcher.find(paragraph).length;
  const finding = spent(before);
  const each = `${Math.round((reading / concepts) * 1e9)} ns a concept, ${Math.round((finding / words) * 1e9)} ns a word`;
  const parts = `reading ${reading.toFixed(2)} s, finding ${finding.toFixed(2)} s, in all ${(reading + finding).toFixed(2)} s`;
  return `${language}  ${concepts} concepts  ${words} words  ${parts}  (${each})  ${found} found`;
}

const sizes = [
  [5000, 25_000],
  [5000, 50_000],
  [5000, 100_000],
  [5000, 200_000],
  [1250, 100_000],
  [2500, 100_000],
  [10_000, 100_000],
];
for (const language of ['en', 'fr']) {
  for (const [concepts, words] of sizes) console.log(measure(language, concepts, words));
}
