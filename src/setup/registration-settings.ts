import type { Cloud } from '../core/cloud';
import type { Installation } from '../core/registration/wanted';
import { SettingsError } from '../service/settings-error';
import { cloudOf, readFields } from '../service/settings-fields';

/** What the registration takes from the settings; the others may come later. */
export interface RegistrationSettings {
  readonly installation: Installation;
  readonly cloud: Cloud;
  readonly clientId: string | undefined;
  readonly homeTenant: string | undefined;
  readonly secret: string | undefined;
  readonly certificateFile: string | undefined;
  /** What the service and the build must be told as well, as it was given. */
  readonly given: Readonly<Record<string, string>>;
}

const PASSED_ON = ['PUBLIC_ORIGIN', 'PANE_ORIGIN', 'CLOUD', 'LOGIN_ORIGIN', 'GRAPH_ORIGIN'] as const;

/** Throws a `SettingsError` that names what is wrong or missing. */
export function readRegistrationSettings(
  environment: Readonly<Record<string, string | undefined>>,
): RegistrationSettings {
  const { values, problems } = readFields(environment, [
    ...PASSED_ON,
    'HOME_TENANT',
    // A wrong client id is no reason to register anew; none is.
    ...(environment['CLIENT_ID'] ? (['CLIENT_ID'] as const) : []),
  ]);
  if (problems['PUBLIC_ORIGIN'] && !environment['PUBLIC_ORIGIN']) {
    problems['PUBLIC_ORIGIN'] =
      'is missing: give the https origin under which browsers will reach the service, with --origin';
  }
  const cloud = cloudOf(values, problems);
  const { PUBLIC_ORIGIN: publicOrigin, PANE_ORIGIN: paneOrigin } = values;
  if (Object.keys(problems).length > 0 || !cloud || !publicOrigin) {
    throw new SettingsError(problems, 'The application cannot be registered');
  }
  return {
    installation: { publicOrigin, paneOrigin: paneOrigin ?? publicOrigin },
    cloud,
    clientId: values.CLIENT_ID,
    homeTenant: values.HOME_TENANT,
    secret: values.CLIENT_SECRET,
    certificateFile: values.CLIENT_CERTIFICATE_FILE,
    given: Object.fromEntries(
      PASSED_ON.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
    ),
  };
}
