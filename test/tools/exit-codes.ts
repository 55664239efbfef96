/**
 * How a check ends that could not look: neither well nor badly, so that nobody takes it for passed. The number is that of
 * automake's tests (https://www.gnu.org/software/automake/manual/html_node/Scripts_002dbased-Testsuites.html).
 */
export const SKIPPED = 77;
