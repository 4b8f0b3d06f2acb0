// What the server tells: numbered messages. A hidden page hears nothing, and asks when it is seen again.

/**
 * @param address - Of the stream, as it is when it is opened.
 * @param on.message - Told each message.
 * @param on.gap - Messages were missed.
 * @param on.lost - The server does not answer; `on.found`: it does again.
 */
export function stream(address, on) {
  let events;
  let number = 0;
  let isLost = false;
  const open = () => {
    events?.close();
    number = 0;
    events = new EventSource(address());
    events.onopen = () => {
      number = 0;
      if (isLost) on.found();
      isLost = false;
    };
    events.onmessage = ({ data }) => {
      const { seq, message } = JSON.parse(data);
      const missed = seq !== number + 1;
      number = seq;
      if (missed) on.gap();
      on.message(message);
    };
    events.onerror = () => {
      if (!isLost) on.lost();
      isLost = true;
      if (events.readyState === EventSource.CLOSED) soon();
    };
  };
  /** Another run of the preview has other keys: the page gets them by being loaded again. */
  const soon = () =>
    setTimeout(async () => {
      const answer = await fetch('/@diptych/page.js', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
      if (answer?.ok) location.reload();
      else soon();
    }, 500);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) events.close();
    else open();
  });
  if (!document.hidden) open();
  return { reopen: () => !document.hidden && open() };
}
