/** The id of the script element that loads office.js in our pages. */
const SCRIPT_ID = 'office-js';

/** The script element that loads office.js; undefined in a page that has none, or none yet. */
export const officeScript = (document: Document): HTMLScriptElement | undefined =>
  document.querySelector<HTMLScriptElement>(`script#${SCRIPT_ID}`) ?? undefined;

/**
 * Adds one that loads office.js from `url`. `whenToStart` gets the function that starts it; by default it starts at once. The
 * element stands there in any case, so that whoever waits for office.js finds it.
 */
export function addOfficeScript(
  document: Document,
  url: string,
  whenToStart: (start: () => void) => void = (start) => start(),
): void {
  const script = document.createElement('script');
  script.id = SCRIPT_ID;
  script.async = true;
  whenToStart(() => {
    script.src = url;
  });
  // Whoever comes later would wait for the events of a script that does not come.
  script.addEventListener('error', () => script.remove());
  document.head.append(script);
}
