import type { Language, LanguageMap } from '../../model/index.ts';

/** What endings alone do not tell of the words of a language; without accents. */
export interface SearchWords {
  /** Words that say nothing. */
  readonly empty: readonly string[];
  /** Forms that have no stem in common with the word that they are forms of. */
  readonly irregular: Readonly<Record<string, string>>;
}

const empty: LanguageMap<string> = {
  en: `
    a an and are as at be been by for from has have in is it its of on or that the their this to was were which
    with`,
  fr: `
    a au aux avec ce ces cette dans de des du elle en est et etre il ils la le les leur leurs ne ou par pas pour
    qu que qui sa se ses son sont sur un une`,
};

/** On each line a word, and forms of it. */
const irregular: LanguageMap<string> = {
  en: `
    freeze froze frozen
    write wrote written
    speak spoke spoken
    take took taken
    give gave given
    know knew known
    grow grew grown
    drive drove driven
    break broke broken
    choose chose chosen
    begin began begun
    build built
    buy bought
    bring brought
    send sent
    spend spent
    keep kept
    lose lost
    sell sold
    tell told
    find found
    think thought
    teach taught
    hold held
    meet met
    pay paid
    make made
    run ran
    rise rose risen
    fall fell fallen
    fly flew flown
    eat ate eaten
    draw drew drawn
    withdraw withdrew withdrawn
    show shown
    see seen
    go went gone
    do did done
    say said
    hear heard
    lead led
    win won
    stand stood
    understand understood
    forget forgot forgotten
    hide hid hidden
    steal stole stolen
    wear wore worn
    swear swore sworn
    undertake undertook undertaken
    become became
    come came
    overcome overcame
    catch caught
    deal dealt
    feel felt
    fight fought
    seek sought
    sleep slept
    mean meant
    lend lent
    lie lying
    die dying
    tie tying
    child children
    man men
    woman women
    foot feet
    person people
    analyse analysis
    license licence licences`,
  fr: `
    pouvoir peut peuvent pouvait pouvaient pourra pourront pourrait pourraient
    vouloir veut veulent voulait voulaient voulu voudra voudrait
    devoir doit doivent devait devaient devra devront devrait devraient
    savoir sait savent savait savaient
    faire fait faite faits faites font faisait faisaient fera feront ferait feraient
    dire dit dite disent disait disaient
    lire lit lisent lisait lisaient
    voir voit voient voyait voyaient
    recevoir recoit recoivent recu recue recus recues
    pleuvoir pleut pleuvait pleuvra pluie pluies pluvieux pluvieuse
    envoyer enverra enverront
    travail travaux
    oeil yeux
    nouveau nouvel nouvelle nouvelles`,
};

export const searchWords: LanguageMap<SearchWords> = { en: wordsOf('en'), fr: wordsOf('fr') };

function wordsOf(language: Language): SearchWords {
  const lines = irregular[language].trim().split('\n');
  const forms = lines.flatMap((line) => {
    const [base = '', ...rest] = line.trim().split(' ');
    return rest.map((form): [string, string] => [form, base]);
  });
  return { empty: empty[language].trim().split(/\s+/), irregular: Object.fromEntries(forms) };
}
