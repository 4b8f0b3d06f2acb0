/**
 * Words that the English patterns divide wrongly (`de-c-la-ra-tion`), beside those that come with the patterns.
 * Divided as American dictionaries do; an `s` may follow.
 */
export const furtherEnglishExceptions =
  'dec-la-ra-tion dem-o-crat dem-o-crat-ic def-i-ni-tion dis-tri-bu-tion re-dis-tri-bu-tion in-no-va-tive ' +
  'ma-te-ri-al tu-to-ri-al ter-ri-to-ri-al com-bi-na-to-ri-al data-base data-store';
