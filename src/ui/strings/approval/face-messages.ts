/** The words that the grant page's face has beside those of its screens: labels of facts, and the receipt. */
export interface ApprovalFaceMessages {
  /** The heading over the facts of the request, for those who do not see the card. */
  'facts.title': None;
  'facts.organisation': None;
  'facts.organisation-id': None;
  /** The label of a name that only the asking side gives, and that name. */
  'facts.asked-for': None;
  'facts.asked-for-unverified': { readonly domain: string };
  /** The request names none: it is the organisation of whoever signs in. */
  'facts.organisation-not-named': None;
  'facts.application': None;
  'facts.publisher': None;
  'facts.client-id': None;
  'facts.made': { readonly atMs: number };
  'facts.expires': { readonly atMs: number };

  'asked.title': { readonly count: number };

  'details.title': None;
  'details.code': None;
  'details.correlation-id': None;

  'receipt.title': None;
  'receipt.confirmed': None;
  'receipt.check': None;
  'receipt.check-words': None;
  'receipt.permissions': None;
}

type None = Readonly<Record<never, never>>;
