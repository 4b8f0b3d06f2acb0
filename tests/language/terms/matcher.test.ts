import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TermMatcher, termMatcher } from '../../../pipeline/language/index.ts';
import type { Concept, Designation } from '../../../pipeline/model/index.ts';

function concept(id: string, en: Partial<Designation>, fr: Partial<Designation> = {}, caseSensitive = false): Concept {
  return { id, status: 'preferred', caseSensitive, en: { term: '', ...en }, fr: { term: '', ...fr } };
}

const concepts: Concept[] = [
  concept(
    'ibet',
    { term: 'Integrated Border Enforcement Team', abbr: 'IBET' },
    { term: 'Équipe intégrée de la police des frontières', abbr: 'EIPF' },
  ),
  concept('team', { term: 'team' }, { term: 'équipe' }),
  concept('border', { term: 'border' }, { term: 'frontière' }),
  concept('declaration', { term: 'Smart Border Declaration' }, { term: 'Déclaration sur la frontière intelligente' }),
  concept('act', { term: 'Act' }, { term: 'loi' }),
  concept('agency', { term: 'law enforcement agency' }, { term: 'organisme local' }),
  concept(
    'accord',
    { term: 'free trade agreement', plural: 'free trade accords' },
    { term: 'accord commercial régional' },
  ),
  concept('officer', { term: 'officer', forms: ['policewomen'] }, { term: 'agent spécial', forms: ['agents secrets'] }),
  concept('rights', { term: 'human rights' }, { term: 'droits de la personne' }),
  concept('shift', { term: 'order' }, { term: 'ordre' }, true),
  concept('plan', { term: 'action plan' }, { term: 'plan d’action' }),
  concept('canus', { term: 'Canada–U.S. border' }, { term: 'frontière canado-américaine' }),
];
const english = termMatcher(concepts, 'en');
const french = termMatcher(concepts, 'fr');

function found(matcher: TermMatcher, text: string): string[] {
  return matcher.find(text).map(({ concept: id, start, end }) => `${id}: ${text.slice(start, end)}`);
}

describe('terms in English', () => {
  it.each<[string, string[]]>([
    ['Integrated Border Enforcement Teams', ['ibet: Integrated Border Enforcement Teams']],
    ['the Integrated Border Enforcement Team’s', ['ibet: Integrated Border Enforcement Team']],
    ["the team's border", ['team: team', 'border: border']],
    ['a smart border declaration', ['declaration: smart border declaration']],
    ['IBET, IBETs and the IBET’s; ibet', ['ibet: IBET', 'ibet: IBETs', 'ibet: IBET']],
    ['an Act to act; ACT and Acts', ['act: Act', 'act: ACT', 'act: Acts']],
    ['law enforcement agencies', ['agency: law enforcement agencies']],
    ['free trade agreements; free trade accords', ['accord: free trade accords']],
    ['an officer, two policewomen', ['officer: officer', 'officer: policewomen']],
    ['Integrated Border. Enforcement Team', ['border: Border', 'team: Team']],
    ['cross-border teamwork', []],
    ['the Canada–U.S. border', ['canus: Canada–U.S. border']],
    ['Order! An order. The Order', ['shift: Order', 'shift: order']],
    ['human\u00A0rights, human\nrights', ['rights: human\u00A0rights', 'rights: human\nrights']],
  ])('%j', (text, expected) => {
    expect(found(english, text)).toEqual(expected);
  });
});

describe('terms in French', () => {
  it.each<[string, string[]]>([
    ['l’Équipe intégrée de la police des frontières', ['ibet: Équipe intégrée de la police des frontières']],
    ["d'une équipe intégrée de la police des frontières", ['ibet: équipe intégrée de la police des frontières']],
    [
      'Équipes\u00A0intégrées de la\u202Fpolice des frontières',
      ['ibet: Équipes\u00A0intégrées de la\u202Fpolice des frontières'],
    ],
    ["l’EIPF, l'EIPF, eipf", ['ibet: EIPF', 'ibet: EIPF']],
    ['les lois, la loi; loin', ['act: lois', 'act: loi']],
    ['des accords commerciaux régionaux', ['accord: accords commerciaux régionaux']],
    ['des agentes spéciales', []],
    ['des agents spéciaux, des agents secrets', ['officer: agents spéciaux', 'officer: agents secrets']],
    ['des organismes locaux', ['agency: organismes locaux']],
    ['Équipe intégrée : de la police des frontières', ['team: Équipe', 'border: frontières']],
    ['(équipe)', ['team: équipe']],
    ['droit de la personne', ['rights: droit de la personne']],
    ['plan d’actions, plans de l’action, plan des actions', ['plan: plan d’actions', 'plan: plan des actions']],
  ])('%j', (text, expected) => {
    expect(found(french, text)).toEqual(expected);
  });

  it('says which are acronyms', () => {
    expect(french.find('EIPF et équipe').map((match) => match.abbreviation)).toEqual([true, false]);
  });
});

describe('matches', () => {
  it('stand in order, do not overlap, and lie in the text', () => {
    const words = [
      'Integrated',
      'border',
      'Border',
      'Enforcement',
      'team',
      'Act',
      '.',
      ',',
      '’s',
      'IBET',
      'order',
      '\n',
    ];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 20 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, (source) => {
        let end = 0;
        for (const match of english.find(source)) {
          expect(match.start).toBeGreaterThanOrEqual(end);
          expect(match.end).toBeGreaterThan(match.start);
          end = match.end;
        }
        expect(end).toBeLessThanOrEqual(source.length);
      }),
    );
  });
});

describe('a word that is plainly a verb is no term', () => {
  const words = [
    concept('access', { term: 'access' }, { term: 'compte' }),
    concept('user', { term: 'user' }, { term: 'demande' }),
    concept('log', { term: 'access log' }, { term: 'compte de service' }),
  ];
  const found = { en: termMatcher(words, 'en'), fr: termMatcher(words, 'fr') } as const;
  it.each<['en' | 'fr', string, number]>([
    ['en', 'They can access it.', 0],
    ['en', 'We access it.', 0],
    ['en', 'Somebody used this to access the page.', 0],
    ['en', 'How can access be given?', 1],
    ['en', 'Can access be given?', 1],
    ['en', 'It leads to access for all.', 1],
    ['en', 'We users know.', 1],
    ['en', 'They can access log files.', 1],
    ['en', 'It will be the access.', 1],
    ['fr', 'Ce qui compte, on le demande.', 1],
    ['fr', 'Il compte; elles ne compte pas.', 0],
    ['fr', 'Elle s’appelle compte.', 1],
    ['fr', 'Un compte et une demande.', 2],
    ['fr', 'Il compte de service.', 1],
    ['fr', 'Qui demande un compte?', 1],
  ])('%s: %s', (language, text, count) => expect(found[language].find(text)).toHaveLength(count));
});
