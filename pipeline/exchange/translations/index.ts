export { type Applied, applyTranslations } from './apply.ts';
export { decodeExchange } from './encoding.ts';
export { readPo, writePo } from './po.ts';
export { type Incoming, isPassage, outgoing, type Unreadable } from './unit.ts';
export { readXliff, writeXliff } from './xliff.ts';
