export { cutPairs, cutPhrasingPairs } from './cut.ts';
