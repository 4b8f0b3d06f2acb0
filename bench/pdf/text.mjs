/** The text that both programs set: words of the publications in this repository, in sentences that do not repeat. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { numbers } from '../sample.mjs';

/** Words on a page of 340 by 620 points in Source Serif at 11 points, headings and spaces included. */
const wordsOnPage = 345;
const paragraphsInSection = 12;

/**
 * @typedef {{ readonly title: string, readonly paragraphs: readonly string[] }} Section
 * @param {string} root Folder of the repository.
 * @param {number} pages
 * @returns {Section[]} About so many pages: headings, and paragraphs of 60 to 120 words.
 */
export function sectionsOf(root, pages) {
  const words = vocabulary(root);
  const next = numbers(42);
  const pick = (list) => list[Math.floor(next() * list.length)] ?? '';
  const sections = [];
  for (let count = 0; count < pages * wordsOnPage; ) {
    const paragraphs = Array.from({ length: paragraphsInSection }, () => {
      const length = 60 + Math.floor(next() * 60);
      count += length;
      return sentences(
        Array.from({ length }, () => (next() < 0.45 ? pick(words.short) : pick(words.long))),
        next,
      );
    });
    sections.push({ title: `${capital(pick(words.long))} ${pick(words.short)} ${pick(words.long)}`, paragraphs });
  }
  return sections;
}

/** Words as they stand in the sources, the frequent ones as often as they are used; long ones also with other endings. */
function vocabulary(root) {
  const folders = ['source', 'docs/guide', 'tests/publications/12factor', 'tests/publications/cloud-guardrails'];
  const texts = folders.flatMap((folder) => filesIn(path.join(root, folder))).map((file) => readFileSync(file, 'utf8'));
  const words = texts.join(' ').match(/(?<![\p{L}#/.`-])\p{Ll}{2,16}(?=[ ,.;])/gu) ?? [];
  const long = words.filter((word) => word.length > 4);
  const endings = ['', '', '', '', 's', 'ness', 'ment', 'ation', 'able'];
  return {
    short: words.filter((word) => word.length <= 4),
    long: long.flatMap((word, index) => [word, `${word}${endings[index % endings.length]}`]),
  };
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((file) => file.endsWith('.md'))
    .sort();
}

function sentences(words, next) {
  let text = '';
  let left = 0;
  for (const [index, word] of words.entries()) {
    const begins = left === 0;
    if (begins) left = 8 + Math.floor(next() * 20);
    left--;
    const last = index === words.length - 1;
    text += `${begins ? capital(word) : word}${left === 0 || last ? '. ' : next() < 0.08 ? ', ' : ' '}`;
  }
  return text.trim();
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
