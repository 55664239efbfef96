// Runs in every page and frame before the page's own scripts, in the browser. It tells the benchmark when something
// was painted or pressed; it asks for nothing, and no timer of its own runs. Plain JavaScript, because it is sent as text.
(() => {
  const tell = (name, atMs) => {
    globalThis.benchMarked({
      name,
      page: location.origin + location.pathname,
      atMs,
      wallMs: performance.timeOrigin + atMs,
    });
  };

  new PerformanceObserver((list) => {
    for (const paint of list.getEntriesByName('first-contentful-paint')) tell('first-paint', paint.startTime);
  }).observe({ type: 'paint', buffered: true });

  addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button) tell(`pressed ${button.textContent.trim()}`, event.timeStamp);
    },
    true,
  );

  if (location.pathname !== '/taskpane.html') return;

  const told = new Set();
  // The frame after the change has been painted when a task runs that was asked for within it: one that goes before what the
  // page itself has waiting, which the person does not see.
  const tellOncePainted = (name) => {
    if (told.has(name)) return;
    told.add(name);
    requestAnimationFrame(() => {
      void scheduler.postTask(() => tell(name, performance.now()), { priority: 'user-blocking' });
    });
  };

  let checking;
  new MutationObserver(() => {
    checking ??= document.querySelector('[data-shell="title"]')?.textContent;
    if (document.querySelector('[data-last-state]')) tellOncePainted('last-state');
    const screen = document.querySelector('h1[data-screen-title]');
    if (screen ?? document.querySelector('[data-interface]')) tellOncePainted('screens');
    const title = (screen ?? document.querySelector('[data-shell="title"]'))?.textContent;
    if (title && title !== checking) tellOncePainted('verdict');
    if (document.querySelector('[data-green-check]')) tellOncePainted('green');
  }).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ['data-last-state', 'data-green-check'],
  });
})();
