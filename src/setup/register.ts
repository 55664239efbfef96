import { isDeepStrictEqual } from 'node:util';
import type { Application } from '../core/registration/application';
import { addressesElsewhere, compareRegistration } from '../core/registration/compare';
import { wantedRegistration } from '../core/registration/wanted';
import { type CredentialWishes, credentialStep } from './credential-step';
import type { GraphApplications, Sought } from './graph-applications';
import type { RegistrationSettings } from './registration-settings';
import { NOTHING_TO_DO, type Step } from './step';

/** What the command does in the world. */
export interface RegisterWorld {
  readonly graph: GraphApplications;
  readonly now: () => Date;
  say(line: string): void;
  /** Whether whoever registers agrees. */
  agree(question: string): Promise<boolean>;
  /** Writes what is not there yet into the env file; answers the names. */
  keep(settings: Readonly<Record<string, string>>): readonly string[];
}

/**
 * Makes the registration what the product needs: says what differs, asks, changes, and keeps what the service needs of it.
 * Done again it finds nothing to do. False: whoever registers did not agree to a change, and it was not made.
 */
export async function register(
  settings: RegistrationSettings,
  wishes: CredentialWishes,
  world: RegisterWorld,
): Promise<boolean> {
  const { graph, say } = world;
  const { clientId, homeTenant } = settings;
  const wanted = wantedRegistration(settings.installation);
  const organisation = await graph.organisation();
  say(`Signed in to ${organisation.displayName} (${organisation.id}).`);
  if (homeTenant !== undefined && homeTenant !== organisation.id) {
    throw new Error(`HOME_TENANT is ${homeTenant}: sign in there, with --tenant ${homeTenant}.`);
  }

  let sought: Sought = clientId === undefined ? { uniqueName: wanted.uniqueName } : { clientId };
  const deleted = (await graph.find(sought)) ? undefined : await graph.findDeleted('application', sought);
  if (deleted) {
    const name = `${deleted.displayName} (${deleted.appId})`;
    say(
      `- ${name} was deleted. Restored it keeps its client id, under which organisations have approved it. For a new one, which each of them has to approve anew, first delete it for good (App registrations, Deleted applications) and take CLIENT_ID out of the settings.`,
    );
    if (!(await world.agree(`Restore ${name}?`))) {
      say('Nothing was changed.');
      return false;
    }
    await graph.restore(deleted.id);
    say(`${name} is restored.`);
    sought = { clientId: deleted.appId };
  }

  let plan = await planned();
  tell(plan);
  // Lists are written whole: what somebody else has added while the question stood must be in them.
  while (plan.says.length > 0) {
    const { found, says } = plan;
    if (!(await world.agree(found ? `Change ${found.displayName} (${found.appId})?` : 'Register it?'))) {
      say(deleted ? 'Nothing else was changed.' : 'Nothing was changed.');
      return false;
    }
    plan = await planned();
    if (isDeepStrictEqual(plan.says, says)) break;
    say('Somebody has changed the registration meanwhile. What differs now:');
    tell(plan);
  }
  const registered = plan.found ?? (await graph.create(wanted));
  // At once, so that a run that stops half-way is taken up by the next one.
  keep({ ...settings.given, CLIENT_ID: registered.appId, HOME_TENANT: organisation.id });
  for (const { run } of plan.steps) await run(registered);
  return true;

  /** The registration as it is now, and what has to be done to it. */
  async function planned(): Promise<Plan> {
    const found = await graph.find(sought);
    if (deleted && !found) {
      throw new Error(
        `${deleted.displayName} (${deleted.appId}) is restored, and Microsoft does not show it yet: run this again in a minute.`,
      );
    }
    if ('clientId' in sought && !found) {
      throw new Error(
        `CLIENT_ID is ${sought.clientId}, and no registration in ${organisation.displayName} has it, nor has one that was deleted in the last 30 days. Sign in to the organisation that has, with --tenant, or take CLIENT_ID out of the settings to make a new one.`,
      );
    }
    if (clientId === undefined && found) {
      const hosts = [...addressesElsewhere(wanted, found).keys()];
      if (hosts.length > 0) {
        throw new Error(
          `${found.displayName} (${found.appId}) was made for ${settings.installation.publicOrigin}, and sends people back to ${hosts.join(', ')} as well: it may be an installation's that has moved there. If it is this one's, write CLIENT_ID=${found.appId} into the settings. Otherwise make a registration in the admin center, and write its client id. Then run this again.`,
        );
      }
    }
    const steps = [
      found ? changesTo(found) : creation(),
      await installation(found),
      credentialStep(found, settings, wishes, { graph, now: world.now, keep }),
    ];
    return {
      found,
      steps: steps.filter(({ says }) => says.length > 0),
      says: steps.flatMap(({ says }) => says),
      leaves: steps.flatMap(({ leaves = [] }) => leaves),
    };
  }

  function tell({ says, leaves }: Plan): void {
    for (const line of leaves) say(`Left as it is: ${line}`);
    for (const line of says) say(`- ${line}`);
    if (says.length === 0) {
      const rest = leaves.length > 0 ? 'For the rest the' : 'The';
      say(`${rest} registration is as the product needs it: nothing is changed.`);
    }
  }

  function keep(values: Readonly<Record<string, string>>): void {
    const added = world.keep(values);
    if (added.length > 0) say(`Written to the settings: ${added.join(', ')}.`);
  }

  function creation(): Step {
    return {
      says: [
        `There is no registration for ${settings.installation.publicOrigin} yet: ${wanted.displayName} is registered, for accounts of any organisation.`,
      ],
      run: (made) => patch(made),
    };
  }

  function changesTo(existing: Application): Step {
    const { differences } = compareRegistration(wanted, existing);
    return {
      says: differences.flatMap(({ says, change }) =>
        change === undefined ? [] : [`${says} Will be ${change}.`],
      ),
      leaves: differences.flatMap(({ says, change }) => (change === undefined ? [says] : [])),
      run: () => patch(existing),
    };
  }

  async function patch(application: Application): Promise<void> {
    for (const change of compareRegistration(wanted, application).patches) {
      await graph.update(application.id, change);
    }
  }

  async function installation(existing: Application | undefined): Promise<Step> {
    if (existing) {
      const { appId } = existing;
      if (await graph.hasServicePrincipal(appId)) return NOTHING_TO_DO;
      const gone = await graph.findDeleted('servicePrincipal', { clientId: appId });
      if (gone) {
        return {
          says: [
            `The application was deleted in ${organisation.displayName} itself: it is restored, with what it was granted there and who may use it.`,
          ],
          run: () => graph.restore(gone.id),
        };
      }
    }
    return {
      says: [`The application is put into ${organisation.displayName} itself. Nothing is granted by that.`],
      run: ({ appId }) => graph.addServicePrincipal(appId),
    };
  }
}

interface Plan {
  /** The registration that is changed; undefined: one is made. */
  readonly found: Application | undefined;
  readonly steps: readonly Step[];
  readonly says: readonly string[];
  readonly leaves: readonly string[];
}
