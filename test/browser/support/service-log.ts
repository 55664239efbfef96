/** What must not stand in the log of the service, whatever happened. */
const SECRETS: readonly (readonly [string, RegExp])[] = [
  ['token', /\beyJ[\w-]{8,}/],
  ['mail address', /[\w.+-]+@[\w-]+(\.[\w-]+)+/],
  ['client address', /"(ip|remoteAddress|x-forwarded-for)"|\b(?!127\.0\.0\.1\b)\d{1,3}(\.\d{1,3}){3}\b/i],
  ['client secret', /simulated-secret/],
  ['authorization', /bearer /i],
  ['query', /[?&](state|code|admin_consent|request|error_description)=/],
];

/** Each line of the log that tells too much, with what it tells. */
export function leaksIn(log: string): readonly string[] {
  return log
    .split('\n')
    .flatMap((line) =>
      SECRETS.filter(([, pattern]) => pattern.test(line)).map(([what]) => `${what}: ${line.slice(0, 300)}`),
    );
}
