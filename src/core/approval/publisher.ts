/** Who publishes ExtendSync: the manifest's ProviderName, and a test holds them together. */
export const PUBLISHER = 'ExtendSync';
