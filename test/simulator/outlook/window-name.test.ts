import { simulatedHostIn, windowNameOf } from './window-name';

const pane = {
  conversationId: 'talk',
  controlId: 'control',
  hostOrigin: 'https://localhost:3001',
  locale: 'ar-SA',
  kind: 'pane',
  simulated: { bridge: true, popups: 'blocked', trouble: 'office-late' },
} as const;

test("a frame's name tells office.js its host and where to send messages", () => {
  expect(JSON.parse(windowNameOf(pane))).toMatchObject({
    hostInfo: 'Outlook$Web$16.01$ar-SA$control$$$0',
    xdmInfo: 'talk|control|https://localhost:3001/',
    serializerVersion: 1,
  });
  expect(JSON.parse(windowNameOf({ ...pane, kind: 'dialog' }))).toMatchObject({
    hostInfo: 'Outlook$Web$16.01$ar-SA$control$isDialog$$0',
  });
});

test('the injected script reads back what the host put in', () => {
  expect(simulatedHostIn(windowNameOf(pane))).toEqual({
    bridge: true,
    popups: 'blocked',
    trouble: 'office-late',
  });
});

test.each([
  ['an empty name', ''],
  ['a name of another page', 'printing'],
  ['JSON without our part', '{"hostInfo":"x"}'],
  ['null', 'null'],
  ['our part without its fields', '{"simulatedHost":{}}'],
  ['our part as text', '{"simulatedHost":"yes"}'],
])('%s means: not opened by the simulated Outlook', (_what, name) => {
  expect(simulatedHostIn(name)).toBeUndefined();
});
