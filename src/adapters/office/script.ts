import { keepOpen } from '../browser/own-open';

/** The id of the script element that loads office.js in our pages. */
const SCRIPT_ID = 'office-js';

/** The script element that loads office.js; undefined in a page that has none. One that has failed gives way to another. */
export function officeScript(document: Document): HTMLScriptElement | undefined {
  const script = document.querySelector<HTMLScriptElement>(`script#${SCRIPT_ID}`);
  if (script?.dataset['failed'] === undefined) return script ?? undefined;
  // Its events have passed: whoever waited for them would wait in vain.
  script.remove();
  return addOfficeScript(document, script.src);
}

/**
 * Adds one that loads office.js from `url`, and keeps what office.js takes away. `whenToStart` gets the function that starts it;
 * by default it starts at once. The element stands there in any case, so that whoever waits for office.js finds it.
 */
export function addOfficeScript(
  document: Document,
  url: string,
  whenToStart: (start: () => void) => void = (start) => start(),
): HTMLScriptElement {
  keepOpen(document.defaultView);
  const script = document.createElement('script');
  script.id = SCRIPT_ID;
  script.async = true;
  whenToStart(() => {
    script.src = url;
  });
  script.addEventListener('error', () => {
    script.dataset['failed'] = '';
  });
  document.head.append(script);
  return script;
}
