import type { EpubPublication } from './publication.ts';
import { xmlTexts } from './xml.ts';

/**
 * The EPUB file of a book. The same book gives the same bytes, wherever and whenever it is packaged; nothing is read
 * from the disk or the network. The packaging library is loaded with the first book.
 *
 * @throws when two files of the book have one name, or a chapter's name is not plain: both are our mistakes.
 */
export async function packageEpub(publication: EpubPublication): Promise<Uint8Array> {
  const { PublicationEpub } = await import('./publication-epub.ts');
  return new PublicationEpub(xmlTexts(publication)).genEpub();
}
