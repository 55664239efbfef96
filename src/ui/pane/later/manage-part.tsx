import { useMemo } from 'react';
import { manageOf, type ManageModel } from '../../../core/pane/screens/manage';
import { PermissionList } from '../../components/permission-list';
import { PermissionSection } from '../../components/permission-section';
import { useWords } from '../../words-context';
import type { LaterPartProps } from './later-part-props';
import type { LaterWords } from '../../strings/later/words';
import { HandOver } from './hand-over';
import { useLaterStyles } from './later-styles';
import { OutsideLink } from './outside-link';
import { Section } from './section';

/** What is granted and since when, how it is taken back, and how the organisation's data is deleted. */
export function ManagePart({ state, support, later }: LaterPartProps) {
  const styles = useLaterStyles();
  const words = useWords();
  const model = useMemo(() => manageOf(state), [state]);
  return (
    <div className={styles.parts} data-manage="">
      <Section title={later.tell('manage.granted')}>
        <p className={styles.text} data-confirmed="">
          {confirmedWords(model, later)}
        </p>
        {model.situation !== undefined && (
          <p className={styles.text}>
            {words.format.named(later.tell('manage.situation'), words.say(model.situation))}
          </p>
        )}
        {model.permissions.length > 0 && (
          <PermissionSection lines={model.permissions} openAtFirst={false}>
            <PermissionList lines={model.permissions} words={later} />
          </PermissionSection>
        )}
      </Section>
      <Section title={later.tell('manage.revoke')}>
        <p className={styles.text}>{later.tell('manage.revoke-lead')}</p>
        <ol className={styles.steps}>
          <li>{later.tell('manage.revoke.open')}</li>
          <li>{later.tell('manage.revoke.find')}</li>
          <li>{later.tell('manage.revoke.permissions')}</li>
          <li>{later.tell('manage.revoke.delete')}</li>
        </ol>
        <p className={styles.text}>{later.tell('manage.revoke.after')}</p>
        <dl className={styles.facts}>
          <div>
            <dt className={styles.factName}>{later.tell('manage.client-id')}</dt>
            <dd className={styles.factValue}>
              <span className={styles.mono} dir="ltr" translate="no">
                {model.clientId}
              </span>
            </dd>
          </div>
        </dl>
        <HandOver
          id="copy-client-id"
          icon="copy"
          label={later.tell('manage.copy-client-id')}
          look="quiet"
          event={{ type: 'copy-asked', text: model.clientId }}
        />
        {model.entraUrl !== undefined && (
          <div>
            <OutsideLink url={model.entraUrl} label={later.tell('manage.open-entra')} later={later} />
          </div>
        )}
      </Section>
      <Section title={later.tell('manage.deletion')}>
        <p className={styles.text}>{later.tell('manage.deletion-lead')}</p>
        {!support.namesAddress && <p className={styles.text}>{later.tell('letter.no-address')}</p>}
        <HandOver
          id="letter-deletion"
          icon="mail"
          label={later.tell('manage.deletion-open')}
          look="secondary"
          event={{ type: 'letter-asked', letter: 'deletion' }}
        />
      </Section>
    </div>
  );
}

function confirmedWords({ confirmed }: ManageModel, later: LaterWords): string {
  if (confirmed === undefined) return later.tell('manage.not-confirmed');
  const { atMs, forTenant } = confirmed;
  return later.tell(forTenant ? 'manage.confirmed' : 'manage.confirmed.for-you', { atMs });
}
