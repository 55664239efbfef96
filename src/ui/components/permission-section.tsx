import type { ReactNode } from 'react';
import type { PermissionLine } from '../../core/shown/model';
import { useWords } from '../words-context';
import { Disclosure } from './disclosure';

interface PermissionSectionProps {
  readonly lines: readonly PermissionLine[];
  readonly openAtFirst: boolean;
  /** The list itself. */
  readonly children: ReactNode;
}

/** The permissions under one heading that counts them. */
export function PermissionSection({ lines, openAtFirst, children }: PermissionSectionProps) {
  const words = useWords();
  const required = lines.filter((line) => line.permission.required);
  const granted = required.filter((line) => line.state === 'granted').length;
  const count = required.length;
  const everything = lines.every((line) => line.state === 'granted');
  const title = everything
    ? words.label('permissions.all-granted', { count: lines.length })
    : granted === count
      ? words.label('permissions.all-required-granted', { count })
      : granted === 0
        ? words.label('permissions.title', { count: lines.length })
        : words.label('permissions.some-granted', { count, granted });
  return (
    <Disclosure title={title} openAtFirst={openAtFirst}>
      {children}
    </Disclosure>
  );
}
