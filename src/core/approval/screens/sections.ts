import type { PermissionSet } from '../../permissions';
import { tell } from '../message';
import type { SectionModel } from './model';

/** What an administrator may want to know before deciding. */
export function sectionsOf(set: PermissionSet): readonly SectionModel[] {
  // Said only as long as it is true of the set. That no mail can be sent at all would be too much: the mailbox's settings hold
  // rules, which can forward (https://learn.microsoft.com/en-us/graph/api/mailfolder-post-messagerules).
  const maySend = set.some(({ scope }) => scope.startsWith('Mail.Send'));
  return [
    {
      name: 'not-done',
      title: tell('approval.not-done.title'),
      lines: [
        tell('approval.not-done.passwords'),
        ...(maySend ? [] : [tell('approval.not-done.no-sending')]),
        tell('approval.not-done.other-apps'),
        tell('approval.not-done.not-here'),
      ],
      openAtFirst: true,
    },
    {
      name: 'revoke',
      title: tell('approval.revoke.title'),
      lines: [tell('approval.revoke.where'), tell('approval.revoke.how'), tell('approval.revoke.effect')],
      openAtFirst: false,
    },
  ];
}

/** How an approval is taken back. */
export const revokeSections = (set: PermissionSet): readonly SectionModel[] =>
  sectionsOf(set).filter(({ name }) => name === 'revoke');
