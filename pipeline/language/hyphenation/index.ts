export { hyphenator } from './hyphenator.ts';
