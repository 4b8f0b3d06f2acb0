export { type ImportedRepository, importRepository } from './repository/index.ts';
export * from './split/index.ts';
export * from './termbase/index.ts';
export * from './translations/index.ts';
