/* Before anything is painted: the colours that the reader chose on an earlier page. */
(() => {
  try {
    const theme = localStorage.getItem('diptych-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is closed: the system's colours.
  }
})();
