/** The book that both programs make: chapters of Markdown that Pandoc and this project read alike. */
import { sectionsOf } from '../pdf/text.mjs';

/** Of a chapter: sections, paragraphs in each, and about as many words in a paragraph as `sectionsOf` gives one. */
const sections = 5;
const paragraphs = 6;

/**
 * @param {string} root Folder of the repository.
 * @param {number} count Chapters, each of about 3,000 words: headings, paragraphs with emphasis and a link, a list, a table and notes.
 * @returns {string[]} One text for each chapter.
 */
export function chaptersOf(root, count) {
  // `sectionsOf` counts in pages of 345 words and gives sections of 12 paragraphs.
  const stock = sectionsOf(root, Math.ceil((count * 3200) / 345)).flatMap((section) => section.paragraphs);
  let at = 0;
  const next = () => stock[at++ % stock.length];
  return Array.from({ length: count }, (_, chapter) => chapterOf(chapter + 1, next));
}

function chapterOf(number, next) {
  const parts = [`# Chapter ${number}`, next()];
  for (let section = 1; section <= sections; section++) {
    parts.push(`## Section ${section} of chapter ${number}`);
    for (let paragraph = 1; paragraph < paragraphs; paragraph++) parts.push(marked(next()));
    parts.push(
      next()
        .split('. ')
        .map((sentence) => `- ${sentence}`)
        .join('\n'),
      `${next()}[^${section}]`,
      '| Measure | Amount |\n| --- | ---: |\n| First | 1.50 |\n| Second | 2.75 |',
      `[^${section}]: See section ${section} of chapter ${number}.`,
    );
  }
  return `${parts.join('\n\n')}\n`;
}

/** The third word emphasised, the sixth strong, the ninth a link. */
function marked(text) {
  const words = text.split(' ');
  const wrap = (index, form) => {
    if (words[index]) words[index] = form(words[index]);
  };
  wrap(2, (word) => `*${word}*`);
  wrap(5, (word) => `**${word}**`);
  wrap(8, (word) => `[${word}](https://example.org/)`);
  return words.join(' ');
}
