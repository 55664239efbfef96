import type { ApprovalScreenModel, ApprovalScreenName } from '../../core/approval/screens/model';
import { Emblem } from '../components/emblem';
import { GreenCheck } from '../components/green-check';
import type { IconName } from '../components/icon-paths';
import { ProgressRing } from '../components/progress-ring';
import { ScreenHeading } from '../components/screen-heading';
import { useApproval } from './approval-context';

const ICONS: Readonly<Record<Exclude<ApprovalScreenName, 'confirmed'>, IconName>> = {
  opening: 'key',
  lost: 'question',
  gone: 'clock',
  invitation: 'key',
  'approved-before': 'clock',
  'to-confirm': 'shield',
  confirm: 'shield',
  starting: 'forward',
  'returned-in-dialog': 'forward',
  confirming: 'clock',
  'sign-in': 'person',
  spreading: 'clock',
  'not-arrived': 'question',
  partial: 'shield',
  unproven: 'person',
  blocked: 'blocked',
  'other-account': 'people',
  unknown: 'question',
  unasked: 'question',
  denied: 'cross',
  left: 'cross',
  'role-too-small': 'person',
  expired: 'clock',
  repeated: 'refresh',
  forged: 'warning',
  'other-tenant': 'building',
  failed: 'warning',
};

/**
 * The picture over a screen's title. The green check is drawn for a confirmed grant in the `good` tone, and nothing else
 * is green.
 */
function Picture({ name, tone, busy }: ApprovalScreenModel) {
  if (name === 'confirmed' && tone === 'good') return <GreenCheck />;
  if (busy) return <ProgressRing />;
  return (
    <Emblem icon={name === 'confirmed' ? 'check' : ICONS[name]} tone={tone === 'good' ? 'plain' : tone} />
  );
}

/** The heading of the page's model. */
export function ApprovalHeading({ model }: { readonly model: ApprovalScreenModel }) {
  const { words } = useApproval();
  return (
    <ScreenHeading
      emblem={<Picture {...model} />}
      title={words.tell(model.title)}
      lead={model.lead.map(words.tell)}
    />
  );
}
