/** Notes to self: what stands where words should. */
const notes = 'TODO|TBD|XXX|FIXME|À VENIR|À TRADUIRE';

/** What such a note asks for; after it, other words with a capital are a name: “TODO Group”. */
const tasks = [
  'Add|Ask|Check|Clarify|Complete|Confirm|Decide|Describe|Expand|Explain|Fill|Find|Finish|Fix|Get|Include|Insert|Link',
  'Mention|Move|Provide|Remove|Replace|Review|Revise|Rewrite|Say|Translate|Update|Verify|Write',
  'Ajouter|Clarifier|Compléter|Confirmer|Corriger|Décider|Décrire|Demander|Écrire|Expliquer|Inclure|Indiquer|Insérer',
  'Mettre|Préciser|Rédiger|Remplacer|Retirer|Réviser|Revoir|Supprimer|Terminer|Traduire|Trouver|Vérifier',
].join('|');

/** A note to self within running words: in capitals, and no part of a name, a quotation or a list's title. */
const within = new RegExp(
  [
    '(?<![\\p{L}\\d_/#.@“"«-]|« ?|(?<!\\p{L})(?:liste?|fichier|file|mot|word|balise|tag|mention|[Gg]roupe?) )',
    `(?:${notes})`,
    `(?![\\p{L}\\d_/”"»-]|\\.\\p{L}| (?!(?:${tasks})(?!\\p{L}))\\p{Lu}\\p{Ll}| (?:list|item|file|comment|marker|note)s?\\b)`,
  ].join(''),
  'u',
);

const alone = new RegExp(`^[\\s[({*«"“]*(?:${notes})(?:[\\s\\])}*»"”.…!]*$|\\s*:)`, 'u');

/**
 * The note to self in a passage's words, code left out; undefined where there is none.
 */
export function placeholderIn(words: string): string | undefined {
  const plain = words.normalize('NFC');
  return isPlaceholder(plain) ? plain.trim() : within.exec(plain)?.[0];
}

/** A note to self that stands where words should: `TODO`, `TBD`, `XXX`, `À VENIR`, alone or before a colon. */
export function isPlaceholder(words: string): boolean {
  return alone.test(words.normalize('NFC'));
}
