export { type ColumnMap, csvColumns, readCsv, writeCsv } from './csv.ts';
export type { ImportedTerms } from './entries.ts';
export { mergeTerms } from './merge.ts';
export { writeSkos } from './skos.ts';
export { readTbx } from './tbx-read.ts';
export { writeTbx } from './tbx-write.ts';
