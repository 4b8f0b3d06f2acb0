import path from 'node:path';
import { languages } from '../workload/forms/files.mjs';

/**
 * A process for each language, which makes one book of one file.
 *
 * @param endings - Of the file that it is given, and of the book: `['adoc', 'pdf']`.
 * @param command - Given the paths of both, the program and its arguments.
 */
export function bookEach([from, to], command) {
  return (source, out) =>
    languages.map((language) =>
      command(path.join(source, `book.${language}.${from}`), path.join(out, `book.${language}.${to}`)),
    );
}
