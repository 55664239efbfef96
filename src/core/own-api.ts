/** The name of the service's own scope, exposed by the app registration as `api://<client id>/access_as_user`. */
export const OWN_SCOPE = 'access_as_user';

/** The scope that the pane asks a token for, to speak to the service. */
export const ownApiScope = (clientId: string): string => `api://${clientId}/${OWN_SCOPE}`;
