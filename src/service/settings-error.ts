/** A setting is missing or wrong. The message has a line for each and is meant for the person who starts the service. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(readonly problems: Readonly<Record<string, string>>) {
    super(
      [
        'The service cannot start:',
        ...Object.entries(problems).map(([name, why]) => `  ${name}: ${why}`),
      ].join('\n'),
    );
  }
}
