/**
 * Key of `Publication.assets` for a picture that a document names; undefined for an address elsewhere.
 *
 * @param path - The document's, relative to the publication's folder: `source/maps/border.md`.
 */
export function assetKey(url: string, path: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return undefined;
  const folders = path.split('/').slice(1, -1);
  const steps = url.startsWith('/') ? [] : folders;
  for (const step of decode(url).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
