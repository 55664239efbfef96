import { adminRequest, type AdminRequest, type AdminRequestWords } from '../../admin-request';
import type { PaneEvent } from '../event';
import type { RequestFacts } from '../request-facts';
import { shareMessage } from '../share-message';
import type { ShareAction } from './model';

/** The message to the administrator, in the words of the language that was chosen for it. */
export const messageOf = (facts: RequestFacts, words: AdminRequestWords): AdminRequest =>
  adminRequest({ ...facts, words });

/** What the press of a share button tells the store; undefined while there is no link to hand over. */
export const sharePress = (
  { asks, way, facts }: ShareAction,
  words: AdminRequestWords,
): PaneEvent | undefined => facts && { type: asks, message: shareMessage(way, messageOf(facts, words)) };
