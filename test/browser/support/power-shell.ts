/** A script in PowerShell, as far as a journey reads it. */

/**
 * The text that a variable gets from one literal alone, in a line of its own; undefined where the line is anything else.
 * In single quotes nothing is special but the quote, which is doubled; `Regex.Unescape` reads `\\uXXXX` and `\\\\`.
 */
export function literalOf(script: string, variable: string): string | undefined {
  const lines = script.split('\n').filter((line) => line.trimStart().startsWith(`$${variable} =`));
  const [line] = lines;
  if (line === undefined || lines.length > 1) return undefined;
  const quoted = /= \[regex\]::Unescape\('((?:[^']|'')*)'\)$/.exec(line)?.[1];
  return quoted
    ?.replaceAll("''", "'")
    .replaceAll(/\\(?:u([0-9A-F]{4})|(\\))/g, (_, hex: string | undefined) =>
      hex === undefined ? '\\' : String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
