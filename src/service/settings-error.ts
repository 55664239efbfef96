/** A setting is missing or wrong. The message has a line for each and is meant for the person who set it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(
    readonly problems: Readonly<Record<string, string>>,
    what = 'The service cannot start',
  ) {
    super([`${what}:`, ...Object.entries(problems).map(([name, why]) => `  ${name}: ${why}`)].join('\n'));
  }
}
