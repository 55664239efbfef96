/*
 * The standard client with the sign-in that leaves the page (webpack.config.js), for a browser that opens no window. Loaded by
 * import() alone, where somebody has to go that way.
 */
export { createStandardPublicClientApplication, version } from '@azure/msal-browser';
