import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Both languages as folders and files name them; the side of each in the workload's texts is its index. */
export const languages = ['en', 'fr'];

/** What the chapter of all terms is called, where a program does not name it. */
export const glossaryTitle = ['Glossary', 'Glossaire'];

/** What is written into a document before a build after one edit, in each language. */
export const passageOf = (time) => [`Edited in turn ${time}.`, `Modifié au tour ${time}.`];

/** Writes files, and the folders that they stand in. @param files - Texts by their paths in `folder`. */
export function writeFiles(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Paragraphs, lists and the like with an empty line between them, as every form has them. */
export const joined = (blocks) => `${blocks.join('\n\n')}\n`;
