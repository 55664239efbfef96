/**
 * The pane's own icons, on a grid of 20 by 20, drawn with lines of 1.5. Each is a list of path data. An icon that
 * points along the line of text says so in MIRRORED_IN_RTL: it is mirrored where text runs from right to left. So is
 * the question mark, which Arabic writes the other way round.
 */
export const ICON_PATHS = {
  check: ['M4.5 10.5l3.6 3.6 7.4-8'],
  cross: ['M5.5 5.5l9 9', 'M14.5 5.5l-9 9'],
  question: ['M7.4 7.6a2.6 2.6 0 115.2 0c0 1.9-2.6 2.2-2.6 4.1', 'M10 14.6v.1'],
  dash: ['M6 10h8'],
  clock: ['M10 6v4.2l2.7 1.8', 'M10 3a7 7 0 110 14 7 7 0 010-14z'],
  building: [
    'M4.5 17V4.8c0-.7.6-1.3 1.3-1.3h5.4c.7 0 1.3.6 1.3 1.3V17',
    'M12.5 8.5h1.9c.6 0 1.1.5 1.1 1.1V17',
    'M3 17h14',
    'M7.2 7h.1M9.7 7h.1M7.2 10h.1M9.7 10h.1M7.2 13h.1M9.7 13h.1',
  ],
  person: ['M10 10.2a3.3 3.3 0 100-6.6 3.3 3.3 0 000 6.6z', 'M3.8 16.6c.7-2.6 3.2-4 6.2-4s5.5 1.4 6.2 4'],
  shield: ['M10 2.8l5.7 2.2v4.5c0 3.6-2.3 6.2-5.7 7.7-3.4-1.5-5.7-4.1-5.7-7.7V5z', 'M7.3 10l1.9 1.9 3.5-3.8'],
  share: ['M16.5 3.5L9 11', 'M16.5 3.5l-4.7 13-2.8-5.5-5.5-2.8z'],
  copy: [
    'M7.5 6.5h7c.6 0 1 .4 1 1v8c0 .6-.4 1-1 1h-7c-.6 0-1-.4-1-1v-8c0-.6.4-1 1-1z',
    'M4.5 13.5v-9c0-.6.4-1 1-1h7',
  ],
  mail: ['M3.5 5h13c.6 0 1 .4 1 1v8c0 .6-.4 1-1 1h-13c-.6 0-1-.4-1-1V6c0-.6.4-1 1-1z', 'M3 6.5l7 4.5 7-4.5'],
  draft: ['M12.8 4l3.2 3.2-8.3 8.3-4 .8.8-4z', 'M11 5.8L14.2 9'],
  chat: [
    'M4.5 3.8h11c.8 0 1.5.7 1.5 1.5v6.4c0 .8-.7 1.5-1.5 1.5H9.3L6 16.2v-3H4.5c-.8 0-1.5-.7-1.5-1.5V5.3c0-.8.7-1.5 1.5-1.5z',
  ],
  refresh: ['M16 10a6 6 0 11-1.9-4.4', 'M16.2 3v3.3h-3.3'],
  chevron: ['M5.5 8l4.5 4.5L14.5 8'],
  forward: ['M8 5.5l4.5 4.5L8 14.5'],
  back: ['M16 10H4.5', 'M9 5.5L4.5 10 9 14.5'],
  pause: ['M7.5 5.5v9', 'M12.5 5.5v9'],
  offline: [
    'M3.5 8.3A9.6 9.6 0 0110 6c2.4 0 4.7.8 6.5 2.3',
    'M6 11.3a6 6 0 018 0',
    'M10 14.8v.1',
    'M4 3.5l12 13',
  ],
  key: [
    'M12.6 3.5a3.9 3.9 0 11-1.2 7.6L10 12.5H8.2v1.8H6.4v1.8H3.7v-2.7l5.2-5.2a3.9 3.9 0 013.7-4.7z',
    'M13.3 6.7v.1',
  ],
  info: ['M10 3a7 7 0 110 14 7 7 0 010-14z', 'M10 9.2v4.3', 'M10 6.6v.1'],
  more: ['M4.5 10h1m4 0h1m4 0h1M5 9.5v1m5-1v1m5-1v1'],
  warning: ['M10 3.3l7.2 12.9H2.8z', 'M10 8v3.7', 'M10 13.8v.1'],
  blocked: ['M10 3a7 7 0 110 14 7 7 0 010-14z', 'M5.2 14.8l9.6-9.6'],
  trash: [
    'M4 5.5h12',
    'M8 5.5V4c0-.3.2-.5.5-.5h3c.3 0 .5.2.5.5v1.5',
    'M5.5 5.5l.7 10c0 .6.5 1 1 1h5.6c.5 0 1-.4 1-1l.7-10',
  ],
  people: [
    'M7.5 9.7a2.9 2.9 0 100-5.8 2.9 2.9 0 000 5.8z',
    'M2.5 15.9c.5-2.3 2.5-3.6 5-3.6s4.5 1.3 5 3.6',
    'M13 4.3a2.7 2.7 0 010 5',
    'M14.3 12.5c1.7.4 2.9 1.6 3.2 3.4',
  ],
  list: [
    'M8.5 5.5h8',
    'M8.5 10h8',
    'M8.5 14.5h8',
    'M3.5 5.5l1 1 1.8-2',
    'M3.5 10l1 1 1.8-2',
    'M3.5 14.5l1 1 1.8-2',
  ],
  screen: [
    'M4 4h12c.6 0 1 .4 1 1v7.5c0 .6-.4 1-1 1H4c-.6 0-1-.4-1-1V5c0-.6.4-1 1-1z',
    'M7.5 16.5h5',
    'M10 13.5v3',
  ],
  open: [
    'M11.5 3.5h5v5',
    'M16.5 3.5L9.5 10.5',
    'M14.5 11.5v4c0 .6-.4 1-1 1h-9c-.6 0-1-.4-1-1v-9c0-.6.4-1 1-1h4',
  ],
  download: ['M10 3.5v9', 'M6 9l4 4 4-4', 'M4 16.5h12'],
  circle: ['M10 3.5a6.5 6.5 0 110 13 6.5 6.5 0 010-13z'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type IconName = keyof typeof ICON_PATHS;

export const MIRRORED_IN_RTL: ReadonlySet<IconName> = new Set<IconName>([
  'forward',
  'back',
  'share',
  'open',
  'list',
  'question',
]);
