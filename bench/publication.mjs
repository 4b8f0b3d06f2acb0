import { documentOf } from './workload/documents.mjs';
import { conceptText, documentText, settingsText } from './workload/forms/diptych.mjs';
import { writeFiles } from './workload/forms/files.mjs';

/** Of a section of the workload, both languages and their markup. */
const kilobytesOfSection = 3;

const snow = ['A snow bulletin was issued.', 'Un bulletin de neige a été diffusé.'];

/** @param definition - What the concept that few documents use means. */
export function glossaryText(definition) {
  const others = Array.from({ length: 100 }, (_, at) =>
    conceptText(`c${at}`, [`Matter ${at}`, `Affaire ${at}`], ['Words about it.', 'Des mots à ce sujet.']),
  );
  const own = conceptText('snow', ['snow bulletin', 'bulletin de neige'], [definition, 'Ce qui est dit de la neige.']);
  return `${others.join('')}${own}`;
}

/**
 * Writes a publication of `documents` documents; 5 of them use the concept `snow`.
 *
 * @param kilobytes - Of each, about; the first has `first`, where that is given.
 */
export function writePublication(dir, { documents, kilobytes, first = kilobytes }) {
  const files = Array.from({ length: documents }, (_, at) => {
    const sections = Math.ceil((at === 0 ? first : kilobytes) / kilobytesOfSection);
    const { blocks, ...rest } = documentOf(at, { documents, sections });
    const rare = at < 5 ? [{ kind: 'paragraph', text: snow }] : [];
    return [`source/d${at}.md`, documentText({ ...rest, blocks: [...rare, ...blocks] })];
  });
  writeFiles(dir, {
    'source/publication.yaml': settingsText,
    'source/glossary.yaml': glossaryText('What is said of snow.'),
    ...Object.fromEntries(files),
  });
}
