export { type Applied, applyTranslations } from './apply.ts';
export { readPo, writePo } from './po.ts';
export { type Incoming, isPassage, outgoing, type Unreadable } from './unit.ts';
export { readXliff, writeXliff } from './xliff.ts';
