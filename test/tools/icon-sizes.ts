/**
 * Pixels of every icon that the manifest names: 64 and 128 for the add-in itself, 16, 32 and 80 for its button, and for
 * the button in Outlook on phones 25, 32 and 48 at scales 1 to 3
 * (https://learn.microsoft.com/javascript/api/manifest/icon).
 */
export const ICON_SIZES = [16, 25, 32, 48, 50, 64, 75, 80, 96, 128, 144] as const;
