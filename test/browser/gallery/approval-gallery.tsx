import { createStore } from '../../../src/app/store';
import { ApprovalPage } from '../../../src/ui/approval/approval-page';
import type { OutlookTheme } from '../../../src/core/theme-kind';
import { approvalEn } from '../../../src/ui/strings/approval/en';
import { createApprovalWords, loadApprovalCatalogues } from '../../../src/ui/strings/approval/words';
import { en } from '../../../src/ui/strings/en';
import { SAMPLE_NOW_MS, SAMPLE_SCREENS } from '../../ui/approval/sample-screens';
import { drawByAddress } from './draw';

/*
 * The administrator's page: one sample screen as it is drawn, chosen by the address:
 * `#screen=invitation&theme=dark&locale=ar-EG`. Its clock stands still.
 */

drawByAddress(async (chosen) => {
  const locale = chosen.get('locale') ?? 'en-GB';
  const found = await loadApprovalCatalogues(locale, { catalogue: en, approvalCatalogue: approvalEn });
  const screen = SAMPLE_SCREENS.get(chosen.get('screen') ?? '');
  if (!screen) throw new Error('The gallery has no such screen.');
  const kind = (chosen.get('theme') as OutlookTheme['kind'] | null) ?? 'light';
  return (
    <ApprovalPage
      screen={createStore(screen).store}
      theme={createStore<OutlookTheme>({ kind }).store}
      words={createApprovalWords({ ...found, locale, now: () => SAMPLE_NOW_MS })}
      send={() => {}}
    />
  );
});
