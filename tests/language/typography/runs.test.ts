import { describe, expect, it } from 'vitest';
import { profiles, type Run, typeset, typesetRuns } from '../../../pipeline/language/index.ts';

const visible = (text: string): string => text.replaceAll('\u00A0', '⍽').replaceAll('\u202F', '⌴');

/** Runs written in one line: parted by `|`, frozen ones begin with `#`. */
function runsOf(text: string): Run[] {
  return text.split('|').map((run) => (run.startsWith('#') ? { text: run.slice(1), frozen: true } : { text: run }));
}

describe('typography across runs', () => {
  it.each([
    ['fr-CA', '|Note| : voir', '|Note|⍽: voir'],
    ['fr-CA', 'Note|: voir', 'Note|⍽: voir'],
    ['fr-CA', '« |mot| »', '«⍽|mot|⍽»'],
    ['fr-CA', '«|mot|»', '«⍽|mot|⍽»'],
    ['fr-CA', 'Il dit "|mot|"', 'Il dit «⍽|mot|⍽»'],
    ['fr-CA', "l'|#code| : oui", 'l’|code|⍽: oui'],
    ['fr-CA', "l'|ami| !", 'l’|ami|!'],
    ['fr-CA', '#10| %', '10|⍽%'],
    ['fr-CA', '10 |#%', '10⍽|%'],
    ['fr-CA', '#«mot»|, "#x', '«mot»|, «⍽#x'],
    ['fr-CA', '#"', '"'],
    ['fr-CA', '#mot |: oui', 'mot |: oui'],
    ['fr-CA', 'le |12| |décembre', 'le |12|⍽|décembre'],
    ['fr-FR', '#mot|#!', 'mot|!'],
    ['fr-FR', 'Oui|!', 'Oui|⌴!'],
    ['en-CA', 'He|\'s "|bold|" now', 'He|’s “|bold|” now'],
    ['en-CA', 'a car -|- silver', 'a car—|silver'],
    ['en-CA', 'No.| |#5', 'No.|⍽|5'],
  ])('%s: %s', (tag, runs, expected) => {
    expect(typesetRuns(runsOf(runs), tag).map(visible).join('|')).toBe(expected);
  });

  it('takes no runs, and empty ones', () => {
    expect(typesetRuns([], 'fr-CA')).toEqual([]);
    expect(typesetRuns([{ text: '' }, { text: 'a' }, { text: '', frozen: true }], 'fr-CA')).toEqual(['', 'a', '']);
  });
});

describe('profiles', () => {
  it('fall back by language', () => {
    expect(typeset('Oui !', 'fr')).toBe('Oui!');
    expect(typeset('Oui !', 'fr-BE')).toBe('Oui!');
    expect(typeset('10 %', 'en-GB')).toBe('10%');
  });

  it('are data that options override', () => {
    expect(visible(typeset('Oui ! 10 %', 'fr-CA', profiles.oqlf.fr))).toBe('Oui⌴! 10⍽%');
    expect(visible(typeset('10 500 people...', 'en-CA', { groups: ',', ellipsis: false }))).toBe('10,500 people...');
  });
});
