/*
 * The page that Outlook's older clients load beside the buttons (the manifest's FunctionFile). ExtendSync's buttons only
 * open the pane, so it has no functions to offer; office.js does the rest.
 */
export {};
