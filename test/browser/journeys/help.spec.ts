import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { CONTOSO, test } from '../support/journey';
import { holdsInEveryLook } from '../support/looks';
import { MicrosoftPage } from '../support/microsoft-page';
import { opensToLookAt, paneOf } from '../support/outlook-looks';
import type { OutlookPerson } from '../support/outlook-person';
import type { Pane } from '../support/pane';
import { later, pane as words } from '../support/words';
import type {
  DiagnosisReason,
  DiagnosisResult,
  DiagnosisName,
} from '../../../src/core/support/diagnosis/diagnosis';
import { DEMO } from '../../simulator/entra/demo-seed';

/** What Chromium itself writes about requests to a service that is away. */
const AWAY = /Failed to load resource: (the server responded with a status of 50[234]|net::ERR_)/;

async function asksForHelp(pane: Pane): Promise<void> {
  await pane.presses('action.help');
  await pane.shows('help.title');
  await expect(pane.root.locator('[data-failed]')).toBeVisible();
}

type Finding = readonly [DiagnosisName, DiagnosisResult, DiagnosisReason];

interface Trouble {
  readonly story: string;
  readonly scenario: string;
  readonly person: string;
  readonly findings: readonly Finding[];
  /** What stands beside a finding: why, or what to do. */
  readonly advice?: Parameters<typeof later>[0];
  /** The step that the verdict asks for, above all diagnoses. */
  readonly step?: 'action.share';
}

const TROUBLES: readonly Trouble[] = [
  {
    story: 'Bo has Contoso’s mailbox open with the account of Fabrikam',
    scenario: 'other-tenant',
    person: 'bo',
    findings: [
      ['mailbox-of-account', 'failed', 'other-tenant'],
      ['consultant', 'not-known', 'consultant-or-wrong-account'],
      ['alias-domain', 'does-not-apply', 'other-tenant'],
    ],
    advice: 'diagnosis-step.ignore-missing-mark',
  },
  {
    story: 'Carl helps Contoso from another organisation',
    scenario: 'consultant',
    person: 'carl',
    findings: [
      ['consultant', 'does-not-apply', 'guest'],
      ['mailbox-of-account', 'passed', 'guest'],
      ['alias-domain', 'does-not-apply', 'other-tenant'],
    ],
    advice: 'diagnosis.consultant.guest',
  },
  {
    story: 'Mia’s mailbox has the second domain of Mia’s own organisation',
    scenario: 'alias-domain',
    person: 'mia',
    findings: [
      ['mailbox-of-account', 'passed', 'as-it-should-be'],
      ['alias-domain', 'passed', 'alias'],
      ['consultant', 'does-not-apply', 'as-it-should-be'],
    ],
  },
  {
    story: 'Mia is not among those who may use it',
    scenario: 'user-not-assigned',
    person: 'mia',
    findings: [['user-assigned', 'failed', 'not-assigned']],
    advice: 'diagnosis-step.share',
  },
  {
    story: 'an administrator has switched the application off',
    scenario: 'app-disabled',
    person: 'mia',
    findings: [['application-enabled', 'failed', 'disabled']],
    advice: 'diagnosis-step.share',
  },
  {
    story: 'conditional access keeps Mia out',
    scenario: 'conditional-access',
    person: 'mia',
    findings: [['conditional-access', 'failed', 'policy']],
    advice: 'diagnosis-step.ask-admin-about-policy',
  },
  {
    story: 'nobody has approved yet',
    scenario: 'not-asked',
    person: 'mia',
    findings: [
      ['consent-breadth', 'does-not-apply', 'nothing-granted-yet'],
      ['consent-tenant', 'does-not-apply', 'nobody-returned'],
      ['grant-spread', 'does-not-apply', 'nobody-returned'],
    ],
    step: 'action.share',
  },
  {
    story: 'everything is in order',
    scenario: 'granted',
    person: 'mia',
    findings: [
      ['service-reachable', 'passed', 'as-it-should-be'],
      ['sign-in-kind', 'passed', 'as-it-should-be'],
      ['mailbox-of-account', 'passed', 'as-it-should-be'],
      ['alias-domain', 'does-not-apply', 'same-domain'],
      ['consent-tenant', 'passed', 'as-it-should-be'],
      ['user-assigned', 'passed', 'as-it-should-be'],
      ['application-enabled', 'passed', 'as-it-should-be'],
      ['conditional-access', 'passed', 'as-it-should-be'],
      ['grant-spread', 'passed', 'as-it-should-be'],
      ['consent-breadth', 'passed', 'as-it-should-be'],
    ],
  },
];

for (const { story, scenario, person, findings, advice, step } of TROUBLES) {
  test(`U10: ${story}: the diagnoses say so`, async ({ plays, atOutlook }) => {
    const somebody: OutlookPerson = await atOutlook(person);
    const pane = await somebody.opensPane(await plays(scenario));
    await expect(pane.heading()).not.toHaveText(words('checking.title'));
    await asksForHelp(pane);
    // U10: what is not known, or does not apply, helps nobody and is left out.
    for (const [name, result, reason] of findings) {
      if (
        result === 'failed' ||
        result === 'passed' ||
        (name === 'consultant' && reason !== 'as-it-should-be')
      )
        await pane.finds(name, result, reason);
      else await expect(pane.root.locator(`[data-diagnosis="${name}"]`)).toHaveCount(0);
    }
    const failed = findings.filter(([, result]) => result === 'failed').length;
    await expect(pane.root.locator('[data-failed]')).toHaveAttribute('data-failed', String(failed));
    if (step !== undefined) await expect(pane.button(words(step))).toBeVisible();
    if (advice !== undefined)
      await expect(
        pane.root
          .locator('[data-diagnosis]')
          .getByText(later(advice as 'diagnosis-step.share'))
          .first(),
      ).toBeVisible();
  });
}

test('Bo has approved for Fabrikam by mistake: the diagnoses say how to do it right', async ({
  mia,
  world,
}) => {
  // Which organisation it was the pane hears from the window alone; without it, the window tells how to undo it.
  world.entra.directory.setQuirk('opener-kept', true);
  const pane = await mia.opensPane();
  const microsoft = await mia.startsApproving();
  await microsoft.account('adele@contoso.example').waitFor();
  const url = new URL(microsoft.page.url());
  url.pathname = url.pathname.replace(/^\/[^/]+/, '/organizations');
  await microsoft.page.goto(url.href);
  await microsoft.picks('bo@fabrikam.example');
  await microsoft.accepts();
  await pane.shows('required.title');
  await asksForHelp(pane);
  await pane.finds('consent-tenant', 'failed', 'wrong-tenant');
  await expect(
    pane.diagnosis('consent-tenant').getByText(later('diagnosis-step.undo-consent'), { exact: true }),
  ).toBeVisible();
  // The right way leads to Contoso’s own page, and Contoso’s administrator completes it.
  const again = pane.button(later('diagnosis-step.approve-for-tenant', { tenant: CONTOSO }));
  const right = new MicrosoftPage(await mia.opensWindowBy(again));
  await right.account('adele@contoso.example').waitFor();
  expect(new URL(right.page.url()).pathname).toContain(DEMO.tenants.contoso);
  await right.picks('adele@contoso.example');
  await right.accepts();
  await pane.shows('granted.title');
  await asksForHelp(pane);
  await pane.finds('consent-tenant', 'passed', 'right-now-wrong-before');
});

test('the approval is given and has not spread yet: the diagnoses say how long to wait', async ({
  world,
  mia,
  witness,
}) => {
  world.entra.directory.setPropagationDelay(8_000, CONTOSO);
  const pane = await mia.opensPane();
  const microsoft = await mia.startsApproving();
  await microsoft.picks('adele@contoso.example');
  await microsoft.accepts();
  await pane.shows('arriving.title');
  await asksForHelp(pane);
  await pane.finds('grant-spread', 'not-known', 'spreading');
  await expect(pane.diagnosis('grant-spread').getByText(/^You need do nothing until /)).toBeVisible();
  expect(witness.greens()).toEqual([]);
  // The screen follows what is known.
  await pane.finds('grant-spread', 'passed', 'as-it-should-be');
  await pane.presses('action.back');
  await pane.shows('granted.title');
});

test('Mia has consented alone: the diagnoses say that nothing proves more than that', async ({
  plays,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('only-you'));
  await pane.shows('personal.title.unproven');
  await asksForHelp(pane);
  await expect(pane.root.locator('[data-now]')).toContainText(words('personal.title.unproven'));
  await expect(pane.root.locator('[data-now]')).toContainText(words('personal.lead.unproven'));
});

test('without the bridge and without the service, the diagnoses tell both apart from an error of Mia’s', async ({
  plays,
  mia,
  world,
  witness,
}) => {
  witness.expects(AWAY);
  await plays('granted');
  const pane = await mia.opensPane({ bridge: 'absent' });
  await pane.shows('sign-in.title');
  await (await mia.signsIn()).picks('mia@contoso.example');
  await pane.shows('granted.title');
  await world.service.stop();
  await pane.presses('action.check-now');
  // U8: what was proved stays so.
  await pane.says('notice.not-renewed');
  await asksForHelp(pane);
  await pane.finds('service-reachable', 'failed', 'no-answer');
  await pane.finds('sign-in-kind', 'passed', 'standard-client');
  await world.service.start();
  await pane.button(later('help.run-again')).click();
  await pane.finds('service-reachable', 'passed', 'as-it-should-be');
});

/** What may stand in no diagnostic file. */
const NEVER: readonly (readonly [string, RegExp])[] = [
  ['a token', /eyJ[\w-]+\./],
  ['an address', /[\w.+-]+@[\w-]+\./],
  ['a link', /https?:\/\//],
  ['a name', /Mia|Moreno|Adele/],
];

test('U13: Mia saves the diagnostic file, copies the same, and writes to support about that very file', async ({
  mia,
  adele,
}) => {
  const pane = await opensToLookAt(mia, { clipboard: 'allowed' });
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await adele.opens(link);
  await pane.says('history.opened');
  await asksForHelp(pane);

  const saving = mia.page.waitForEvent('download');
  await pane.button(later('help.download')).click();
  const download = await saving;
  await pane.says('handed-over.diagnostics-download');
  expect(download.suggestedFilename()).toMatch(/^extendsync-diagnostics-\d{8}T\d{6,9}Z\.json$/);
  const text = await readFile(await download.path(), 'utf8');
  const id = new URL(link).searchParams.get('request') ?? '';
  expect(id).toHaveLength(22);
  expect(text).not.toContain(id);
  for (const [what, pattern] of NEVER) expect(text, what).not.toMatch(pattern);
  const file = JSON.parse(text) as Record<string, Record<string, unknown>>;
  expect(file).toMatchObject({
    type: 'extendsync.diagnostics',
    version: 1,
    tenantId: DEMO.tenants.contoso,
    mailDomain: CONTOSO,
    host: { name: 'Outlook', signIn: 'bridge' },
    verdict: { kind: 'required', code: 'AADSTS65001' },
    request: { way: 'draft' },
  });
  expect(file['verdict']?.['correlationId']).toMatch(/^[0-9a-f-]{36}$/);
  expect(file['request']?.['history']).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'opened' })]),
  );

  await pane.button(later('help.copy')).click();
  await pane.says('handed-over.diagnostics-copy');
  const copied = JSON.parse(await mia.clipboard()) as Record<string, unknown>;
  expect(Object.keys(copied)).toEqual(Object.keys(file));
  // U13: one file for a visit: what is saved, copied and named in the letter is the same.
  expect(copied).toEqual(file);

  await pane.button(later('help.file')).click();
  await expect(pane.root.getByRole('group', { name: later('help.file-text') })).toContainText('AADSTS65001');
  await holdsInEveryLook('help', paneOf(mia));

  // U13: this installation names no address; the pane says so before a letter without one opens.
  await expect(pane.text(later('letter.no-address'))).toBeVisible();
  await pane.button(later('help.letter')).click();
  await pane.says('handed-over.letter-support');
  await expect(mia.draft().subject()).toHaveValue(/^ExtendSync for Outlook .*: help$/);
  const body = mia.draft().body();
  for (const part of [
    'This is what I expected',
    'Screenshots help',
    'AADSTS65001',
    download.suggestedFilename(),
  ])
    await expect(body).toContainText(part);
  const letter = (await body.textContent()) ?? '';
  expect(letter).not.toContain(id);
  for (const [what, pattern] of NEVER) expect(letter, what).not.toMatch(pattern);
});
