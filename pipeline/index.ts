/** Diptych for programs: what the command line does, without its words. */
export { type BuildOptions, type BuildResult, build, check } from './build.ts';
export type { CheckOptions, CheckResult, Format, Step } from './course.ts';
export type * from './model/index.ts';
export { comparisonRules, editionsOf, Failure, isLanguage, languages, otherLanguage, rules } from './model/index.ts';
export { renderJson, renderText, type TextOptions } from './report/index.ts';
