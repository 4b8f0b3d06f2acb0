const frenchElision = /(?:^|['’-])(?:[cçdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)$/i;

/** Whether `word` is what stands before the apostrophe of a French elision: `l`, `qu`, `jusqu`, `aujourd’hui d`. */
export function isFrenchElision(word: string): boolean {
  return frenchElision.test(word);
}

const englishElision = /^(?:tis|twas|twere|twill|em|til|till|cause|bout|round|n|cuz|kay|nuff|\d0s)$/i;

/** Whether `word` begins with an apostrophe of its own: `’tis`, `’90s`, `rock ’n’ roll`. */
export function isEnglishElision(word: string): boolean {
  return englishElision.test(word);
}
