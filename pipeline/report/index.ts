export { renderJson } from './json.ts';
export { painter } from './paint.ts';
export { sentencesOf } from './sentences.ts';
export { type Told, tellAll } from './tell.ts';
export { renderText, type TextOptions } from './text.ts';
export { displayWidth, pad, wrap } from './width.ts';
