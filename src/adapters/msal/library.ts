/*
 * The part of MSAL that the pane uses, named one by one so that the bundler can leave the rest out. Loaded by import()
 * from msal-client only.
 */
export {
  createNestablePublicClientApplication,
  createStandardPublicClientApplication,
  PublicClientApplication,
  version,
} from '@azure/msal-browser';
