import type { Diagnostic, EditionId, OutputFile, RunStage } from './model/index.ts';

export interface BuildOptions {
  readonly out?: string;
  readonly formats?: readonly ('html' | 'pdf' | 'epub')[];
  readonly editions?: readonly EditionId[];
  readonly run?: RunStage;
  readonly instant?: string;
}

export interface BuildResult {
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export function build(_dir: string, _options: BuildOptions = {}): Promise<BuildResult> {
  throw new Error('not yet');
}
