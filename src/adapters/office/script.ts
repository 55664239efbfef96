/** The id of the script element that loads office.js in our pages. */
const SCRIPT_ID = 'office-js';

/** The script element that loads office.js; undefined in a page that has none, or none yet. */
export const officeScript = (document: Document): HTMLScriptElement | undefined =>
  document.querySelector<HTMLScriptElement>(`script#${SCRIPT_ID}`) ?? undefined;

/**
 * Adds one that loads office.js from `url`: at once, or when `turn` calls what it is given. It stands there from now on, so
 * that whoever waits for office.js finds it.
 */
export function addOfficeScript(
  document: Document,
  url: string,
  turn: (run: () => void) => void = (run) => run(),
): void {
  const script = document.createElement('script');
  script.id = SCRIPT_ID;
  script.async = true;
  turn(() => {
    script.src = url;
  });
  // Whoever comes later would wait for the events of a script that does not come.
  script.addEventListener('error', () => script.remove());
  document.head.append(script);
}
