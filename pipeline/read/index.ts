export { decodeAs, decodeText } from './encodings.ts';
export { readGlossary } from './glossary.ts';
export { parseDocument } from './markdown.ts';
export { readPublication } from './publication.ts';
export { readRepository } from './repository.ts';
export { markdownName, markedPath } from './sides.ts';
export { readTemplates } from './templates.ts';
