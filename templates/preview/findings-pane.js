// What the build has to say, each with a way to the passage that it speaks of.
import { element } from './dom.js';
import { finding } from './finding.js';
import { button, pane } from './pane.js';

export function findingsPane(context) {
  const { say, where } = context;
  const own = pane(context, 'findings', say('title'));
  const list = element('div', 'findings');
  own.body.append(list);

  function item(found) {
    const made = finding(found);
    const { block } = found;
    const ways = element('p', 'ways');
    if (block)
      ways.append(
        button(say('show-place'), () => show(block)),
        ' ',
      );
    if (block) ways.append(button(say('open-source'), () => open(found)));
    if (block) made.append(ways);
    return made;
  }

  function open({ block, place }) {
    const [, line] = /:(\d+):\d+$/.exec(place) ?? [];
    context.openSource(block.document, [block.id], block.language ?? context.language, Number(line));
  }

  function show({ document, id, language }) {
    const pages = context.contents?.documents.find((each) => each.id === document)?.pages;
    if (!pages) return;
    const shown = ['en', 'fr', 'bilingual'].filter((name) => where.panes.includes(name));
    where.arriving = { id };
    context.moved(pages[language ?? shown[0] ?? 'en']);
    for (const [, view] of context.views) view.ask('arrive', { id });
    setTimeout(() => {
      where.arriving = undefined;
    }, 2000);
  }

  return {
    root: own.root,
    open(open) {
      own.root.hidden = !open;
    },
    show({ findings, failure }) {
      const items = findings.map(item);
      if (failure) items.unshift(element('p', 'message', failure));
      list.replaceChildren(...items);
      own.say(items.length > 0 ? '' : say('no-findings'));
    },
  };
}
