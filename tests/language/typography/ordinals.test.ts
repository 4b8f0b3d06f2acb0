import { describe, expect, it } from 'vitest';
import { ordinals, typeset } from '../../../pipeline/language/index.ts';

/** The text with what is raised in brackets. */
function raised(text: string, tag = 'fr-CA'): string {
  return ordinals(text, tag).reduceRight(
    (marked, { start, end }) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
    text,
  );
}

describe('ordinals', () => {
  it.each([
    ['le 1er août', 'le 1[er] août'],
    ['les 1res et la 1re', 'les 1[res] et la 1[re]'],
    ['la 2e et le 21e', 'la 2[e] et le 21[e]'],
    ['la 2de', 'la 2[de]'],
    ['le XIXe siècle, le Ier', 'le XIX[e] siècle, le I[er]'],
    ['le no 5', 'le n[o] 5'],
    ['les nos 5 et 6', 'les n[os] 5 et 6'],
    ['l’article 1er et le chapitre Ier', 'l’article 1[er] et le chapitre I[er]'],
    ['le 2d trimestre', 'le 2[d] trimestre'],
    ['les 2e et 3e rangs (le 10e)', 'les 2[e] et 3[e] rangs (le 10[e])'],
    ['la figure 2d et le 3e rang', 'la figure 2d et le 3[e] rang'],
    ['Il vient 2e.', 'Il vient 2[e].'],
    ['2e', '2[e]'],
  ])('%s', (text, expected) => {
    expect(raised(text)).toBe(expected);
  });

  it.each([
    'Le, Me, De, Ce, Vers',
    'nos 5 enfants',
    'un no à rien',
    'a1e',
    'http://x.ca/1er',
    '2ème',
    'COVID-19e',
    'le dossier 12e3',
    'la figure 2d',
    'l’annexe 10e',
    'les figures 2d et 2e',
    'aux alinéas 2c, 2d et 2e',
    'le bureau 10e',
    '2d) le deuxième point',
    '10e. Le dixième point',
    '2d',
    'Mme Roy, Mlle Côté, Mgr Laval, le Dr Roy, Me Roy',
  ])('raises nothing in %s', (text) => {
    expect(ordinals(text, 'fr-CA')).toEqual([]);
  });

  it('raises the same letters before and after typography', () => {
    const text = 'Le 1er août, au XIXe siècle, le no 5';
    expect(raised(typeset(text, 'fr-CA')).replaceAll('\u00A0', ' ')).toBe(raised(text));
  });

  it('raises nothing in English', () => {
    expect(ordinals('the 1st and the 1er', 'en-CA')).toEqual([]);
  });
});
