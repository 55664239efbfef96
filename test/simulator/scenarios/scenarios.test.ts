import { DEMO, demoSeed } from '../entra/demo-seed';
import { Directory } from '../entra/directory';
import { registeredPermissions } from '../app-registration';
import { parseHostOptions, hostOptionsQuery } from '../outlook/host-options';
import { applyScenario } from './apply-scenario';
import { findScenario, scenarios } from './scenarios';

const clock = { now: () => 1_000_000, after: () => () => undefined };

function tenantAfter(name: string): Directory {
  const directory = new Directory(demoSeed({ permissions: registeredPermissions }), clock);
  const chosen = findScenario(name);
  if (!chosen) throw new Error(`no scenario ${name}`);
  applyScenario({ directory, reset: () => directory.reset() }, chosen);
  return directory;
}

const contoso = DEMO.tenants.contoso;

test('every scenario can be played, has its own name, words for people, and options that the address understands', () => {
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  for (const { name, title, story, host } of scenarios) {
    expect(() => tenantAfter(name)).not.toThrow();
    expect(title.length).toBeGreaterThan(5);
    expect(story.length).toBeGreaterThan(5);
    expect(parseHostOptions(hostOptionsQuery(host))).toMatchObject(host);
  }
});

test('not-asked: nothing is granted to anybody', () => {
  const consent = tenantAfter('not-asked').visibleConsent(contoso);
  expect(consent.servicePrincipalId).toBeUndefined();
  expect(consent.tenantScopes.size + consent.applicationPermissions.size + consent.userScopes.size).toBe(0);
});

test('granted: everything that is registered is granted for the tenant', () => {
  const consent = tenantAfter('granted').visibleConsent(contoso);
  for (const { scope, kind } of registeredPermissions) {
    const granted = kind === 'delegated' ? consent.tenantScopes : consent.applicationPermissions;
    expect(granted).toContain(scope);
  }
});

test('partial: two permissions are missing, one of each kind', () => {
  const consent = tenantAfter('partial').visibleConsent(contoso);
  expect(consent.tenantScopes).not.toContain('MailboxSettings.ReadWrite');
  expect(consent.tenantScopes).toContain('Mail.ReadWrite');
  expect(consent.applicationPermissions).not.toContain('Mail.ReadWrite');
  expect(consent.applicationPermissions).toContain('Directory.Read.All');
});

test('only-you: Mia has consented, the tenant has not', () => {
  const consent = tenantAfter('only-you').visibleConsent(contoso);
  expect(consent.userScopes.get(DEMO.users.mia)).toContain('Mail.ReadWrite');
  expect(consent.tenantScopes.size).toBe(0);
});

test('policies, trouble and delays are set where they belong', () => {
  expect(tenantAfter('declined-policy').settingsOf(contoso).userConsent).toBe('off');
  expect(tenantAfter('user-not-assigned').settingsOf(contoso).assignmentRequired).toBe(true);
  expect(tenantAfter('user-assigned').settingsOf(contoso).assignedUsers).toEqual(new Set([DEMO.users.mia]));
  expect(tenantAfter('app-disabled').settingsOf(contoso).accountEnabled).toBe(false);
  const disabled = tenantAfter('account-disabled');
  expect(disabled.isEnabled(disabled.findUser(DEMO.users.mia)!)).toBe(false);
  expect(tenantAfter('conditional-access').settingsOf(contoso).conditionalAccess).toBe('block');
  expect(tenantAfter('slow-propagation').settingsOf(contoso).propagationDelayMs).toBe(20_000);
  expect(tenantAfter('throttled').listFaults()).toMatchObject([{ trouble: { kind: 'throttle' } }]);
  expect(tenantAfter('opaque-tokens').opaqueGraphTokens).toBe(true);
  expect(findScenario('offline')?.service).toBe('stopped');
});

test('10.1: every report that can be played has a scenario that names it', () => {
  const told = scenarios.map(({ story }) => story).join(' ');
  const named = new Set(told.match(/\bF\d+\b/g));
  expect(
    ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11', 'F13', 'F14', 'F15', 'F16', 'F17']
      .concat(['F19', 'F21', 'F22', 'F23', 'F25', 'F26', 'F28', 'F29', 'F30'])
      .filter((id) => !named.has(id)),
  ).toEqual([]);
});

test('a scenario leaves nothing of the one before', () => {
  const directory = tenantAfter('throttled');
  const next = findScenario('not-asked');
  if (!next) throw new Error('missing');
  applyScenario({ directory, reset: () => directory.reset() }, next);
  expect(directory.listFaults()).toEqual([]);
  expect(directory.visibleConsent(contoso).tenantScopes.size).toBe(0);
});
