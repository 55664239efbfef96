import type { Action, PendingModel, ScreenModel } from '../../../core/pane/screens/model';
import { AdminDetails } from '../admin-details';
import { AfterVerdict } from '../after-verdict';
import { OrganisationCard, OrganisationLine } from '../organisation-card';
import { Permissions } from '../permissions';
import { Actions } from './actions';
import { ScreenTop } from './screen-top';

/** Check now stands beside the times of the checks, and the way back over the title: neither stands below again. */
export const beside = (others: readonly Action[]): readonly Action[] =>
  others.filter(({ name }) => name !== 'check-now' && name !== 'back');

/**
 * The screens that say how things stand and what can be done: granted, granted personally, partial, required, waiting,
 * approving, sign-in, other tenant, blocked, unknown.
 */
export function VerdictScreen({ model }: { readonly model: ScreenModel }) {
  const { attemptExpiresAtMs, pending, steps } = model;
  return (
    <>
      <ScreenTop model={model} />
      {model.organisation !== undefined && model.name === 'granted' && (
        <OrganisationCard name={model.organisation} confirmedAtMs={model.confirmedAtMs} />
      )}
      {attemptExpiresAtMs !== undefined && (
        <AfterVerdict lines={1}>
          {({ AttemptLimit }, later) => <AttemptLimit untilMs={attemptExpiresAtMs} later={later} />}
        </AfterVerdict>
      )}
      {steps && (
        <AfterVerdict lines={linesOfSteps(steps.length)}>
          {({ StepList }, later) => <StepList steps={steps} later={later} />}
        </AfterVerdict>
      )}
      <Actions primary={model.primary} choices={model.choices} others={beside(model.others)} />
      {pending?.isOpen && (
        <AfterVerdict lines={linesOf(pending)}>
          {({ PendingPanel }, later) => <PendingPanel pending={pending} later={later} />}
        </AfterVerdict>
      )}
      {model.organisation !== undefined && model.name !== 'granted' && (
        <OrganisationLine name={model.organisation} />
      )}
      <div>
        {model.permissions && model.permissions.length > 0 && (
          <Permissions lines={model.permissions} openAtFirst={SHOWS_PERMISSIONS.has(model.name)} />
        )}
        {pending?.isOpen === false && (
          <AfterVerdict lines={1}>
            {({ PendingStory }, later) => <PendingStory pending={pending} later={later} />}
          </AfterVerdict>
        )}
        {model.details && <AdminDetails {...model.details} openAtFirst={SHOWS_DETAILS.has(model.name)} />}
      </div>
    </>
  );
}

/** As high as the panel will be: a step of the story is as high as two lines of a placeholder. */
const linesOf = ({ shares, history }: PendingModel): number => 6 + 2 * (shares.length + history.length);

/** As high as their list will be: most labels fill two lines of a narrow pane. */
const linesOfSteps = (count: number): number => 2 + Math.round(3.4 * count);

// Where Microsoft's code is part of what the person has to hand on.
const SHOWS_DETAILS: ReadonlySet<ScreenModel['name']> = new Set<ScreenModel['name']>(['blocked', 'unknown']);
// Where the permissions are the news. Elsewhere they are a question away.
const SHOWS_PERMISSIONS: ReadonlySet<ScreenModel['name']> = new Set<ScreenModel['name']>(['partial']);
