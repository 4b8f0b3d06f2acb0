// The PDFs and EPUBs of a publication, one for each edition.

const names = { en: 'english', fr: 'french', columns: 'bilingual', stacked: 'bilingual' };

/**
 * Fills the list of books of a format, by the names of their editions; the one that was chosen stays so, else it is that in
 * the language of the person at work.
 *
 * @returns The chosen one; undefined when there is none.
 */
export function chooseBook({ contents, say, language }, format, list) {
  const books = contents.files.filter((file) => file.format === format);
  const chosen =
    books.find(({ path }) => path === list.value) ?? books.find(({ edition }) => edition === language) ?? books[0];
  list.fill(
    books.map(({ path, edition }) => [path, names[edition] ? say(names[edition]) : path]),
    chosen?.path,
  );
  return chosen;
}

/** Why there is none. */
export function absence({ contents, say }) {
  return say(contents.files.length > 0 ? 'nothing' : 'waiting-title');
}
