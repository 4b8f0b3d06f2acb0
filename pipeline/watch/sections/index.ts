export { patchBetween, type Splice } from './patch.ts';
