/** How far a grant reaches: the whole tenant, the signed-in user alone, or nobody could tell. */
export const BREADTHS = ['tenant', 'this-user', 'unproven'] as const;
export type Breadth = (typeof BREADTHS)[number];

/** How one permission was found. `this-user` holds for the signed-in user only. */
export const FINDING_STATES = ['tenant', 'this-user', 'held', 'missing', 'not-known'] as const;
export type FindingState = (typeof FINDING_STATES)[number];
