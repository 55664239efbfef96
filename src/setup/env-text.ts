import { parseEnv } from 'node:util';

/** The text of an env file with settings added to it, and which. A value that is there stays; of two lines the later counts. */
export function addSettings(
  text: string,
  settings: Readonly<Record<string, string>>,
): { readonly text: string; readonly added: readonly string[] } {
  const there = parseEnv(text);
  const added = Object.keys(settings).filter((name) => !there[name]);
  const lines = added.map((name) => `${name}=${quoted(settings[name] ?? '')}\n`);
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return { text: text + (lines.length > 0 ? gap : '') + lines.join(''), added };
}

/** Node reads what stands between quotes as it is, but for `\n` between double ones. */
function quoted(value: string): string {
  if (/^[\w.:/@~+,-]*$/.test(value)) return value;
  const quote = ["'", '`', '"'].find((mark) => !value.includes(mark));
  if (quote === undefined || value.includes('\n')) throw new Error('A value cannot be written to the file.');
  return quote + value + quote;
}
