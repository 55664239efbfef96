import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ApprovalScreenModel } from '../../core/approval/screens/model';
import { NoticeBar } from '../components/notice-bar';
import { PermissionList } from '../components/permission-list';
import { PermissionSection } from '../components/permission-section';
import { SkeletonLines } from '../components/skeleton-lines';
import { tokens } from '../theme-tokens';
import { AskedList } from './asked-list';
import { DetailsCard } from './details-card';
import { ApprovalButton } from './approval-button';
import { useApproval } from './approval-context';
import { ApprovalHeading } from './approval-heading';
import { QuestionCard } from './question-card';
import { ReceiptCard } from './receipt-card';
import { RequestCard } from './request-card';
import { SectionList } from './section-list';

const useStyles = makeStyles({
  ways: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '8px' },
  // On a phone what is asked for is longer than the screen: the way on stays in sight while it is read.
  inSight: {
    '@media (max-width: 519px) and (min-height: 600px)': {
      position: 'sticky',
      insetBlockEnd: 0,
      zIndex: 1,
      paddingBlock: '10px',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
    '@media print': { position: 'static' },
  },
  note: {
    margin: 0,
    fontSize: '13px',
    lineHeight: '19px',
    color: tokens.colorNeutralForeground3,
    textWrap: 'pretty',
  },
  others: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', rowGap: '4px' },
});

/** One screen of the approval page: what there is of the model, in the order in which it is read. */
export function ApprovalScreen({ model }: { readonly model: ApprovalScreenModel }) {
  const styles = useStyles();
  const { words } = useApproval();
  const { notice, primary, primaryNote, others } = model;
  return (
    <>
      <ApprovalHeading model={model} />
      {notice && <NoticeBar tone={notice.tone} text={words.tell(notice.text)} />}
      {model.name === 'opening' && <SkeletonLines count={3} />}
      {model.receipt && <ReceiptCard receipt={model.receipt} />}
      {model.facts && <RequestCard facts={model.facts} />}
      {model.question && <QuestionCard question={model.question} />}
      {(primary !== undefined || others.length > 0) && (
        <div className={mergeClasses(styles.ways, model.asked && styles.inSight)} data-in-sight="">
          {primary && <ApprovalButton action={primary} look="primary" />}
          {primaryNote && <p className={styles.note}>{words.tell(primaryNote)}</p>}
          {others.length > 0 && (
            <div className={styles.others}>
              {others.map((action) => (
                <ApprovalButton key={action.name} action={action} look="quiet" />
              ))}
            </div>
          )}
        </div>
      )}
      {model.permissions && (
        <PermissionSection lines={model.permissions} openAtFirst>
          <PermissionList lines={model.permissions} words={{ say: words.tell, tell: words.label }} />
        </PermissionSection>
      )}
      {model.asked && <AskedList asked={model.asked} />}
      {model.sections && <SectionList sections={model.sections} />}
      {model.details && (
        <DetailsCard
          details={model.details}
          quiet={model.name === 'spreading' || model.name === 'not-arrived'}
        />
      )}
    </>
  );
}
