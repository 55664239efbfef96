import type { TenantQuery } from '../../core/ledger/api';

/** The same order, of everything. */
export const unfiltered = (query: TenantQuery): TenantQuery => ({
  ...query,
  states: [],
  situation: undefined,
  olderThanDays: undefined,
  text: undefined,
});

/** Whether the query leaves anything out. */
export const isFiltered = ({ states, situation, olderThanDays, text }: TenantQuery): boolean =>
  states.length > 0 || situation !== undefined || olderThanDays !== undefined || text !== undefined;
