export { type Cut, cutPairs, cutPhrasingPairs, type Fault } from './cut.ts';
