export { renderHtml } from './html/index.ts';
export { renderJson, renderStatusJson } from './json.ts';
export { renderJUnit } from './junit.ts';
export { painter } from './paint.ts';
export { renderSarif } from './sarif.ts';
export { sentencesOf } from './sentences.ts';
export { type Told, tellAll } from './tell.ts';
export { renderText, type TextOptions } from './text.ts';
export { displayWidth, pad, wrap } from './width.ts';
