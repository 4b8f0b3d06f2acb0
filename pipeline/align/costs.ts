import { likeness, type Profile } from './profile.ts';

/** A paragraph against a quotation: better than two blocks alone where the words agree. */
const otherShape = 1.1;
/** Of each block that stands with others: somewhat more than alone, so that what is said of it must weigh. */
const joined = 1.1;

/** French has about 1.17 times the letters of English (a published report in both; corpora lie from 1.06 to 1.28). */
const frenchLength = 1.17;

/** Labelled definitions stand against those of their label alone. */
const labelled = /^(?:definition|footnoteDefinition) /;

/** What holds no words of the text stands with nothing. */
const apart = /^(?:definition |footnoteDefinition |html$|thematicBreak$)/;

/** Of setting two blocks against each other; `Infinity` where they may not meet. */
export function blockCost(en: Profile, fr: Profile): number {
  if (en.shape === fr.shape) return en.id !== undefined && en.id === fr.id ? 0 : contentCost(en, fr);
  if (labelled.test(en.shape) || labelled.test(fr.shape)) return Infinity;
  const heading = en.heading ? fr : fr.heading ? en : undefined;
  return heading && !heading.titleLike ? Infinity : otherShape + contentCost(en, fr);
}

/**
 * Of setting several blocks of one side against one of the other, which must be about as long as they are together. What
 * it holds of them shows by its length, its figures, links and code, and by how many sentences or lines it has.
 */
export function groupCost(en: readonly Profile[], fr: readonly Profile[]): number {
  const [several, others] = en.length > 1 ? [en, fr] : [fr, en];
  const [one] = others;
  const blocks = [...several, ...others];
  if (!one || one.heading || blocks.some(({ shape }) => apart.test(shape))) return Infinity;
  const [first, second] = [sumOf(en), sumOf(fr)];
  if (several[0]?.length === 0 || several.at(-1)?.length === 0) return Infinity;
  if (disagree(first, second)) return Infinity;
  const last = several.at(-1);
  if (last?.heading && !isNumberedIn(last, one)) return Infinity; // it belongs to what follows
  const content = contentCost(first, second) + (first.sentences === second.sentences ? -0.2 : 0);
  if (others.length > 1) return isSwapped(several, others) ? 2 * joined + content : Infinity;
  const whole = unlikeLengths(first.length, second.length);
  const isNeeded = ({ length, marks }: Profile): boolean => {
    const [less, same] = several === en ? [length, 0] : [0, length];
    const isNamed = marks.length > 0 && marks.every((mark) => one.marks.includes(mark));
    return isNamed || whole <= unlikeLengths(first.length - less, second.length - same);
  };
  if (!isByLine(several, one, 3) && !several.every(isNeeded)) return Infinity;
  return joined * (several.length - 1) + content + shapesCost(several, one);
}

type Sum = Pick<Profile, 'length' | 'sentences' | 'numbers' | 'marks'>;

function sumOf(blocks: readonly Profile[]): Sum {
  return {
    length: blocks.reduce((sum, { length }) => sum + length, 0),
    get sentences() {
      return blocks.reduce((sum, { sentences, goesOn }, at) => sum + sentences - (goesOn && at > 0 ? 1 : 0), 0);
    },
    get numbers() {
      return blocks.flatMap(({ numbers }) => numbers);
    },
    get marks() {
      return blocks.flatMap(({ marks }) => marks);
    },
  };
}

/** Neither links nor figures are shared, and one has more figures. */
function disagree(en: Sum, fr: Sum): boolean {
  const isOther = likeness(en.numbers, fr.numbers) === 0 && en.numbers.length !== fr.numbers.length;
  return isOther && !likeness(en.marks, fr.marks);
}

/** A paragraph and a list against a list and a paragraph: an item stands outside the list on one side. */
function isSwapped(one: readonly Profile[], other: readonly Profile[]): boolean {
  const shapes = one.map(({ shape }) => shape).join();
  const turned = other.map(({ shape }) => shape).reverse();
  return shapes === turned.join() && turned[0] !== turned[1];
}

/** Of the shapes of several blocks against one, and of headings among them that it does not hold as lines. */
function shapesCost(several: readonly Profile[], one: Profile): number {
  const alike = several.filter(({ shape }) => shape === one.shape);
  const byLine = isByLine(several, one, 2);
  const unsaid = byLine ? 0 : several.filter((each) => each.heading && !isNumberedIn(each, one)).length;
  const isLarger = alike.some(({ sentences }) => sentences >= one.sentences);
  return (alike.length > 0 ? 0 : otherShape) + 0.3 * unsaid + (byLine ? -0.2 : isLarger ? 0.2 : 0);
}

/** A paragraph typed in as many lines as there are blocks, or a few more. */
function isByLine({ length: count }: readonly Profile[], { lines }: Profile, least: number): boolean {
  return count >= least && lines >= count && lines <= count * 1.25;
}

/** A heading such as “2. Developers” may stand as a line of a paragraph. */
function isNumberedIn({ numbers }: Profile, other: Profile): boolean {
  return numbers.length > 0 && numbers.every((number) => other.numbers.includes(number));
}

/** From 0, where everything agrees, to 1.5; what neither has says nothing. */
export function contentCost(en: Pick<Profile, 'length' | 'numbers' | 'marks'>, fr: typeof en): number {
  const length = Math.min(1, unlikeLengths(en.length, fr.length) / Math.log(3));
  const numbers = likeness(en.numbers, fr.numbers);
  const marks = likeness(en.marks, fr.marks);
  const unlike = (agreement: number | undefined): number => (agreement === undefined ? 0 : 0.4 * (0.75 - agreement));
  return Math.max(0, 0.1 + 0.7 * length + unlike(numbers) + unlike(marks));
}

/** Too unlike for one to hold the other. */
export function areFar(en: number, fr: number): boolean {
  return unlikeLengths(en, fr) > Math.log(1.6);
}

/** The logarithm of how many times one is as long as the other should be. */
function unlikeLengths(en: number, fr: number): number {
  return Math.abs(Math.log((fr + 10) / (en * frenchLength + 10)));
}
