/** A file before and after; it is written only while it still is what it was. */
export interface FileChange {
  /** Relative to the publication's folder. */
  readonly path: string;
  /** Undefined: the file is made. */
  readonly before: string | undefined;
  readonly after: string;
}
