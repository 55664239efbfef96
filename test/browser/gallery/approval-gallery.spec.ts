import { SAMPLE_SCREENS } from '../../ui/approval/sample-screens';
import { holdInEveryLook, unfold, type Look } from './looks';

/* Every screen of the administrator's page in every look. */

const LOOKS: readonly Look[] = [
  { name: 'light', width: 900, address: { theme: 'light' } },
  { name: 'dark-arabic', width: 400, address: { theme: 'dark', locale: 'ar-EG' } },
  {
    name: 'high-contrast-german',
    width: 320,
    address: { theme: 'high-contrast', locale: 'de-DE' },
    forcedColors: true,
  },
  { name: 'light-japanese', width: 320, address: { theme: 'light', locale: 'ja-JP' } },
];

holdInEveryLook({
  entry: './test/browser/gallery/approval-gallery.tsx',
  screens: SAMPLE_SCREENS.keys(),
  looks: LOOKS,
  title: (screen) => `the administrator's screen "${screen}" holds in every look`,
  inSight: unfold,
});
