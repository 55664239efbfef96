/*
 * The part of MSAL that a host with a bridge needs: nested app authentication, named so that the bundler can leave the
 * rest out. Loaded by import() alone. In the built pages it knows no standard client (webpack.config.js): where the host's
 * broker fails, standard-library.ts is fetched.
 */
export { createNestablePublicClientApplication, PublicClientApplication, version } from '@azure/msal-browser';
