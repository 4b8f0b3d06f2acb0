import {
  type Approvals,
  type Before,
  bilingualKinds,
  type Diagnostic,
  diagnose,
  languages,
  type Publication,
  type Staged,
  type Templates,
  type Theme,
} from '../model/index.ts';
import { readApprovals } from './approvals.ts';
import { readAssets } from './assets.ts';
import { readConfig } from './config.ts';
import { readDocuments } from './documents.ts';
import { type Folder, openFolder, readText } from './files.ts';
import { readGlossary } from './glossary.ts';
import { loadPlugins } from './ownPlugins.ts';
import { measurePicture } from './pictureSize.ts';
import { packagedText, readStringTable, readTemplates } from './templates.ts';
import { readTheme, themePath } from './theme.ts';

const configPath = 'source/publication.yaml';
const glossaryPath = 'source/glossary.yaml';
const approvalsPath = 'source/approvals.yaml';

/**
 * Read everything under `<dir>/source`. The value is undefined when `publication.yaml` cannot be used; what is wrong
 * with the documents is told all the same.
 *
 * @param before - What has not changed since is not read again.
 */
export async function readPublication(dir: string, before?: Before): Promise<Staged<Publication | undefined>> {
  const folder = await openFolder(dir, before);
  const { memory } = folder;
  const theme = await readOwnTheme(folder);
  const config = await readSettings(folder, theme.value);
  const glossary = await readConcepts(folder);
  const documents = await readDocuments(folder, config.value);
  const approvals = await readApproved(folder);
  const assets = await readAssets(folder, documents.value);
  const plugins = await loadPlugins(config.value?.plugins ?? [], folder);
  return {
    value: config.value && {
      settings: config.value,
      documents: documents.value,
      concepts: glossary.value,
      assets: assets.value,
      approvals: approvals.value,
      plugins: plugins.value,
    },
    diagnostics: [config, theme, glossary, documents, assets, approvals, plugins]
      .flatMap((stage) => stage.diagnostics)
      .concat(memory.recall('templates', [memory.version('templates/*')], () => templateFaults(folder))),
  };
}

async function readOwnTheme(folder: Folder): Promise<Staged<Theme>> {
  const file = await readText(folder, themePath);
  return folder.memory.recall('theme', [file], () => {
    const { value, diagnostics } = readTheme(file.text, packagedText('pdf/theme.yaml'));
    return { value, diagnostics: [...file.diagnostics, ...diagnostics] };
  });
}

async function readSettings(folder: Folder, theme: Theme) {
  const file = await readText(folder, configPath);
  return folder.memory.recall('settings', [file, theme], () => settingsIn(file, theme));
}

function settingsIn(file: Awaited<ReturnType<typeof readText>>, theme: Theme) {
  if (file.absent) {
    return {
      value: undefined,
      diagnostics: [diagnose('config-is-valid', { path: configPath, details: { variant: 'absent' } })],
    };
  }
  return file.text === undefined
    ? { value: undefined, diagnostics: file.diagnostics }
    : readConfig(file.text, configPath, theme);
}

async function readConcepts(folder: Folder) {
  const file = await readText(folder, glossaryPath);
  const { text } = file;
  if (text === undefined) return { value: [], diagnostics: file.diagnostics };
  return folder.memory.recall('glossary', [text], () => readGlossary(text, glossaryPath));
}

async function readApproved(folder: Folder): Promise<Staged<Approvals>> {
  const file = await readText(folder, approvalsPath);
  const { text, diagnostics } = file;
  return folder.memory.recall('approvals', [file], () =>
    text === undefined ? { value: new Map(), diagnostics } : readApprovals(text, approvalsPath),
  );
}

/** What is wrong with templates of the publication's own before anything is made of them. */
function templateFaults({ root }: Folder): Diagnostic[] {
  return [...stringFaults(root), ...coverFaults(readTemplates(root))];
}

/** A cover of the publisher's own is what its name says. */
function coverFaults(templates: Templates): Diagnostic[] {
  const names = [...languages, ...bilingualKinds].flatMap((edition) => [
    `cover-${edition}.jpg`,
    `cover-${edition}.png`,
  ]);
  return names
    .map((name) => `epub/${name}`)
    .filter((path) => templates.has?.(path))
    .filter(
      (path) =>
        measurePicture(templates.bytes(path))?.mediaType !== (path.endsWith('png') ? 'image/png' : 'image/jpeg'),
    )
    .map((path) => diagnose('config-is-valid', { path: `templates/${path}`, details: { variant: 'cover' } }));
}

/** String tables that are not JSON. */
function stringFaults(root: string): Diagnostic[] {
  return languages.flatMap((language) => {
    try {
      readStringTable(`${root}/templates`, language);
      return [];
    } catch {
      const path = `templates/strings/${language}.json`;
      return [diagnose('config-is-valid', { path, details: { variant: 'strings' } })];
    }
  });
}
