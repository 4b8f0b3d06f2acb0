/** The package has no types of its own. */
declare module 'hyphen/patterns/*' {
  type Branch = number | { readonly [letter: string]: Branch } | [{ readonly [letter: string]: Branch }, number];

  /** Rows of values, and a trie of letters whose ends are indices of rows. */
  const patterns: [values: (readonly number[])[], trie: Branch];
  export default patterns;
}
