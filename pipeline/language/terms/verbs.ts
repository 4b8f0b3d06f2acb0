import type { Language } from '../../model/index.ts';

/**
 * Whether one lower-case word of the text is plainly a verb by the word before it: « ce qui compte », “they can access”,
 * “to access the log”. No term that is a noun stands there. Where nothing tells, it is not.
 */
export function isVerbAt(text: string, { start, end }: { start: number; end: number }, language: Language): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  if (language === 'fr') return frenchSubject.test(before);
  const isBase = !/[^s]s$/.test(text.slice(start, end)); // plural nouns follow too: “we users”, “can services be …”
  if (!isBase) return false;
  return (
    englishSubject.test(before) || (/(?:^|[^\p{L}])to\s+$/iu.test(before) && object.test(text.slice(end, end + 12)))
  );
}

/** Pronouns that are subjects alone, and what stands between them and their verb. */
const frenchSubject = /(?:^|[^\p{L}’'-])(?:(?:je|tu|il|ils|on|qui|ne|se)\s+|[jns][’'])$/iu;

/** A modal verb in a statement (“How can access be given?” has a noun), or a pronoun. */
const englishSubject =
  /(?:(?:^|[^\p{L}’'])(?:we|they|he|she)|(?<!\b(?:how|when|where|why|what|which|who|so|nor|only))(?<=[\p{L}\p{N}’'])\s+(?:can|cannot|could|will|would|shall|should|must|might))\s+$/iu;

const object = /^\s+(?:the|an?|it|them|this|that|these|those|your|our|their|its|every|each|all|any)(?!\p{L})/iu;
