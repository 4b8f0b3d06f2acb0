import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../pipeline/model/index.ts';
import { assembled, concept } from '../helpers/assembled.ts';

const concepts = [
  concept(
    'fbi',
    { term: 'Federal Bureau of Investigation', abbr: 'FBI' },
    { term: 'Bureau fédéral d’enquête', abbr: 'BFE' },
  ),
  concept('team', { term: 'border enforcement team', abbr: 'BET' }, { term: 'équipe frontalière', abbr: 'EF' }),
  concept('office', { term: 'emergency office', abbr: 'BUR' }, { term: 'bureau des urgences', abbr: 'EBU' }),
  concept('states', { term: 'United States', abbr: 'US' }, { term: 'États-Unis', abbr: 'EU' }),
  concept('council', { term: 'Northern Council', abbr: 'NC' }, { term: 'habitat nordique', abbr: 'HN' }),
];

/** The text of the only paragraph, its hard spaces plain; what both languages have is expanded by itself. */
function said(language: Language, sentence: string): string {
  const { editions } = assembled(
    { one: `# :en[Case]:fr[Cas]\n\n:::${language}{only}\n${sentence}\n:::` },
    { concepts },
  );
  const paragraph = editions[language].documents[0]?.tree.children.find(({ type }) => type === 'paragraph');
  return textOf(paragraph).replace(/\s/g, ' ');
}

describe('an acronym is expanded as the sentence around it asks', () => {
  it.each([
    ["The FBI's agents met the FBI.", 'The Federal Bureau of Investigation’s (FBI) agents met the FBI.'],
    ["BETs' leaders met BETs.", 'Border enforcement teams’ (BETs) leaders met BETs.'],
    ["The US's plan.", 'The United States’ (US) plan.'],
    ["*FBI*'s agents and the FBI.", 'FBI’s agents and the Federal Bureau of Investigation (FBI).'],
    ["A BUR's clerk and the BUR.", 'A BUR’s clerk and the emergency office (BUR).'],
    ['A BUR is there.', 'A BUR (emergency office) is there.'],
    ['BETs are there. One BET stays.', 'Border enforcement teams (BETs) are there. One BET stays.'],
    ['We met. BET members left.', 'We met. Border enforcement team (BET) members left.'],
    ['The border (see the FBI) is long.', 'The border (see the Federal Bureau of Investigation [FBI]) is long.'],
    ["They said 'see the BETs' there.", 'They said ‘see the border enforcement teams (BETs)’ there.'],
    [
      "The Federal Bureau of Investigation's (FBI) agents met the FBI.",
      'The Federal Bureau of Investigation’s (FBI) agents met the FBI.',
    ],
    [
      'The Federal Bureau of Investigation (hereafter, the “FBI”) met the FBI.',
      'The Federal Bureau of Investigation (hereafter, the “FBI”) met the FBI.',
    ],
  ])('%s', (sentence, expected) => expect(said('en', sentence)).toBe(expected));

  it.each([
    ["L'EF se réunit; l'EF.", 'L’équipe frontalière (EF) se réunit; l’EF.'],
    ['EF du nord et EF du sud.', 'Équipe frontalière (EF) du nord et EF du sud.'],
    ['Les EF se réunissent.', 'Les équipes frontalières (EF) se réunissent.'],
    ["L'EBU est là.", 'L’EBU (bureau des urgences) est là.'],
    ['Cet EBU est là.', 'Cet EBU (bureau des urgences) est là.'],
    ['Le nouvel EBU est là.', 'Le nouvel EBU (bureau des urgences) est là.'],
    ['Son EF est là.', 'Son équipe frontalière (EF) est là.'],
    ["Un réseau d'EF est là.", 'Un réseau d’EF (équipe frontalière) est là.'],
    ['Un agent du BFE est là.', 'Un agent du Bureau fédéral d’enquête (BFE) est là.'],
    ['Le HN est grand.', 'Le HN (habitat nordique) est grand.'],
    ["La frontière (voir l'EF) est longue.", 'La frontière (voir l’équipe frontalière [EF]) est longue.'],
    [
      'Le Bureau fédéral d’enquête (ci-après le « BFE ») rencontre le BFE.',
      'Le Bureau fédéral d’enquête (ci-après le « BFE ») rencontre le BFE.',
    ],
  ])('%s', (sentence, expected) => expect(said('fr', sentence)).toBe(expected));
});

describe('an acronym that stands where nothing can be explained is told, unless something leads to what it means', () => {
  it.each([
    ['a note', 'Ask.[^n]\n\n[^n]: The FBI.', ['acronym-is-expanded']],
    ['a cell', '| a |\n| - |\n| FBI |', ['acronym-is-expanded']],
    ['a cell, and running text', '| a |\n| - |\n| FBI |\n\nThe FBI came.', []],
    ['a link alone', '[the FBI](https://example.org/)', []],
  ])('%s', (_, text, rules) => {
    const { diagnostics } = assembled({ one: `# :en[Case]:fr[Cas]\n\n:::en{only}\n${text}\n:::` }, { concepts });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(rules);
  });
});
