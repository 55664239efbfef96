export interface KnownRefusal {
  readonly error: string;
  readonly suberror?: string;
  readonly text: (about: RefusalDetails) => string;
}

export interface RefusalDetails {
  readonly appId?: string;
  readonly appName?: string;
  readonly tenant?: string;
  readonly upn?: string;
  readonly value?: string;
}

/**
 * Classes and numbers: learn.microsoft.com/entra/identity-platform/reference-error-codes and answers quoted in public issues. The
 * sentences keep Microsoft's wording where clients are known to show it, since the product reads numbers out of them.
 */
const KNOWN: Readonly<Record<number, KnownRefusal>> = {
  16000: {
    error: 'interaction_required',
    text: () =>
      'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
  },
  28000: {
    error: 'invalid_request',
    text: ({ value }) =>
      `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${value} is not valid.`,
  },
  50011: {
    error: 'invalid_request',
    text: ({ value, appId }) =>
      `The redirect URI '${value}' specified in the request does not match the redirect URIs configured for the application '${appId}'.`,
  },
  50020: {
    error: 'interaction_required',
    text: ({ upn, value, tenant, appId, appName }) =>
      `User account '${upn}' from identity provider '${value}' does not exist in tenant '${tenant}' and cannot access the application '${appId}'(${appName}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.`,
  },
  50057: { error: 'invalid_grant', text: () => 'The user account is disabled.' },
  50058: {
    error: 'login_required',
    text: ({ upn }) =>
      upn === undefined
        ? 'A silent sign-in request was sent but no user is signed in.'
        : 'Session information is not sufficient for single-sign-on: none of the currently signed in users match the requested login hint.',
  },
  50059: {
    error: 'invalid_request',
    text: () =>
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
  },
  50076: {
    error: 'invalid_grant',
    suberror: 'basic_action',
    text: ({ value }) =>
      `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${value}'.`,
  },
  50105: {
    error: 'invalid_grant',
    text: ({ appId, appName, upn }) =>
      `Your administrator has configured the application ${appName} ('${appId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${upn}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
  },
  50173: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: () =>
      'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
  },
  50196: {
    error: 'invalid_grant',
    text: () =>
      'The server terminated an operation because it encountered a client request loop. Please contact your app vendor.',
  },
  53003: {
    error: 'invalid_grant',
    suberror: 'message_only',
    text: () =>
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
  54005: {
    error: 'invalid_grant',
    text: () =>
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  },
  65001: {
    error: 'invalid_grant',
    suberror: 'consent_required',
    text: ({ appId, appName }) =>
      `The user or administrator has not consented to use the application with ID '${appId}' named '${appName}'. Send an interactive authorization request for this user and resource.`,
  },
  65004: { error: 'access_denied', text: () => 'User declined to consent to access the app.' },
  70000: {
    error: 'invalid_grant',
    text: () => 'Provided grant is invalid or malformed.',
  },
  70008: {
    error: 'invalid_grant',
    text: () =>
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  },
  70011: {
    error: 'invalid_scope',
    text: ({ value }) =>
      `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${value} is not valid.`,
  },
  700003: {
    error: 'interaction_required',
    text: () => 'Device object was not found in the tenant directory.',
  },
  70003: {
    error: 'unsupported_grant_type',
    text: ({ value }) => `The app requested an unsupported grant type '${value}'.`,
  },
  70005: {
    error: 'unsupported_response_type',
    text: ({ value }) => `The app returned an unsupported response type '${value}'.`,
  },
  90002: {
    error: 'invalid_request',
    text: ({ tenant }) =>
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  },
  90023: { error: 'invalid_request', text: ({ value }) => `Invalid request. ${value}` },
  90033: {
    error: 'temporarily_unavailable',
    text: () => 'A transient error has occurred. Please try again.',
  },
  90055: {
    error: 'temporarily_unavailable',
    text: () => 'Request throttled. The server has received too many requests. Please try again later.',
  },
  90094: {
    error: 'access_denied',
    text: ({ appName, tenant }) =>
      `An administrator of ${tenant} has set a policy that prevents you from granting ${appName} the permissions it is requesting. Contact an administrator of ${tenant}, who can grant permissions to this app on your behalf.`,
  },
  500011: {
    error: 'invalid_resource',
    text: ({ value, tenant }) =>
      `The resource principal named ${value} was not found in the tenant named ${tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
  },
  500200: {
    error: 'invalid_request',
    text: ({ upn }) =>
      `User account '${upn}' is a personal Microsoft account. Personal Microsoft accounts are not supported for this application unless explicitly invited to an organization. Try signing out and signing back in with an organizational account.`,
  },
  501481: {
    error: 'invalid_grant',
    text: () => 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  530003: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: () => 'Your device is required to be managed to access this resource.',
  },
  650053: {
    error: 'invalid_client',
    text: ({ value, appName }) =>
      `The application '${appName}' asked for scope '${value}' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'. Contact the app vendor.`,
  },
  700016: {
    error: 'unauthorized_client',
    text: ({ appId, tenant }) =>
      `Application with identifier '${appId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  },
  700027: {
    error: 'invalid_client',
    text: ({ value }) =>
      `The certificate with identifier used to sign the client assertion is not registered on application. ${value}`,
  },
  700082: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: () => 'The refresh token has expired due to inactivity. The token was inactive for 90.00:00:00.',
  },
  700084: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: () =>
      'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
  },
  900144: {
    error: 'invalid_request',
    text: ({ value }) => `The request body must contain the following parameter: '${value}'.`,
  },
  1002012: {
    error: 'invalid_scope',
    text: ({ value }) =>
      `The provided value for scope ${value} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
  },
  7000112: {
    error: 'unauthorized_client',
    text: ({ appId, appName }) => `Application '${appId}'(${appName}) is disabled.`,
  },
  7000215: {
    error: 'invalid_client',
    text: ({ appId }) =>
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${appId}'.`,
  },
  7000218: {
    error: 'invalid_client',
    text: () =>
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  9002313: { error: 'invalid_request', text: () => 'Invalid request. Request is malformed or invalid.' },
  9002325: {
    error: 'invalid_request',
    text: () => 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  },
  9002326: {
    error: 'invalid_request',
    text: ({ value }) =>
      `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${value}'.`,
  },
  9002327: {
    error: 'invalid_request',
    text: () =>
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  },
};

/** Numbers that the simulation never says by itself; tests order them as faults. One row: number, class, suberror, text. */
const ORDERED: readonly (readonly [number, string, string | undefined, string])[] = [
  [16001, 'interaction_required', undefined, 'User account selection is invalid.'],
  [50001, 'invalid_resource', undefined, 'The resource is disabled or does not exist.'],
  [
    50034,
    'invalid_grant',
    undefined,
    'The user account does not exist in the directory. To sign into this application, the account must be added to the directory.',
  ],
  [
    50079,
    'interaction_required',
    'basic_action',
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication.',
  ],
  [50126, 'invalid_grant', undefined, 'Error validating credentials due to invalid username or password.'],
  [
    50128,
    'invalid_request',
    undefined,
    'Invalid domain name. No tenant-identifying information found in either the request or implied by any provided credentials.',
  ],
  [
    50158,
    'invalid_grant',
    'basic_action',
    'External security challenge not satisfied. User will be redirected to another page or authentication provider to satisfy additional authentication challenges.',
  ],
  [
    50194,
    'invalid_request',
    undefined,
    'The application is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such applications.',
  ],
  [
    50178,
    'interaction_required',
    undefined,
    'User account from an external identity provider does not exist in the tenant and cannot access the application in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.',
  ],
  [51004, 'invalid_grant', undefined, 'The user account does not exist in the directory.'],
  [
    53000,
    'interaction_required',
    'message_only',
    'Your device is required to be compliant to access this resource.',
  ],
  [
    53001,
    'interaction_required',
    'message_only',
    'Your device is required to be domain joined to access this resource.',
  ],
  [
    53002,
    'interaction_required',
    'message_only',
    'The application used is not an approved application for conditional access.',
  ],
  [
    53004,
    'interaction_required',
    'basic_action',
    'User needs to complete multi-factor authentication registration process before accessing this content.',
  ],
  [
    65005,
    'invalid_resource',
    undefined,
    'The application requires access to a resource that was not listed in its requested permissions, or the tenant has no subscription for it.',
  ],
  [
    90008,
    'invalid_request',
    undefined,
    'The user or administrator has not consented to use the application. This happened because the application is misconfigured: it must require access to Microsoft Graph by specifying at least "Sign in and read user profile" permission.',
  ],
  [
    90009,
    'invalid_request',
    undefined,
    'Application is requesting a token for itself. This scenario is supported only if resource is specified using the GUID based App Identifier.',
  ],
  [
    90036,
    'server_error',
    undefined,
    'An unexpected, non-retryable error stemming from the directory service has occurred.',
  ],
  [
    90072,
    'interaction_required',
    undefined,
    'User account from an external identity provider does not exist in the tenant and cannot access the application in that tenant. The account needs to be added as an external user in the tenant first.',
  ],
  [90095, 'access_denied', undefined, 'Admin consent is required. An admin consent request was sent.'],
  [90097, 'server_error', undefined, 'An error has occurred during admin consent processing.'],
  [90100, 'invalid_request', undefined, 'A required parameter is empty or not valid.'],
  [
    500341,
    'invalid_grant',
    undefined,
    'The user account has been deleted from the directory. To sign into this application, the account must be added to the directory.',
  ],
  [
    530002,
    'interaction_required',
    'message_only',
    'Your device is required to be compliant to access this resource.',
  ],
  [
    530084,
    'invalid_grant',
    'message_only',
    'Access has been blocked by conditional access token protection policy configured by this organization.',
  ],
  [
    5000211,
    'invalid_request',
    undefined,
    'A tenant restrictions policy added to this request by a device or network administrator does not allow access to the tenant.',
  ],
  [500113, 'invalid_request', undefined, 'No reply address is registered for the application.'],
  [
    650051,
    'invalid_client',
    undefined,
    'The application is requesting permissions that are either invalid or out of date, or its service principal name is already present in the tenant.',
  ],
  [
    650052,
    'invalid_client',
    undefined,
    'The app is trying to access a service that your organization lacks a service principal for. Contact your IT Admin to review the configuration of your service subscriptions or consent to the application in order to create the required service principal.',
  ],
  [
    650056,
    'invalid_client',
    undefined,
    "Misconfigured application. This could be due to one of the following: the client has not listed any permissions in the requested permissions in the client's application registration, or the admin has not consented in the tenant.",
  ],
  [
    650057,
    'invalid_resource',
    undefined,
    "Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration.",
  ],
  [
    700005,
    'invalid_grant',
    undefined,
    'Provided Authorization Code is intended to use against other tenant, thus rejected.',
  ],
  [
    7000229,
    'unauthorized_client',
    undefined,
    'The client application is missing service principal in the tenant.',
  ],
];

/** What is known of a number; undefined for one that nobody has met yet. */
export function knownRefusal(number: number): KnownRefusal | undefined {
  const known = KNOWN[number];
  if (known !== undefined) return known;
  const row = ORDERED.find(([ordered]) => ordered === number);
  if (row === undefined) return undefined;
  const [, error, suberror, text] = row;
  return { error, ...(suberror === undefined ? {} : { suberror }), text: () => text };
}
