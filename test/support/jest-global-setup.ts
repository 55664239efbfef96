/** One time zone and one language for every machine; runs before the workers start, which inherit both. */
export default function globalSetup(): void {
  process.env['TZ'] = 'UTC';
  process.env['LANG'] = 'en_US.UTF-8';
  process.env['LC_ALL'] = 'en_US.UTF-8';
}
