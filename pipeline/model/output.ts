import type { EditionId } from './edition.ts';
import type { LanguageTag } from './language.ts';
import type { Memory } from './memory.ts';
import type { PdfStandard } from './pdfStandard.ts';

export type OutputFormat = 'html' | 'pdf' | 'epub' | 'asset' | 'report';

/** One file of `dist/`. */
export interface OutputFile {
  /** Relative to `dist/`, with `/`. */
  readonly path: string;
  readonly format: OutputFormat;
  /** Absent on what belongs to every edition. */
  readonly edition?: EditionId;
  readonly languages: readonly LanguageTag[];
  readonly bytes: Uint8Array;
}

/** `dist/manifest.json`. */
export interface Manifest {
  /** The source has errors, and was published all the same. */
  readonly draft?: true;
  readonly files: readonly ManifestFile[];
}

export interface ManifestFile {
  readonly path: string;
  readonly format: OutputFormat;
  readonly edition?: EditionId;
  readonly languages: readonly LanguageTag[];
  /** Size in bytes. */
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** What every emitter is told besides its editions. */
export interface EmitOptions {
  /** Instant that stands in packages as their time of making, ISO 8601 in UTC, whole seconds: `2005-04-19T00:00:00Z`. */
  readonly instant: string;
  /** `Diptych 0.1.0`. */
  readonly generator: string;
  /** Formats made in the same build: pages lead to no others. Absent: all of them. */
  readonly formats?: readonly OutputFormat[];
  /** What PDF files keep to; as the publication says, unless told. */
  readonly pdfStandard?: PdfStandard;
}

/** Of an emitter that, with a memory, makes only what changed since the build before. */
export interface RememberingOptions extends EmitOptions {
  readonly memory?: Memory | undefined;
  /** With a memory: whether somebody looks at the file now. Others are made when they are asked for. */
  readonly isLookedAt?: ((path: string) => boolean) | undefined;
}
