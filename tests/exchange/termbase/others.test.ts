import { describe, expect, test } from 'vitest';
import { mergeTerms, readCsv, readTbx } from '../../../pipeline/exchange/index.ts';
import type { Concept } from '../../../pipeline/model/index.ts';

const plan = { id: 'c1', status: 'preferred', caseSensitive: false } as const;

describe('terms that other tools wrote', () => {
  test('TBX 3, with tags: preferred, admitted and superseded terms, an acronym, a language that is not ours', () => {
    const read = readTbx(`<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="m" xmlns:basic="b">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
<conceptEntry id="c1"><min:subjectField>border</min:subjectField>
 <langSec xml:lang="en"><descripGrp><basic:definition>A plan
   of action.</basic:definition><basic:source>a book</basic:source></descripGrp>
  <termSec><term>scheme</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
  <termSec><term>action plan</term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
  <termSec><term>AP</term><basic:termType>acronym</basic:termType></termSec>
  <termSec><term>plot</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
 <langSec xml:lang="es"><termSec><term>plan de acción</term></termSec></langSec>
 <langSec xml:lang="FR-ca"><termSec><term>plan d’action</term><basic:grammaticalGender>masculine</basic:grammaticalGender></termSec></langSec>
</conceptEntry></body></text></tbx>`);
    const en = { term: 'action plan', abbr: 'AP', admitted: ['scheme'], def: 'A plan of action.', forbidden: ['plot'] };
    const fr = { term: 'plan d’action', gender: 'm' };
    expect(read).toEqual({ concepts: [{ ...plan, domain: 'border', en, fr }], incomplete: [] });
  });

  test('TBX 2, martif: definition of the whole entry, two regions of a language, terms in groups', () => {
    const read = readTbx(`<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><text><body>
<termEntry id="c1"><descripGrp><descrip type="definition">What is to be done</descrip></descripGrp>
 <langSet xml:lang="en-US"><ntig><termGrp><term>action plan</term><termNote type="termType">entryTerm</termNote></termGrp></ntig></langSet>
 <langSet xml:lang="en-GB"><tig><term>plan of action</term></tig></langSet>
 <langSet xml:lang="fr"><tig><term>plan d’action</term></tig><tig><term>PA</term><termNote type="termType">abbreviation</termNote></tig></langSet>
</termEntry></body></text></martif>`);
    const en = { term: 'action plan', admitted: ['plan of action'], def: 'What is to be done' };
    const fr = { term: 'plan d’action', abbr: 'PA', def: 'What is to be done' };
    expect(read).toEqual({ concepts: [{ ...plan, en, fr }], incomplete: [] });
  });

  test('the first TBX-Min, and entries that lack a language', () => {
    const read = readTbx(`<TBX dialect="TBX-Min"><body>
<entry id="c1"><subjectField>x</subjectField>
<langGroup xml:lang="en"><termGroup><term>plan</term><termStatus>preferred</termStatus></termGroup>
<termGroup><term>plot</term><termStatus>notRecommended</termStatus></termGroup></langGroup>
<langGroup xml:lang="fr"><termGroup><term>projet</term></termGroup></langGroup></entry>
<entry id="c2"><langGroup xml:lang="fr"><termGroup><term>seul</term></termGroup></langGroup></entry></body></TBX>`);
    const concept = { ...plan, domain: 'x', en: { term: 'plan', forbidden: ['plot'] }, fr: { term: 'projet' } };
    expect(read).toEqual({ concepts: [concept], incomplete: [{ name: 'seul', language: 'en' }] });
  });

  test.each(['', '<a/>', '<tbx>', 'en,fr'])('%j is no TBX', (text) => expect(readTbx(text)).toBeUndefined());

  test('CSV with semicolons, names of its own, no ids, the same term twice', () => {
    const mapped = readCsv(
      '\uFEFFEnglish;Français;Notes EN\r\nteam;équipe;"a ""good"" one; or two"\r\nteam;groupe;\r\n;;\r\nalone;;\r\n',
      new Map([['en.note', 'notes en']]),
    );
    expect(mapped?.concepts).toEqual([
      { ...plan, id: 'team', en: { term: 'team', note: 'a "good" one; or two' }, fr: { term: 'équipe' } },
      { ...plan, id: 'team-2', en: { term: 'team' }, fr: { term: 'groupe' } },
    ]);
    expect(mapped?.incomplete).toEqual([{ name: 'alone', language: 'fr' }]);
  });

  test('CSV without a column of French terms is none', () => expect(readCsv('English,Note\na,b\n')).toBeUndefined());
});

test('an import changes what it states and leaves the rest, comments too', () => {
  const before = `# The terms.
- id: team # of five
  en: team
  fr: {term: équipe, gender: f}
  source: {fr: a law}
- id: plan
  en: {term: plan}
  fr: {term: plan}
`;
  const concepts: Concept[] = [
    { ...plan, id: 'team', en: { term: 'team', abbr: 'TM' }, fr: { term: 'équipe', def: 'Cinq personnes.' } },
    { ...plan, id: 'law', en: { term: 'law' }, fr: { term: 'loi' } },
  ];
  const { text, added, changed } = mergeTerms(before, concepts);
  expect({ added, changed }).toEqual({ added: 1, changed: 1 });
  expect(text).toBe(`# The terms.
- id: team # of five
  en:
    term: team
    abbr: TM
  fr: {term: équipe, gender: f, def: Cinq personnes.}
  source: {fr: a law}
- id: plan
  en: {term: plan}
  fr: {term: plan}
- id: law
  en:
    term: law
  fr:
    term: loi
`);
});
