import type { PermissionSet } from '../../permissions';
import { tell } from '../message';
import type { SectionModel } from './model';

/** What an administrator may want to know before deciding. */
export function sectionsOf(set: PermissionSet): readonly SectionModel[] {
  // Said only as long as it is true of the set.
  const maySend = set.some(({ scope }) => scope.startsWith('Mail.Send'));
  return [
    {
      name: 'not-done',
      title: tell('grant.not-done.title'),
      lines: [
        tell('grant.not-done.passwords'),
        ...(maySend ? [] : [tell('grant.not-done.no-sending')]),
        tell('grant.not-done.other-apps'),
        tell('grant.not-done.not-here'),
      ],
      openAtFirst: true,
    },
    {
      name: 'revoke',
      title: tell('grant.revoke.title'),
      lines: [tell('grant.revoke.where'), tell('grant.revoke.how'), tell('grant.revoke.effect')],
      openAtFirst: false,
    },
  ];
}
