import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const subjects = [
  ['office', 'bureau'],
  ['record', 'dossier'],
  ['program', 'programme'],
  ['report', 'rapport'],
  ['account', 'compte'],
  ['payment', 'paiement'],
  ['service', 'service'],
  ['project', 'projet'],
  ['permit', 'permis'],
  ['workshop', 'atelier'],
];

const sentences = [
  (one, other) => [
    `The ${one[0]} is reviewed by the officer responsible for the ${other[0]} before it is published.`,
    `Le ${one[1]} fait l’objet d’un examen par l’agent responsable du ${other[1]} avant sa publication.`,
  ],
  (one, other) => [
    `When the ${one[0]} changes, the ${other[0]} has to be updated in both languages at the same time.`,
    `Lorsque le ${one[1]} change, il faut mettre à jour en même temps, dans les deux langues, le ${other[1]}.`,
  ],
  (one, other) => [
    `The committee recommends that the ${one[0]} be *simplified* and that the **${other[0]}** be merged with it.`,
    `Le comité recommande de *simplifier* le ${one[1]} et d’y intégrer le **${other[1]}**.`,
  ],
  (one) => [
    `About 40% of the people we consulted said that the ${one[0]} was clear and easy to use.`,
    `Environ 40 % des personnes consultées ont dit que le ${one[1]} était clair et facile à utiliser.`,
  ],
];

/** Text of `count` sentences in both languages; the same for the same numbers. */
function passage(seed, count) {
  const made = Array.from({ length: count }, (_, at) => {
    const [one, other] = [subjects[(seed * 7 + at * 3) % 10], subjects[(seed * 3 + at * 7 + 1) % 10]];
    return sentences[(seed + at) % sentences.length](one, other);
  });
  return [0, 1].map((side) => made.map((sentence) => sentence[side]).join(' '));
}

function pair([en, fr]) {
  return `:::en\n${en}\n:::\n\n:::fr\n${fr}\n:::`;
}

/** One of about 2 kB: a heading, prose, a list, and by turns a table, a note, code or a reference. */
function section(document, at, documents) {
  const seed = document * 31 + at * 5;
  const items = [0, 1, 2].map((item) => passage(seed + item, 1));
  const parts = [
    `## :en[Section ${at + 1}]:fr[Partie ${at + 1}] {#s${at + 1}}`,
    pair(passage(seed, 3)),
    pair([0, 1].map((side) => items.map((item) => `- ${item[side]}`).join('\n'))),
  ];
  const other = (document + at + 1) % documents;
  if (at % 4 === 0) parts.push(`See [[d${other}#s1]] and [the site](https://www.example.org/${document}/${at}).`);
  if (at % 4 === 1)
    parts.push(
      '| :en[Measure]:fr[Mesure] | 2025 | 2026 |\n| --- | --- | --- |\n| :en[Records]:fr[Dossiers] | 12 | 15 |\n| :en[Reports]:fr[Rapports] | 3 | 4 |',
    );
  if (at % 4 === 2)
    parts.push(
      pair([
        `A note says more.[^n${at}]\n\n[^n${at}]: See the annual report.`,
        `Une note en dit plus.[^n${at}]\n\n[^n${at}]: Voir le rapport annuel.`,
      ]),
    );
  if (at % 4 === 3) parts.push('```json\n{ "languages": ["en", "fr"], "years": 7 }\n```');
  parts.push(pair(passage(seed + 2, 2)));
  return parts.join('\n\n');
}

/**
 * A document of about so many kilobytes.
 *
 * @param rare - It uses the concept that few documents use.
 */
export function documentText(number, { kilobytes, documents, rare }) {
  const parts = [`# :en[Part ${number}]:fr[Volet ${number}]`];
  if (rare) parts.push(pair(['A snow bulletin was issued.', 'Un bulletin de neige a été diffusé.']));
  let length = 0;
  for (let at = 0; length < kilobytes * 1000; at += 1) {
    const text = section(number, at, documents);
    length += Buffer.byteLength(text);
    parts.push(text);
  }
  return `${parts.join('\n\n')}\n`;
}

export const settingsText = `id: bench
title: {en: Bench, fr: Banc}
languages: [en-CA, fr-CA]
date: 2001-12-12
rules: {translation-is-approved: off}
`;

/** @param definition - What the concept that few documents use means. */
export function glossaryText(definition) {
  const others = Array.from(
    { length: 100 },
    (_, at) =>
      `- id: c${at}\n  en: {term: Matter ${at}, def: Words about it.}\n  fr: {term: Affaire ${at}, def: Des mots à ce sujet.}\n`,
  );
  return `${others.join('')}- id: snow\n  en: {term: snow bulletin, def: ${definition}}\n  fr: {term: bulletin de neige, def: Ce qui est dit de la neige.}\n`;
}

/**
 * Writes a publication of `documents` documents; 5 of them use the concept `snow`.
 *
 * @param kilobytes - Of each; the first has `first`, where that is given.
 */
export function writePublication(dir, { documents, kilobytes, first = kilobytes }) {
  mkdirSync(join(dir, 'source'), { recursive: true });
  writeFileSync(join(dir, 'source/publication.yaml'), settingsText);
  writeFileSync(join(dir, 'source/glossary.yaml'), glossaryText('What is said of snow.'));
  for (let at = 0; at < documents; at += 1) {
    const options = { kilobytes: at === 0 ? first : kilobytes, documents, rare: at < 5 };
    writeFileSync(join(dir, `source/d${at}.md`), documentText(at, options));
  }
}
