import type { ScreenModel, ScreenName } from '../../../core/pane/screens/model';
import { ActionButton } from '../action-button';
import { Emblem } from '../../components/emblem';
import { GreenCheck } from '../../components/green-check';
import type { IconName } from '../../components/icon-paths';
import { ProgressRing } from '../../components/progress-ring';
import { ScreenHeading } from '../../components/screen-heading';
import { useWords } from '../../words-context';

const ICONS: Readonly<Record<Exclude<ScreenName, 'checking' | 'granted'>, IconName>> = {
  'granted-personally': 'person',
  partial: 'shield',
  required: 'key',
  waiting: 'clock',
  arriving: 'clock',
  approving: 'key',
  situation: 'list',
  sharing: 'share',
  showing: 'screen',
  group: 'people',
  manage: 'shield',
  help: 'question',
  'sign-in': 'person',
  'other-tenant': 'people',
  blocked: 'blocked',
  unknown: 'question',
};

/** The picture over a screen's title. Only the `granted` screen in the `good` tone has the green check. */
function Picture({ name, tone, checks }: ScreenModel) {
  if (name === 'checking') return <ProgressRing />;
  if (name === 'granted' && tone === 'good') return <GreenCheck />;
  const isOffline = name === 'unknown' && checks?.isOffline === true;
  return <Emblem icon={name === 'granted' ? 'check' : isOffline ? 'offline' : ICONS[name]} tone={tone} />;
}

/** How every screen begins: the way back where the person went there, and the heading. */
export function ScreenTop({ model }: { readonly model: ScreenModel }) {
  const words = useWords();
  const back = model.others.find(({ name }) => name === 'back');
  return (
    <>
      {back && (
        <div>
          <ActionButton action={back} look="quiet" />
        </div>
      )}
      <ScreenHeading
        emblem={back ? undefined : <Picture {...model} />}
        title={words.say(model.title)}
        lead={model.lead.map(words.say)}
      />
    </>
  );
}
