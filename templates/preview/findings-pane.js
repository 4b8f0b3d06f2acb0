// What the build has to say, each with a way to the passage that it speaks of.
import { button, element } from './dom.js';
import { openFinding } from './finding.js';
import { pane } from './pane.js';

export function findingsPane(context) {
  const { say, where } = context;
  const own = pane(context, 'findings', say('title'));
  const list = element('div', 'findings');
  own.body.append(list);

  function item(found) {
    return openFinding(found, context, found.block ? [button(say('show-place'), () => show(found.block)), ' '] : []);
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
    show({ findings, failure, count }) {
      const items = findings.map(item);
      if (count) items.unshift(element('p', 'note', say('worst', { shown: findings.length, count })));
      if (failure) items.unshift(element('p', 'message', failure));
      list.replaceChildren(...items);
      own.say(items.length > 0 ? '' : say('no-findings'));
    },
  };
}
