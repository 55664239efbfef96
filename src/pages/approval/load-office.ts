import { addOfficeScript, officeScript } from '../../adapters/office/script';

/**
 * Adds office.js to the page, once. Only the dialog of a pane needs it: in a browser of its own the page does without,
 * for office.js takes the History functions away and reports to Microsoft's telemetry where it finds no host.
 */
export function loadOffice(document: Document): void {
  if (officeScript(document)) return;
  const url = document.querySelector<HTMLMetaElement>('meta[name="office-js"]')?.content;
  if (url) addOfficeScript(document, url);
}
