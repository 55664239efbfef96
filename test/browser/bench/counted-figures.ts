import path from 'node:path';
import { BUDGET_BYTES, examineBundle } from '../../checks/bundle';
import { measureDialogApproval, measureRemoteApproval } from './approving';
import { measureCrowd } from './crowd';
import { countFigure, figureOf, type Figure } from './figures';
import type { Stage } from './stage';
import { summarise } from './statistics';
import { say, times } from './times';
import { measureTraffic, renderWaterfall, type Owner, type PaneRequest, type Traffic } from './traffic';
import { countTokensInAnHour, type WaitingFor } from './waiting';
import { countTokensInBrowser } from './waiting-in-browser';

const ROOT = path.resolve(__dirname, '../../..');

/** The aims of the issue; the budgets of tokens are the design's. */
const AIMS = {
  dialogMs: 1_000,
  remoteMs: 2_000,
  tokensAnHour: 40,
  tokensInFiveMinutes: 12,
  tenantChecks: 1,
  /** office.js, the host's part of it, two files of words, and what it reports with. */
  officeRequests: 5,
  /** The administrator's code is redeemed, and the tenant is checked once. */
  lookAndCheck: 2,
} as const;

export async function trafficFigures({ options, browser, world }: Stage): Promise<readonly Figure[]> {
  const seen = await times(options.runs, 'requests', () =>
    browser.withFreshContext((context) => measureTraffic(context, world)),
  );
  const last = seen.at(-1);
  if (last) say(`\nThe last of them:\n${renderWaterfall(last)}\n`);
  const group = 'Until the verdict, cold cache';
  const sum = (owner: Owner, value: (request: PaneRequest) => number, only?: string) => (traffic: Traffic) =>
    traffic.requests
      .filter((request) => request.owner === owner && (only === undefined || request.kind === only))
      .reduce((total, request) => total + value(request), 0);
  const figure = (name: string, unit: 'bytes' | 'count', of: (traffic: Traffic) => number): Figure =>
    figureOf({ group, name, unit }, summarise(seen.map(of)));
  const bundle = examineBundle(path.join(ROOT, 'dist'));
  return [
    figure(
      'our requests',
      'count',
      sum('ours', () => 1),
    ),
    figure(
      'our bytes, as transferred (brotli, with headers)',
      'bytes',
      sum('ours', ({ bytes }) => bytes),
    ),
    figure(
      'our bytes, decoded',
      'bytes',
      sum('ours', ({ decodedBytes }) => decodedBytes),
    ),
    figure(
      'of these script, as transferred',
      'bytes',
      sum('ours', ({ bytes }) => bytes, 'Script'),
    ),
    {
      group,
      name: 'script in the build, brotli, largest language',
      unit: 'bytes',
      value: bundle.totalBytes,
      atMost: BUDGET_BYTES,
    },
    {
      ...figure(
        "office.js's requests",
        'count',
        sum('office.js', () => 1),
      ),
      // What the pane fetches ahead for office.js is not fetched once more.
      atMost: AIMS.officeRequests,
    },
    figure(
      "office.js's bytes, decoded",
      'bytes',
      sum('office.js', ({ decodedBytes }) => decodedBytes),
    ),
    figure(
      'requests to Microsoft',
      'count',
      sum('microsoft', () => 1),
    ),
  ];
}

export async function grantFigures({ options, browser, world }: Stage): Promise<readonly Figure[]> {
  const group = 'From Accept to the green check, CPU 1x';
  const figures: Figure[] = [];
  const proofs = [
    ['no-autopilot', 'proved by the look alone'],
    ['autopilot-everyone', 'proved by the application'],
  ] as const;
  // An approval that the look alone proves goes all of the way.
  for (const [situation, proof] of options.short ? proofs.slice(0, 1) : proofs) {
    const dialog = await times(options.runs, `grant in the dialog, ${proof}`, () =>
      measureDialogApproval(browser, world, situation),
    );
    const remote = await times(options.runs, `grant by a remote admin, ${proof}`, () =>
      measureRemoteApproval(browser, world, situation),
    );
    const figure = (name: string, seen: readonly number[], atMost: number): Figure =>
      figureOf({ group, name: `${name}, ${proof}`, unit: 'ms', atMost }, summarise(seen));
    figures.push(
      figure('in the dialog', dialog, AIMS.dialogMs),
      figure('remote admin', remote, AIMS.remoteMs),
    );
  }
  return figures;
}

export async function waitingFigures({ options, browser, world }: Stage): Promise<readonly Figure[]> {
  const group = 'Silent token requests while waiting';
  const figure = (name: string, value: number, atMost: number): Figure => ({
    group,
    name,
    unit: 'count',
    value,
    atMost,
  });
  const figures: Figure[] = [];
  for (const waitingFor of [
    'nothing shared',
    'shared',
    'shared, service away',
    'green',
  ] as const satisfies readonly WaitingFor[]) {
    figures.push(
      figure(
        `an hour of the app on a manual clock: ${waitingFor}`,
        await countTokensInAnHour(waitingFor),
        AIMS.tokensAnHour,
      ),
    );
  }
  const minutes = options.short ? 5 : 60;
  say(`  ${String(minutes)} minutes in the browser`);
  const inBrowser = await countTokensInBrowser(browser, world, minutes);
  return [
    ...figures,
    figure(
      `${String(minutes)} minutes in Chromium, its clock jumping: nothing shared`,
      inBrowser,
      options.short ? AIMS.tokensInFiveMinutes : AIMS.tokensAnHour,
    ),
  ];
}

export async function crowdFigures({ options }: Stage): Promise<readonly Figure[]> {
  const panes = options.short ? 100 : 1_000;
  say(`  ${String(panes)} panes`);
  const seen = await measureCrowd(panes);
  const group = `${String(seen.panes)} panes of one organisation`;
  const count = (name: string, value: number, atMost?: number): Figure =>
    countFigure(group, name, value, atMost);
  const time = (name: string, value: number): Figure => ({ group, name, unit: 'ms', value });
  return [
    count('token requests of the service when all ask at once', seen.tokensForAll, AIMS.tenantChecks),
    time('all are answered', seen.answerAllMs),
    time('all listen to event streams', seen.listenAllMs),
    count('token requests of the service while they listen', seen.tokensWhileListening, 0),
    count(
      'token requests when an admin returns, looks, and all ask',
      seen.tokensAfterGrant,
      AIMS.lookAndCheck,
    ),
    time('all are answered: granted', seen.answerAfterGrantMs),
  ];
}
