export type * from './diagnostic.ts';
export type * from './edition.ts';
export * from './failure.ts';
export * from './language.ts';
export type { Block, Destination, Target } from './nodes.ts';
export type * from './output.ts';
export type * from './publication.ts';
export * from './rules.ts';
export * from './strings.ts';
