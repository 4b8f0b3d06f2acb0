import { describe, expect, test } from 'vitest';
import { identifyLanguage } from '../../../pipeline/language/index.ts';
import { type Language, languages } from '../../../pipeline/model/index.ts';
import { cleanPairs, pairedFolders } from '../../helpers/corpora.ts';
import { filesIn, textOf } from '../../helpers/files.ts';

const passages: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'The office is open every day of the week.',
    'Write to us if you have a question.',
    'It was signed in the spring and came into force a year later.',
    'Fees for the use of the library',
    'How to apply for a permit',
    'Nobody knows what will become of it.',
    'She said that they should not have waited so long.',
    'Information on the protection of personal information',
    'Federal, provincial and territorial ministers responsible for justice',
    'Do not use the form that was sent to you before.',
  ],
  fr: [
    'Le bureau est ouvert tous les jours de la semaine.',
    'Écrivez-nous si vous avez une question.',
    'L’accord a été signé au printemps et est entré en vigueur un an plus tard.',
    'Frais d’utilisation de la bibliothèque',
    'Comment obtenir un permis de travail',
    'Nul ne sait ce qu’il en adviendra.',
    'Elle a dit qu’ils n’auraient pas du attendre si longtemps.',
    'Information sur la protection des renseignements personnels',
    'Ministres federaux, provinciaux et territoriaux responsables de la justice',
    'N’utilisez pas le formulaire qui vous a été envoyé auparavant.',
  ],
};

describe.each(languages)('%s', (language) => {
  test.each(passages[language])('%s', (text) => expect(identifyLanguage(text).language).toBe(language));
});

test.each(['', '12 345,67 $', 'Microsoft Teams, GitHub, Docker', 'Total', 'Ottawa (Ontario) K1A 0A9'])(
  'nothing is said of “%s”',
  (text) => expect(identifyLanguage(text).language).toBeUndefined(),
);

/** Without code, addresses, and titles, which may be in any language. */
const plain = (text: string): string =>
  text.replace(/`[^`]*`|(?<!\*)\*[^*]+\*(?!\*)|\]\([^)]*\)|<[^>]*>|https?:\S+/g, ' ');

describe('public pages', () => {
  const pairs = cleanPairs(pairedFolders('tests/publications'));
  test.each(languages)('%s: no paragraph of 80 letters is taken for the other, hardly one for neither', (language) => {
    const judged = pairs.map((pair) => identifyLanguage(plain(pair[language]))).filter(({ letters }) => letters >= 80);
    expect(judged.length).toBeGreaterThan(50);
    expect(judged.filter((each) => each.language !== undefined && each.language !== language)).toEqual([]);
    expect(judged.filter((each) => each.language === undefined).length / judged.length).toBeLessThan(0.02);
  });

  test('nor is a guide of ours', () => {
    for (const language of languages) {
      const guides = filesIn('docs/guide', `.${language}.md`).map(textOf);
      const paragraphs = guides.flatMap((text) =>
        plain(text.replace(/```[\s\S]*?```|^ {4}.*$|^\|.*$/gm, '')).split(/\n\s*\n/),
      );
      const judged = paragraphs.map(identifyLanguage).filter(({ letters }) => letters >= 80);
      expect(judged.length).toBeGreaterThan(20);
      expect(judged.filter((each) => each.language !== language && each.certainty > 1.2)).toEqual([]);
    }
  });
});
