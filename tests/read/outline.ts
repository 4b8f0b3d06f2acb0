import type { Nodes } from 'mdast';
import type { Diagnostic, Publication } from '../../pipeline/model/index.ts';

/** Findings as a writer can read them in a fixture: place, severity, rule, and what its sentence needs. */
export function listDiagnostics(diagnostics: readonly Diagnostic[], withPath = false): string {
  return diagnostics
    .map(({ path, position, severity, rule, details, related }) => {
      const place = position ? `${position.start.line}:${position.start.column}` : '-';
      const beside = related?.position
        ? ` (beside ${related.position.start.line}:${related.position.start.column})`
        : '';
      const needs = Object.keys(details).length > 0 ? ` ${JSON.stringify(details)}` : '';
      return `${withPath ? `${path}:` : ''}${place} ${severity} ${rule}${needs}${beside}\n`;
    })
    .join('');
}

/** A tree, a node a line. */
export function outline(node: Nodes, indent = ''): string {
  const { type, position, ...rest } = node;
  const fields = Object.entries(rest)
    .filter(([name, value]) => name !== 'children' && value !== undefined && value !== null)
    .map(([name, value]) => ` ${name}=${visible(JSON.stringify(value))}`);
  const place = position ? `${position.start.line}:${position.start.column}` : 'NOWHERE';
  const children = 'children' in node ? node.children.map((child) => outline(child, `${indent}  `)).join('') : '';
  return `${indent}${type} ${place}${fields.join('')}\n${children}`;
}

export function listPublication(publication: Publication | undefined): string {
  if (!publication) return 'no publication\n';
  const { settings, documents, concepts, assets } = publication;
  const documentLine = ({ tree, text: _text, files, ...rest }: (typeof documents)[number]) =>
    json({
      ...rest,
      ...(files && { files: files.map(({ path }) => path), pairs: tree.children.map(sidesOf) }),
    });
  const assetLine = ({ bytes, ...rest }: { bytes: Uint8Array }) => json({ ...rest, bytes: bytes.length });
  return [
    json(settings),
    ...documents.map(documentLine),
    ...concepts.map((concept) => json(concept)),
    ...[...assets.values()].map(assetLine),
  ]
    .map((line) => `${visible(line)}\n`)
    .join('');
}

/** Without the places of YAML's texts, which would double every line. */
function json(value: unknown): string {
  return JSON.stringify(value, (key, each) => (key === 'places' || key === 'theme' ? undefined : each));
}

/** Of a block of two files: the lines on which its sides begin. */
function sidesOf(node: Nodes): string {
  if (node.type !== 'pair') return node.type;
  return node.children.map(({ language, position }) => `${language} ${position?.start.line}`).join(' ');
}

/** Invisible characters are written as escapes. */
function visible(text: string): string {
  return text.replace(/[\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
