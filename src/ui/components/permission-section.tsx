import { lazy, Suspense } from 'react';
import type { PermissionLine } from '../../core/screen-model';
import { usePane } from '../pane-context';
import { Disclosure } from './disclosure';
import { SkeletonLines } from './skeleton-lines';

// The details come after the verdict: nobody waits for them.
const PermissionList = lazy(async () => ({
  default: (await import(/* webpackChunkName: "later-permissions" */ './permission-list')).PermissionList,
}));

interface PermissionSectionProps {
  readonly lines: readonly PermissionLine[];
  readonly openAtFirst: boolean;
}

/** The permissions under one heading that counts them. */
export function PermissionSection({ lines, openAtFirst }: PermissionSectionProps) {
  const { words } = usePane();
  const required = lines.filter((line) => line.permission.required);
  const granted = required.filter((line) => line.state === 'granted').length;
  const count = required.length;
  const title =
    granted === count
      ? words.face('permissions.all-granted', { count })
      : granted === 0
        ? words.face('permissions.title', { count: lines.length })
        : words.face('permissions.some-granted', { count, granted });
  return (
    <Disclosure title={title} openAtFirst={openAtFirst}>
      <Suspense fallback={<SkeletonLines count={3} label={words.face('permissions.loading')} />}>
        <PermissionList lines={lines} />
      </Suspense>
    </Disclosure>
  );
}
