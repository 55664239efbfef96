import { createBrowserFiles } from '../../../src/adapters/browser/files';
import { ManualClock } from '../../support/manual-clock';

interface Download {
  readonly name: string;
  readonly text: string;
}

/** A browser that downloads: jsdom knows neither addresses of blobs nor downloads. */
function downloadingBrowser(): {
  readonly downloads: Promise<Download>[];
  readonly open: ReadonlySet<string>;
  readonly types: readonly string[];
  readonly stop: () => void;
} {
  const blobs = new Map<string, Blob>();
  const downloads: Promise<Download>[] = [];
  const types: string[] = [];
  Object.assign(window.URL, {
    createObjectURL: (blob: Blob) => {
      const address = `blob:https://extendsync.example/${String(blobs.size)}`;
      blobs.set(address, blob);
      return address;
    },
    revokeObjectURL: (address: string) => blobs.delete(address),
  });
  const press = (event: Event): void => {
    const link = event.target as HTMLAnchorElement;
    const blob = blobs.get(link.href);
    event.preventDefault();
    if (blob) types.push(blob.type);
    if (blob) downloads.push(textOf(blob).then((text) => ({ name: link.download, text })));
  };
  document.addEventListener('click', press);
  return {
    downloads,
    types,
    open: {
      has: (address: string) => blobs.has(address),
      get size() {
        return blobs.size;
      },
    } as ReadonlySet<string>,
    stop: () => {
      document.removeEventListener('click', press);
      Reflect.deleteProperty(window.URL, 'createObjectURL');
      Reflect.deleteProperty(window.URL, 'revokeObjectURL');
    },
  };
}

const textOf = (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.readAsText(blob);
  });

test('a file is offered under its name, and its blob is let go once it was taken', async () => {
  const browser = downloadingBrowser();
  const clock = new ManualClock();
  const files = createBrowserFiles(window, clock);
  expect(await files.save('diagnostics.json', '{"a":"ü"}')).toBe(true);
  expect(await Promise.all(browser.downloads)).toEqual([{ name: 'diagnostics.json', text: '{"a":"ü"}' }]);
  expect(browser.open.size).toBe(1);
  await clock.advance(10_000);
  expect(browser.open.size).toBe(0);
  expect(document.querySelector('a')).toBeNull();
  browser.stop();
});

test('what is a file already stays what it is', async () => {
  const browser = downloadingBrowser();
  const clock = new ManualClock();
  const files = createBrowserFiles(window, clock);
  await files.save('list.csv', new Blob(['a,b'], { type: 'text/csv' }));
  expect(await Promise.all(browser.downloads)).toEqual([{ name: 'list.csv', text: 'a,b' }]);
  expect(browser.types).toEqual(['text/csv']);
  await clock.advance(10_000);
  browser.stop();
});

test('a browser that refuses is told of, and nothing is left behind', async () => {
  const clock = new ManualClock();
  // jsdom has no addresses of blobs: to ask for one throws, as a locked-down browser does.
  expect(await createBrowserFiles(window, clock).save('diagnostics.json', '{}')).toBe(false);
  expect(clock.pending).toBe(0);
  expect(document.querySelector('a')).toBeNull();
});
