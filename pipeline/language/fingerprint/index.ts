export { changeSince, fingerprint, type Passage } from './fingerprint.ts';
