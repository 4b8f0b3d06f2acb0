/** What is drawn along words: underlines and strokes through them; and where their links are. */
import type { LinkArea, Points } from './display.ts';
import type { Placed } from './flow.ts';
import type { Run, RunLink } from './runs.ts';
import type { Tools } from './tools.ts';

/** A run of one line that is a link, or struck out: from where to where. */
export interface Mark {
  readonly run: Run;
  readonly from: Points;
  to: Points;
}

/** One area for the words of one link in this line. */
export function linkAreas(marks: readonly Mark[], baseline: Points): LinkArea[] {
  return joined(marks).map(({ run, from, to }) => {
    const { owner, to: target, contents } = run.link as RunLink;
    const height = run.size * 1.25;
    return { owner, to: target, contents, x: from, y: baseline - run.rise - run.size * 0.95, width: to - from, height };
  });
}

function joined(marks: readonly Mark[]): Mark[] {
  const areas: Mark[] = [];
  for (const mark of marks) {
    if (!mark.run.link) continue;
    const before = areas.at(-1);
    if (before?.run.link === mark.run.link) before.to = mark.to;
    else areas.push({ ...mark });
  }
  return areas;
}

export function underlines(marks: readonly Mark[], baseline: Points, tools: Tools): Placed[] {
  return joined(marks).flatMap(({ run, from, to }) => {
    const kind = run.link?.underline;
    if (kind === undefined || kind === 'none' || to <= from) return [];
    const dotted = kind === 'dots' && { dots: 1.6 };
    const colour = dotted ? tools.sheet.colours.quiet : run.colour;
    return [
      rule({
        x: from,
        y: baseline + run.size * 0.17,
        width: to - from,
        thickness: dotted ? 0.6 : 0.4,
        colour,
        ...dotted,
      }),
    ];
  });
}

export function strikes(marks: readonly Mark[], baseline: Points): Placed[] {
  return marks
    .filter(({ run }) => run.strike)
    .map(({ run, from, to }) =>
      rule({ x: from, y: baseline - run.rise - run.size * 0.25, width: to - from, thickness: 0.6, colour: run.colour }),
    );
}

function rule(of: { x: Points; y: Points; width: Points; thickness: Points; colour: string; dots?: Points }): Placed {
  return { fragment: { kind: 'rule', owner: { artifact: 'layout' }, height: 0, ...of } };
}
