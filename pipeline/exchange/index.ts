export * from './termbase/index.ts';
