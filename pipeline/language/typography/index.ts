export { ordinals } from './ordinals.ts';
export { type HouseOptions, houseOptions, profileOf, profiles } from './profiles.ts';
export type { Run } from './runs.ts';
export { typeset, typesetRuns } from './typeset.ts';
