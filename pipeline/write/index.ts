export { changeFiles } from './change.ts';
export { recoverFolder, replaceFolder } from './folder.ts';
export { ignoreFile, manifestOf, manifestText } from './manifest.ts';
export { assertOurs } from './ours.ts';
