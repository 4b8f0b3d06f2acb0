export { openInBrowser } from './browser.ts';
export { editorFor, type Opening } from './editor.ts';
export { type DocumentPages, Origins, type Point } from './origins.ts';
