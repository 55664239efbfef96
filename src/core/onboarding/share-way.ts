/** How a request is handed to an administrator. */
export type ShareWay = 'draft' | 'copy' | 'mail' | 'teams';

export const SHARE_WAYS: readonly ShareWay[] = ['draft', 'copy', 'mail', 'teams'];
