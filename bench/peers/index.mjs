/**
 * The programs that are measured beside one another, ours first.
 *
 * @typedef {readonly [command: string, args: readonly string[]]} Command
 * @typedef {object} Output
 * @property {(source: string, out: string) => readonly Command[]} commands Processes that make it, one after the other.
 * @property {string} differs What else it holds, or lacks, beside the others.
 * @typedef {object} Peer
 * @property {string} name
 * @property {(folder: string, workload: object) => void} write Writes the workload in its form.
 * @property {() => string | undefined | Promise<string | undefined>} version Undefined where it is missing.
 * @property {boolean} [remembers] Whether a second build can be shorter than the first.
 * @property {(source: string, time: number) => void} [edit] Changes a passage in both languages, for those that remember.
 * @property {Readonly<Record<string, Output>>} outputs By their kind: `HTML`, `EPUB`, `PDF`, `everything` …
 */
import { asciidoctor, asciidoctorPdf } from './asciidoctor.mjs';
import { diptych } from './diptych.mjs';
import { floor } from './floor.mjs';
import { hugo } from './hugo.mjs';
import { pandoc } from './pandoc.mjs';
import { sphinx } from './sphinx.mjs';
import { typst } from './typst.mjs';

export { diptych, floor };

/** @type {readonly Peer[]} */
export const peers = [diptych, floor, hugo, asciidoctor, pandoc, sphinx, asciidoctorPdf, typst];
