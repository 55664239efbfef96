/*
 * Microsoft's pages that say what the numbers of ./entra-error-table mean. Apart from the table, so that no page ships
 * them: they are for whoever changes a row, and for the tests, which hold the two files against each other.
 */
const LEARN = 'https://learn.microsoft.com/en-us';
/** The full list of documented numbers. */
const REFERENCE = `${LEARN}/entra/identity-platform/reference-error-codes`;
/** Errors that people meet while they consent. */
const CONSENTING = `${LEARN}/entra/identity/enterprise-apps/application-sign-in-unexpected-user-consent-error`;
const TROUBLESHOOT = `${LEARN}/troubleshoot/entra/entra-id/app-integration`;
/** The pages of Outlook's and of the browser's sign-in that name numbers that the reference does not. */
const NESTED = `${LEARN}/office/dev/add-ins/develop/enable-nested-app-authentication-in-your-add-in`;
/** Conditional access numbers as an administrator meets them (written for SharePoint, the numbers are Entra's). */
const CONDITIONS = `${LEARN}/power-platform/admin/troubleshooting-conditional-access-in-authentication`;
/** Microsoft's look-up page; the source of numbers that the written documentation leaves out. */
const lookUp = (number: number): string => `https://login.microsoftonline.com/error?code=${number}`;

/** The numbers that have a page of their own. */
export const ENTRA_ERROR_SOURCES: ReadonlyMap<number, string> = new Map([
  [90093, CONSENTING],
  [90094, CONSENTING],
  [900941, CONSENTING],
  [900981, CONSENTING],
  [500011, `${TROUBLESHOOT}/error-code-aadsts500011-resource-principal-not-found`],
  [650052, `${TROUBLESHOOT}/bundle-consent-application-registrations`],
  [7000229, 'https://microsoft.github.io/teams-sdk/teams/app-authentication/troubleshooting'],
  [650051, `${LEARN}/answers/questions/2337285/azure-app-registration-0auth-authorize-error-aadst`],
  [90097, lookUp(90097)],
  [501051, `${LEARN}/entra/identity-platform/scenario-protected-web-api-app-registration`],
  [5000225, `${LEARN}/entra/fundamentals/inaccessible-tenant`],
  [7000112, `${TROUBLESHOOT}/error-code-aadsts7000112-application-is-disabled`],
  [5000211, `${LEARN}/entra/external-id/tenant-restrictions-v2`],
  [500200, lookUp(500200)],
  // Its text: "The user account … has been deleted from the … directory."
  [500341, lookUp(500341)],
  // Its text: "Access has been blocked by conditional access token protection policy configured by this organization."
  [530084, lookUp(530084)],
  [530002, lookUp(530002)],
  [530021, NESTED],
  [530004, CONDITIONS],
  [530003, CONDITIONS],
  [700003, `${TROUBLESHOOT}/error-code-aadsts700003-device-object-not-found`],
  [50158, CONDITIONS],
  [650056, `${TROUBLESHOOT}/error-code-aadsts650056-misconfigured-app`],
  [650059, lookUp(650059)],
  [650053, lookUp(650053)],
  [700046, NESTED],
  [9002325, lookUp(9002325)],
  [9002326, lookUp(9002326)],
  [9002327, lookUp(9002327)],
  [500113, lookUp(500113)],
  [65005, CONSENTING],
  // The texts of both name it.
  [700021, `${LEARN}/entra/identity-platform/certificate-credentials`],
  [700024, `${LEARN}/entra/identity-platform/certificate-credentials`],
  [7000218, `${TROUBLESHOOT}/confidential-client-application-authentication-error-aadsts7000218`],
]);

/** The page that says what a number of the table means. Without one of its own, it is documented in the reference. */
export const sourceOf = (number: number): string => ENTRA_ERROR_SOURCES.get(number) ?? REFERENCE;
