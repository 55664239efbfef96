import type { CloudName } from '../cloud';

/* What both scripts are written with. */

/**
 * A PowerShell string literal. In single quotes nothing is special but the quote itself, which is doubled
 * (https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_quoting_rules). PowerShell
 * takes the typographic quotes U+2018 to U+201B for single quotes as well, so only ASCII may come here.
 */
export const quoted = (ascii: string): string => `'${ascii.replace(/'/g, "''")}'`;

/**
 * An expression for a text of any characters, as a single literal. Everything outside ASCII is written as `\uXXXX`,
 * which `Regex.Unescape` reads back. So no typographic quote stands in the script, and none can arise from it: Windows
 * PowerShell reads a file without byte order mark in the machine's code page, where one byte of a letter in UTF-8 can
 * be a quote.
 */
export function anyText(text: string): string {
  const ascii = text.replace(/[^ -[\]-~]/g, (unit) =>
    unit === '\\' ? '\\\\' : `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `[regex]::Unescape(${quoted(ascii)})`;
}

export const list = (values: readonly string[]): string => `@(${values.map(quoted).join(', ')})`;

export const lines = (text: string): string => text.replace(/^\n/, '');

// https://learn.microsoft.com/en-us/powershell/module/exchangepowershell/connect-exchangeonline, ExchangeEnvironmentName.
const EXCHANGE_ENVIRONMENTS: Readonly<Record<CloudName, string>> = {
  global: 'O365Default',
  usgov: 'O365USGovGCCHigh',
  'usgov-dod': 'O365USGovDoD',
  china: 'O365China',
  // A cloud of the installation's own settings is one that we know no name for.
  custom: 'O365Default',
};

// Exchange's commands live in a module and do not see the script's $ErrorActionPreference: each is told by itself.
export const connect = (cloud: CloudName): string =>
  `
    # Connect, unless this window is connected already.
    if (-not (Get-Command -Name 'Connect-ExchangeOnline' -ErrorAction SilentlyContinue)) {
        throw 'The module is missing. Run: Install-Module ExchangeOnlineManagement -Scope CurrentUser'
    }
    $connection = Get-ConnectionInformation -ErrorAction SilentlyContinue |
        Where-Object { $_.State -eq 'Connected' -and -not $_.IsEopSession }
    if (-not $connection) {
        $environment = ${quoted(EXCHANGE_ENVIRONMENTS[cloud])}
        Connect-ExchangeOnline -ExchangeEnvironmentName $environment -ShowBanner:$false -ErrorAction Stop
    }
`.trim();
