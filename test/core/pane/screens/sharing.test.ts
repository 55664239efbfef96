import { CLOUDS } from '../../../../src/core/cloud';
import { screenOf } from '../../../../src/core/pane/screens/screen';
import { SAMPLE_STATES } from '../../../ui/pane/sample-states';

const waysAt = (loginOrigin: string) => {
  const state = SAMPLE_STATES.sharing;
  const shown = screenOf({ ...state, setup: { ...state.setup, loginOrigin } });
  return shown.share?.ways.map(({ way }) => way);
};

test('Teams is offered where its page for sharing is known: nobody of a national cloud is sent to the world’s', () => {
  const everywhere = ['draft', 'copy', 'mail'];
  expect(waysAt(CLOUDS.global.loginOrigin)).toEqual([...everywhere, 'teams']);
  // A cloud of the installation's own, as the simulated one.
  expect(waysAt('https://login.example')).toEqual([...everywhere, 'teams']);
  for (const cloud of [CLOUDS.usgov, CLOUDS['usgov-dod'], CLOUDS.china])
    expect(waysAt(cloud.loginOrigin)).toEqual(everywhere);
});
