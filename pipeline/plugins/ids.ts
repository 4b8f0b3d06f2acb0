import { nameParts } from '../align/index.ts';
import type { DocumentData, Plugin } from './plugin.ts';

/** Gives every heading, pair and shared block its id: the authored one, else a derived one. */
export const ids: Plugin = () => (tree, file) => {
  const { document, diagnostics } = file.data as DocumentData;
  diagnostics.push(...nameParts(tree, { id: document, path: file.path }));
};
