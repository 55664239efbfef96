/*
 * The part of MSAL that talks to Microsoft itself, in frames and windows. Loaded by import() alone, where the host has no
 * bridge to its broker, or where the broker fails.
 */
export { createStandardPublicClientApplication, version } from '@azure/msal-browser';
