/**
 * The forms that one word of a term may take in running text; the word itself is the first. Case is kept.
 *
 * English: singular and plural. Possessives need no form, since `’s` is a token of its own.
 */
export function englishForms(word: string): readonly string[] {
  const forms = [word];
  if (/[^aeiou]y$/i.test(word)) forms.push(`${word.slice(0, -1)}ies`);
  else if (/(?:x|z|ch|sh|ss)$/i.test(word)) forms.push(`${word}es`);
  else if (/sis$/i.test(word)) forms.push(`${word.slice(0, -2)}es`);
  else if (/man$/i.test(word)) forms.push(`${word.slice(0, -2)}en`);
  else if (!/s$/i.test(word)) forms.push(`${word}s`);
  if (/[^aeiou]ies$/i.test(word)) forms.push(`${word.slice(0, -3)}y`);
  else if (/(?:x|z|ch|sh|ss)es$/i.test(word)) forms.push(word.slice(0, -2));
  else if (/[^suis]s$/i.test(word)) forms.push(word.slice(0, -1));
  return forms;
}

/** French: singular and plural. */
export function frenchNumber(word: string): readonly string[] {
  const forms = new Set([word]);
  const singular = singularOf(word);
  if (singular) forms.add(singular);
  for (const form of [...forms]) {
    if (/[sxz]$/i.test(form)) continue;
    if (/(?:eau|au|eu)$/i.test(form)) forms.add(`${form}x`);
    else forms.add(`${form}s`);
    if (/al$/i.test(form)) forms.add(`${form.slice(0, -1)}ux`);
    if (/[vr]ail$/i.test(form)) forms.add(`${form.slice(0, -2)}ux`);
  }
  return [...forms];
}

function singularOf(word: string): string | undefined {
  if (word.length < 4) return undefined;
  if (/eaux$|eux$/i.test(word)) return word.slice(0, -1);
  if (/aux$/i.test(word)) return `${word.slice(0, -2)}l`;
  return /[^s]s$/i.test(word) ? word.slice(0, -1) : undefined;
}

/** Endings of French adjectives and participles: masculine, feminine. */
const genders: readonly (readonly [masculine: RegExp, ending: string])[] = [
  [/é$/i, 'ée'],
  [/er$/i, 'ère'],
  [/if$/i, 'ive'],
  [/eux$/i, 'euse'],
  [/el$/i, 'elle'],
  [/en$/i, 'enne'],
  [/al$/i, 'ale'],
  [/ain$/i, 'aine'],
  [/(?:ant|ent)$/i, ''],
  [/[^e](?:it|is|in|un|ur|er|ul)$/i, ''],
];

/** French: number and gender, for the words that agree with the first. */
export function frenchAgreement(word: string): readonly string[] {
  const forms = new Set<string>(frenchNumber(word));
  for (const form of [...forms]) {
    for (const [ending, feminine] of genders) {
      if (form.length < 4 || !ending.test(form)) continue;
      const stem = feminine === '' ? form : form.replace(ending, '');
      forms.add(stem + (feminine === '' ? 'e' : feminine)).add(`${stem}${feminine === '' ? 'e' : feminine}s`);
      break;
    }
    const masculine = masculineOf(form);
    if (masculine) for (const number of frenchNumber(masculine)) forms.add(number);
  }
  return [...forms];
}

function masculineOf(word: string): string | undefined {
  const singular = word.replace(/s$/i, '');
  if (/ée$/i.test(singular)) return singular.slice(0, -1);
  if (/ère$/i.test(singular)) return singular.replace(/ère$/i, 'er');
  if (/ive$/i.test(singular)) return singular.replace(/ive$/i, 'if');
  if (/euse$/i.test(singular)) return singular.replace(/euse$/i, 'eux');
  if (/(?:elle|enne)$/i.test(singular)) return singular.slice(0, -2);
  return /(?:ale|aine|ante|ente|ite|ise|ine|une)$/i.test(singular) ? singular.slice(0, -1) : undefined;
}
