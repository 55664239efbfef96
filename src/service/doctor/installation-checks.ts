import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import path from 'node:path';
import { PATHS } from '../../core/api/paths';
import { nonEmpty, present } from '../../core/fields';
import { scriptHashesIn } from '../http/content-security-policy';
import type { Examination } from './examination';
import { failed, judgeEnd, ok, type Seen, sentence, warning } from './finding';

/** The certificate of each of the installation's names: the worse one is told. */
export async function tls(examination: Examination): Promise<Seen> {
  const { settings, paneOrigin } = examination;
  const own = await tlsAt(settings.publicOrigin, examination);
  if (paneOrigin === settings.publicOrigin) return own;
  const ofPane = await tlsAt(paneOrigin, examination);
  return isWorse(ofPane, own) ? { ...ofPane, says: `PANE_ORIGIN, ${paneOrigin}: ${ofPane.says}` } : own;
}

/** The certificate that browsers see, and that of TLS_CERT_FILE, with which the service will start the next time. */
async function tlsAt(origin: string, { settings, world }: Examination): Promise<Seen> {
  const judge = (certificate: X509Certificate, cure?: string): Seen =>
    judgeCertificate(certificate, origin, world.clock.now(), cure);
  const shown = await world.certificateAt(origin);
  const distrusted = (judged: Seen, cure: string): Seen =>
    judged.result !== 'failed' && shown?.distrust !== undefined
      ? failed(`The certificate at ${origin} is not trusted: ${shown.distrust}.`, cure)
      : judged;
  if (settings.tls) {
    const inFile = new X509Certificate(settings.tls.cert);
    const next = judge(inFile);
    const isSame = shown?.certificate.fingerprint256 === inFile.fingerprint256;
    const now =
      shown === undefined || isSame
        ? next
        : judge(
            shown.certificate,
            `It is shown at ${origin} and is not that of TLS_CERT_FILE: the service reads its files when it starts, so start it again, or renew the one of what stands before it.`,
          );
    // Where both are as bad, the file comes first: a start with it would cure nothing.
    return distrusted(
      isWorse(now, next) ? now : next,
      'Give TLS_CERT_FILE one of an authority that browsers trust, with the certificates in between after it (an ACME client’s fullchain.pem), and start the service again.',
    );
  }
  if (shown === undefined) {
    return failed(
      `Nothing shows a certificate at ${origin}.`,
      'Start what speaks https there, and let this machine reach it.',
    );
  }
  return distrusted(
    judge(shown.certificate),
    'Give one of an authority that browsers trust, with the certificates in between.',
  );
}

/** Who answers with a certificate that is not trusted is there: codes of OpenSSL's and Node's own. */
const isOfTls = (why: string): boolean => /CERT|LEAF_SIGNATURE/.test(why);

const SEVERITY: Readonly<Record<Seen['result'], number>> = { ok: 0, warning: 1, failed: 2 };
const isWorse = (one: Seen, other: Seen): boolean => SEVERITY[one.result] > SEVERITY[other.result];

function judgeCertificate(certificate: X509Certificate, origin: string, nowMs: number, cure?: string): Seen {
  const hostname = new URL(origin).hostname.replaceAll(/[[\]]/g, '');
  const isFor = isIP(hostname) === 0 ? certificate.checkHost(hostname) : certificate.checkIP(hostname);
  if (isFor === undefined) {
    return failed(`The certificate is not for ${hostname}.`, cure ?? 'Give one that names it.');
  }
  const renew = cure ?? 'Have it renewed, and see what renews it.';
  return judgeEnd('The TLS certificate', Date.parse(certificate.validTo), nowMs, renew);
}

export async function service({ settings, readyz, isReadyHere }: Examination): Promise<Seen> {
  const { publicOrigin } = settings;
  const answer = await readyz();
  if (!answer.ok || answer.status !== 200) {
    const why = answer.ok ? String(answer.status) : answer.why;
    if (!answer.ok && isOfTls(why))
      return failed(`The service cannot be asked at ${publicOrigin}: ${why}.`, 'See tls above.');
    if (await isReadyHere())
      return failed(
        `The service is ready on this machine, but not at ${publicOrigin}: ${why}.`,
        'Let what stands before it pass requests on, and let this machine reach that address.',
      );
    return answer.ok
      ? failed(`The service is not ready: ${why}.`, 'Look into its log.')
      : failed(
          `No service answers at ${publicOrigin}: ${why}.`,
          'Start it, and let what stands before it pass requests on.',
        );
  }
  return answer.text.includes('"degraded"') ? notAll(answer.text) : ok('The service is ready.');
}

/** In the service's own words; one of an earlier version may have had others. */
function notAll(text: string): Seen {
  const { because = 'something does not work', change = 'see its log' } = wordsIn(text);
  return warning(`The service runs, but ${because}.`, sentence(change));
}

function wordsIn(text: string): { readonly because?: string; readonly change?: string } {
  try {
    const { because, change } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return present({ because: nonEmpty(because), change: nonEmpty(change) });
  } catch {
    // What stands before the service has put something of its own around the answer.
    return {};
  }
}

/** What Outlook meets when it opens the pane: whether it may frame it, and whether dialogs can talk to it. */
export async function pane({ settings, paneOrigin, get }: Examination): Promise<Seen> {
  const answer = await get(paneOrigin + PATHS.pane);
  if (!answer.ok)
    return failed(
      `No pane is served at ${paneOrigin}: ${answer.why}.`,
      isOfTls(answer.why) ? 'See tls above.' : 'Start the service.',
    );
  const older = settingsOf(answer.text).filter(({ name, value }) => value !== wantedOf(settings)[name]);
  if (older.length > 0)
    return warning(
      'The running service has other settings than these.',
      'Start it again. Where it was: run the doctor as the service is run, with its settings.',
      older.map(({ name, value }) => `${name} is ${value}, and here ${wantedOf(settings)[name]}.`),
    );
  const problems = problemsOfPane(answer, settings.hostOrigins);
  const more = answer.headers.get('content-security-policy') === null;
  if (problems.length > 0) {
    return failed(
      'Outlook cannot show the pane as it is served.',
      'Start the service again if its settings have changed. Else let what stands before it pass pages and headers on as they are, and add none of these.',
      problems,
    );
  }
  return more
    ? warning(
        'The pane is served without its Content-Security-Policy: any page may frame it.',
        'Let what stands before the service pass its headers on.',
      )
    : ok('Outlook may show the pane.');
}

/** What the pane is told of the settings, as `PaneSettings` has it in its page. */
const wantedOf = ({ clientId, cloud: { loginOrigin, graphOrigin } }: Examination['settings']) => ({
  clientId,
  loginOrigin,
  graphOrigin,
});

/** The same as it stands in the page that is served: with that the running service was started. */
const settingsOf = (html: string) =>
  [...html.matchAll(/"(clientId|loginOrigin|graphOrigin)":"([^"]*)"/g)].map(([, name, value = '']) => ({
    name: name as keyof ReturnType<typeof wantedOf>,
    value,
  }));

function problemsOfPane(
  answer: { readonly status: number; readonly headers: Headers; readonly text: string },
  hostOrigins: readonly string[],
): readonly string[] {
  const problems: string[] = [];
  if (answer.status !== 200) problems.push(`The pane answers ${String(answer.status)}.`);
  const frameOptions = answer.headers.get('x-frame-options');
  if (frameOptions !== null) problems.push(`X-Frame-Options is ${frameOptions}: Outlook is no page of ours.`);
  const opener = answer.headers.get('cross-origin-opener-policy') ?? 'unsafe-none';
  if (opener !== 'unsafe-none') {
    problems.push(`Cross-Origin-Opener-Policy is ${opener}: Office’s dialogs cannot talk to the pane.`);
  }
  const scripts = scriptHashesIn(answer.text);
  if (scripts.length === 0) problems.push('The pane’s page holds no script, so nothing can begin.');
  // Several policies stand with commas between them, and each has to allow it (https://www.w3.org/TR/CSP3/#multiple-policies).
  for (const policy of (answer.headers.get('content-security-policy') ?? '').split(',')) {
    const ancestors = sourcesIn(policy, 'frame-ancestors');
    const lacking = ancestors && hostOrigins.filter((origin) => !ancestors.includes(origin));
    if (lacking && lacking.length > 0) {
      problems.push(`Content-Security-Policy keeps out ${lacking.join(', ')}.`);
    }
    const allowed = sourcesIn(policy, 'script-src');
    if (allowed && !scripts.every((hash) => allowed.includes(hash))) {
      problems.push(
        'Content-Security-Policy stops the script in the pane’s page: one of both was changed on its way.',
      );
    }
  }
  return problems;
}

/** What a policy names for a directive; undefined where it has none. */
const sourcesIn = (policy: string, directive: 'frame-ancestors' | 'script-src'): string[] | undefined =>
  new RegExp(`(?:^|;)\\s*${directive}\\s+([^;]*)`).exec(policy)?.[1]?.split(/\s+/);

/** Whether the manifest that is handed out is for this installation. */
export async function manifest({ settings, paneOrigin, world }: Examination): Promise<Seen> {
  const file = path.join(settings.paneDir, '../manifest.xml');
  const xml = world.fileText(file);
  const build = 'Run npm run build with the settings of this installation, and hand the manifest out again.';
  if (xml === undefined) return warning(`There is no ${file}.`, build);
  const problems = [PATHS.pane, PATHS.commandsPage].flatMap((page) => {
    const named = [...xml.matchAll(/DefaultValue="([^"]*)"/g)].map(([, value]) => value ?? '');
    const there = named.filter((value) => value.endsWith(page));
    return there.length > 0 && there.every((value) => value === paneOrigin + page)
      ? []
      : [`${page} is ${[...new Set(there)].join(', ') || 'not there'}, and should be ${paneOrigin}${page}.`];
  });
  const { loginOrigin } = settings.cloud;
  if (!xml.includes(`<AppDomain>${loginOrigin}<`))
    problems.push(`It does not let the pane open ${loginOrigin}.`);
  if (xml.includes('"https://extendsync.example/'))
    problems.push('It sends people to a sample address for help.');
  return problems.length === 0
    ? ok('The manifest is for this installation.')
    : failed('The manifest is not for this installation.', build, problems);
}
