// Asks the machine that runs the preview to open a place in the source.

export function asker({ act, say, notice }) {
  let timer;
  const tell = (text) => {
    notice.textContent = text;
    notice.classList.add('shown');
    clearTimeout(timer);
    timer = setTimeout(() => notice.classList.remove('shown'), 6000);
  };
  const ask = async (what) => {
    if (!act) return tell(say('not-here'));
    const answer = await fetch('/@diptych/open', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Diptych-Key': act },
      body: JSON.stringify(what),
    }).catch(() => undefined);
    if (!answer?.ok) return tell(say('not-open'));
    const { how, address, place } = await answer.json();
    if (how === 'address') location.href = address;
    tell(say(how === 'told' ? 'told' : 'opened', { place }));
  };
  return {
    block: (page, ids, language) => ask({ page, ids: ids.slice(0, 32), language: language === 'fr' ? 'fr' : 'en' }),
    finding: (place) => ask({ place }),
  };
}
