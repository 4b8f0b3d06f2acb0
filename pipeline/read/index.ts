export { decodeAs, decodeText } from './encodings.ts';
export { readGlossary } from './glossary.ts';
export { parseDocument } from './markdown.ts';
export { readPublication } from './publication.ts';
export { readRepository } from './repository.ts';
export { markdownEndings, markdownName, markedPath } from './sides.ts';
export { ownTemplates, readTemplates } from './templates.ts';
