/*
 * The parts of office.js that the adapters touch, for the stories of one adapter. The real office.js runs in the
 * browser's journeys.
 */

export interface FakeDialog {
  readonly closedTimes: number;
  /** What office.js hands on from the page in the dialog. */
  says(message: unknown, origin?: string): void;
  event(error: number | string): void;
}

interface OfficeOptions {
  readonly host?: string | null;
  readonly mailbox?: object;
  readonly officeTheme?: object;
  readonly roamingSettings?: object;
  readonly displayLanguage?: string;
  readonly sets?: Readonly<Record<string, string>>;
  readonly ui?: object;
}

export function fakeOffice(options: OfficeOptions = {}): typeof Office {
  const host = options.host === undefined ? 'Outlook' : options.host;
  return {
    onReady: () => Promise.resolve({ host, platform: host === null ? null : 'OfficeOnline' }),
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    EventType: {
      DialogMessageReceived: 'dialogMessageReceived',
      DialogEventReceived: 'dialogEventReceived',
      OfficeThemeChanged: 'officeThemeChanged',
      ItemChanged: 'olkItemSelectedChanged',
    },
    context: {
      mailbox: options.mailbox,
      officeTheme: options.officeTheme,
      roamingSettings: options.roamingSettings,
      displayLanguage: options.displayLanguage ?? 'de-DE',
      ui: options.ui ?? {},
      requirements: {
        isSetSupported: (set: string, version: string) =>
          (options.sets?.[set] ?? '') >= version && set in (options.sets ?? {}),
      },
    },
  } as unknown as typeof Office;
}

/** Puts office.js into the page, as its script element would; answers how to take it out. */
export function giveOffice(office: typeof Office): void {
  Object.assign(window, { Office: office });
}

export function takeOffice(): void {
  Reflect.deleteProperty(window, 'Office');
}

/** Outlook's dialog API with one dialog, as far as a pane sees it. */
export function dialogUi(how: { readonly refuses?: number; readonly silent?: boolean } = {}): {
  readonly ui: object;
  readonly asked: { url: string; options: object }[];
  readonly dialog: FakeDialog;
  /** Lets the answer of a silent host come after all. */
  answerNow(): void;
} {
  const handlers = new Map<string, (event: object) => void>();
  const asked: { url: string; options: object }[] = [];
  let closedTimes = 0;
  let answerNow = (): void => undefined;
  const dialog = {
    addEventHandler: (type: string, handler: (event: object) => void) => handlers.set(type, handler),
    close: () => {
      closedTimes += 1;
      handlers.clear();
    },
  };
  const ui = {
    displayDialogAsync: (url: string, options: object, done: (result: object) => void) => {
      asked.push({ url, options });
      answerNow = () => {
        done(
          how.refuses === undefined
            ? { status: 'succeeded', value: dialog }
            : { status: 'failed', error: { code: how.refuses } },
        );
      };
      if (how.silent !== true) queueMicrotask(answerNow);
    },
  };
  return {
    ui,
    asked,
    dialog: {
      get closedTimes() {
        return closedTimes;
      },
      says: (message, origin) =>
        handlers.get('dialogMessageReceived')?.({ message, ...(origin === undefined ? {} : { origin }) }),
      event: (error) => handlers.get('dialogEventReceived')?.({ error }),
    },
    answerNow: () => {
      answerNow();
    },
  };
}

/** Outlook's mailbox with its events; what a test changes in it, the pane reads the next time it looks. */
export function fakeMailbox(parts: object = {}): {
  readonly mailbox: Record<string, unknown>;
  /** Has the host tell of an event, as office.js hands it on. */
  tell(type: 'officeThemeChanged' | 'olkItemSelectedChanged', event?: object | null): void;
} {
  const handlers = new Map<string, (event?: object | null) => void>();
  return {
    mailbox: {
      userProfile: { displayName: 'Mia', emailAddress: 'mia@contoso.example' },
      addHandlerAsync: (type: string, handler: (event?: object | null) => void) =>
        handlers.set(type, handler),
      ...parts,
    },
    tell: (type, event) => handlers.get(type)?.(event),
  };
}

/** matchMedia for a browser in which exactly these queries are true; `change` tells the listeners. */
export function fakeMedia(trueQueries: Set<string>): { change(): void } {
  const listeners = new Set<() => void>();
  Object.assign(window, {
    matchMedia: (query: string) => ({
      get matches() {
        return trueQueries.has(query);
      },
      addEventListener: (_type: string, hear: () => void) => listeners.add(hear),
      removeEventListener: (_type: string, hear: () => void) => listeners.delete(hear),
    }),
  });
  return {
    change: () => {
      for (const hear of listeners) hear();
    },
  };
}
