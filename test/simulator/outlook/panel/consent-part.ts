import type { ControlTenant } from '../../entra/control-api';
import type { GraphPermission } from '../../entra/seed';
import { element } from '../host/element';
import type { PanelContext, PanelPart } from './context';
import { button, checkbox, chooser, section, textField } from './fields';

const key = (permission: GraphPermission): string => `${permission.kind} ${permission.scope}`;

/** What an older ExtendSync asked for: these two came later. */
const ADDED_LATER: ReadonlySet<string> = new Set([
  'delegated MailboxSettings.ReadWrite',
  'application Mail.ReadWrite',
]);

/** What the person's organisation has granted, and its rules. */
export function consentPart(context: PanelContext): PanelPart {
  const tenantId = (): string => context.outlook.person().tenantId;
  const person = (): string => context.outlook.person().id;
  let requested: readonly GraphPermission[] = [];

  const act = (words: string, action: () => Promise<string | undefined>): (() => void) => {
    return () => context.act(words, action);
  };
  const { tenant } = context;
  const summary = element('p', { class: 'note' });
  const list = element('ul', { class: 'grants', 'aria-label': 'Permissions', tabindex: '0' });

  const grants = element(
    'div',
    { class: 'buttons' },
    button(
      'Grant all',
      act('Granted for the organisation.', () => tenant.send('grant-for-tenant', { tenant: tenantId() })),
    ),
    button(
      'Grant an older set',
      act('An older, smaller set is granted.', () =>
        tenant.send('set-tenant-grant', {
          tenant: tenantId(),
          permissions: requested.filter((permission) => !ADDED_LATER.has(key(permission))),
        }),
      ),
    ),
    button(
      'Grant for this person only',
      act('This person consented alone.', () => tenant.send('grant-for-user', { user: person() })),
    ),
    button(
      'Revoke all',
      act('Nothing is granted any more.', async () => {
        const first = await tenant.send('revoke-for-tenant', { tenant: tenantId() });
        return first ?? tenant.send('revoke-for-user', { user: person() });
      }),
    ),
    button(
      'Remove the application',
      act('The application is gone from the organisation.', () =>
        tenant.send('remove-application', { tenant: tenantId() }),
      ),
    ),
  );

  const delay = textField('Seconds until a grant has spread', '0', { type: 'number', min: '0', max: '600' });
  delay.input.addEventListener('change', () => {
    const delayMs = Math.max(0, Number(delay.input.value) || 0) * 1000;
    context.act('The delay is set.', () => tenant.send('set-propagation-delay', { delayMs }));
  });

  const userConsent = chooser(
    'May users consent?',
    [
      { value: 'on', label: 'Yes' },
      { value: 'low-risk-only', label: 'Low-risk permissions only' },
      { value: 'off', label: 'No, admins only' },
    ],
    'on',
    (policy) =>
      context.act('The rule is set.', () =>
        tenant.send('set-user-consent-policy', {
          tenant: tenantId(),
          policy: policy as ControlTenant['userConsent'],
        }),
      ),
  );
  const access = chooser(
    'Conditional access',
    [
      { value: 'off', label: 'Lets everybody in' },
      { value: 'require-mfa', label: 'Asks for a second factor' },
      { value: 'block', label: 'Blocks' },
    ],
    'off',
    (policy) =>
      context.act('The policy is set.', () =>
        tenant.send('set-conditional-access', {
          tenant: tenantId(),
          policy: policy as ControlTenant['conditionalAccess'],
        }),
      ),
  );
  const assignment = checkbox('Only assigned people may use it', false, (required) =>
    context.act('The rule is set.', () =>
      tenant.send('set-assignment-required', { tenant: tenantId(), required }),
    ),
  );
  const enabled = checkbox('Application is switched on', true, (isOn) =>
    context.act('The switch is set.', () =>
      tenant.send('set-application-enabled', { tenant: tenantId(), enabled: isOn }),
    ),
  );

  function show(now: ControlTenant, people: number): void {
    const granted = new Set(now.written.tenantPermissions.map(key));
    const spread = new Set(now.spread.tenantPermissions.map(key));
    const waits =
      [...granted].some((one) => !spread.has(one)) || [...spread].some((one) => !granted.has(one));
    summary.textContent =
      `${now.displayName}: ${granted.size} of ${requested.length} permissions for the organisation` +
      `${people > 0 ? `, ${people} personal` : ''}${waits ? '. Still spreading.' : '.'}`;
    list.replaceChildren(
      ...requested.map((permission) =>
        element(
          'li',
          {},
          `${granted.has(key(permission)) ? '\u2713' : '\u2013'} ${permission.scope} (${permission.kind})`,
        ),
      ),
    );
    userConsent.input.value = now.userConsent;
    access.input.value = now.conditionalAccess;
    assignment.input.checked = now.assignmentRequired;
    enabled.input.checked = now.applicationEnabled;
    if (document.activeElement !== delay.input) delay.input.value = String(now.propagationDelayMs / 1000);
  }

  return {
    root: section(
      'Consent of the organisation',
      true,
      summary,
      grants,
      list,
      delay.root,
      userConsent.root,
      access.root,
      assignment.root,
      enabled.root,
    ),
    show: ({ tenant: state }) => {
      if (!state) {
        summary.textContent = 'The simulated tenant cannot be reached.';
        return;
      }
      requested = state.application.requestedPermissions;
      const own = state.tenants.find((one) => one.id === tenantId());
      if (own) show(own, Object.keys(own.written.userScopes).length);
    },
  };
}
