import { describe, expect, test } from 'vitest';
import { searchAnalyser, searchAnalyserSource } from '../../pipeline/language/index.ts';
import type { Language } from '../../pipeline/model/index.ts';

/** Forms of one word on each line: who looks for one of them finds the others. */
const families: Record<Language, string> = {
  fr: `
    geler gèle gelé gelée gelées gèlent gelait
    lever lève levé levait lèvent
    mener mène mené mènent
    acheter achète acheté achètent
    jeter jette jeté jetait
    préférer préfère préféré
    gérer gère géré gèrent
    régler règle réglé
    céder cède cédé cèdent
    payer paie payé paient paye
    envoyer envoie envoyé envoient enverra envoi
    essayer essaie essayé essai
    voter vote voté votent
    aider aide aidé aident
    finir fini finissent finissait
    choisir choisit choisi choisissent
    établir établit établi établissement
    pouvoir peut peuvent pouvait pourra pourraient
    devoir doit doivent devait devraient
    venir vient viennent venait venu
    contenir contient contiennent contenait contenu contenus
    prendre prend prennent prenait pris
    comprendre comprend comprennent compris
    permettre permet permettent permettait
    répondre répond répondent répondu répondrait
    produire produit produisent produite
    écrire écrit écrivent écrite
    ouvrir ouvre ouvrent ouvert ouverte
    recevoir reçoit reçoivent reçu
    pleuvoir pleut pleuvait pluie pluies
    travail travaux travailler travaille
    nouveau nouvelle nouveaux
    œil yeux
    actif active activement
    léger légère légères
    étranger étrangère étrangers
    clair claire clairement
    profit profiter profite`,
  en: `
    freeze freezes freezing froze frozen
    write writes writing wrote written
    drive drives driving drove driven
    choose chooses choosing chose chosen
    make makes making made
    take takes taking took taken
    build builds building built
    send sends sending sent
    find finds finding found
    hold holds holding held
    pay pays paying paid
    store stores storing stored
    change changes changing changed
    require requires requiring required
    licence licences license licenses licensing licensed
    child children
    woman women
    person people
    policy policies
    apply applies applying applied
    plan plans planning planned`,
};

/** Other words that an ending alone would not tell from each other. */
const apart: Record<Language, string> = {
  fr: 'pas/passer cas/case bas/base fin/fine non/none part/partir maintenant/maintenir pays/payer avenue/avenir revenu/revenir nuit/nuire accent/accès mer/mère enfant/enfer',
  en: 'police/policy left/leave saw/see',
};

describe.each(['fr', 'en'] as const)('looking for words (%s)', (language) => {
  const { stem } = searchAnalyser(language);

  test.each(
    families[language]
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  )('finds all of %s', (line) => {
    const stems = line.split(' ').map((word) => [word, stem(word)]);
    expect(stems).toEqual(stems.map(([word]) => [word, stems[0]?.[1]]));
  });

  test('does not take one word for another', () => {
    const same = apart[language].split(' ').filter((pair) => {
      const [one = '', other = ''] = pair.split('/');
      return stem(one) === stem(other);
    });
    expect(same).toEqual([]);
  });

  test('is the same in the browser', () => {
    const inPage = new Function(`return ${searchAnalyserSource(language)}`)() as ReturnType<typeof searchAnalyser>;
    const words = families[language].match(/\S+/g) ?? [];
    expect(words.map((word) => inPage.stem(word))).toEqual(words.map((word) => stem(word)));
  });
});
