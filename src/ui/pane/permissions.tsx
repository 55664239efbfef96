import type { PermissionLine } from '../../core/shown/model';
import { PermissionSection } from '../components/permission-section';
import { AfterVerdict } from './after-verdict';

interface PermissionsProps {
  readonly lines: readonly PermissionLine[];
  readonly openAtFirst: boolean;
}

/** The permissions under their heading. What each is for comes after the verdict: nobody waits for it. */
export const Permissions = ({ lines, openAtFirst }: PermissionsProps) => (
  <PermissionSection lines={lines} openAtFirst={openAtFirst}>
    <AfterVerdict lines={3}>
      {({ PermissionList }, later) => <PermissionList lines={lines} words={later} />}
    </AfterVerdict>
  </PermissionSection>
);
