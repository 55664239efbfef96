/** The name of the service's own scope, exposed by the app registration as `api://<client id>/access_as_user`. */
export const OWN_SCOPE = 'access_as_user';

/** The scope that the pane asks a token for, to speak to the service. */
export const ownApiScope = (clientId: string): string => `api://${clientId}/${OWN_SCOPE}`;

/** What Entra answers where an application may ask for a token for itself by its bare id alone. */
export const ASKS_FOR_ITSELF = 'AADSTS90009';

/**
 * The same scope in the only form in which an application may ask for a token for itself where Entra answers AADSTS90009
 * (https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes).
 */
export const ownApiScopeById = (clientId: string): string => `${clientId}/${OWN_SCOPE}`;
