import { CLOUD_NAMES, type CloudName } from '../../../../src/core/cloud';
import { screenOf } from '../../../../src/core/pane/screens/screen';
import { SAMPLE_STATES } from '../../../ui/pane/sample-states';

const waysIn = (cloudName: CloudName) => {
  const state = SAMPLE_STATES.sharing;
  const shown = screenOf({ ...state, setup: { ...state.setup, cloudName } });
  return shown.share?.ways.map(({ way }) => way);
};

test.each(CLOUD_NAMES)('Teams is offered where its page for sharing is known: cloud %s', (cloudName) => {
  // A cloud of the installation's own is one such as the simulated one.
  const isKnown = cloudName === 'global' || cloudName === 'custom';
  expect(waysIn(cloudName)).toEqual(['draft', 'copy', 'mail', ...(isKnown ? ['teams'] : [])]);
});
