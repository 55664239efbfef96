const SCRIPT_ID = 'office-js';

/**
 * Adds office.js to the page, once. Only the dialog of a pane needs it: in a browser of its own the page does without,
 * for office.js takes the History functions away and reports to Microsoft's telemetry where it finds no host.
 */
export function loadOffice(document: Document): void {
  if (document.getElementById(SCRIPT_ID) !== null) return;
  const url = document.querySelector<HTMLMetaElement>('meta[name="office-js"]')?.content;
  if (url === undefined || url === '') return;
  const script = document.createElement('script');
  script.id = SCRIPT_ID;
  script.async = true;
  script.src = url;
  document.head.append(script);
}
