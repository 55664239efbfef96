/** A pane that asks nobody does without; the pane fetches it ahead of need. */
export const loadRequestParts = () => import(/* webpackChunkName: "later-request" */ './later/request-parts');
