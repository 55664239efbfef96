import { parsePaneSettings, type PaneSettings } from '../../core/api/pane-settings';

/** The settings that the service wrote into the page; undefined when they are missing or not what we know. */
export function readPaneSettings(document: Document): PaneSettings | undefined {
  const text = document.querySelector('script#pane-settings')?.textContent ?? '';
  try {
    return parsePaneSettings(JSON.parse(text));
  } catch {
    return undefined;
  }
}
