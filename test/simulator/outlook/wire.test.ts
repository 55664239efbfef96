import { answerTo, eventFor, notification, parsePaneRequest, resultCode } from './wire';

const ORIGIN = 'https://localhost:3001';

function fromPane(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    _messageType: 0,
    _actionType: 0,
    _actionName: 'GetInitialData',
    _conversationId: 'talk',
    _correlationId: 7,
    _origin: 'https://localhost:3000',
    _data: { MethodData: { ControlId: 'pane', DispatchId: 1 } },
    _serializerVersion: 1,
    ...fields,
  });
}

test('a request of office.js is read with its action, ids and data', () => {
  expect(parsePaneRequest(fromPane({}))).toEqual({
    action: 'invoke',
    name: 'GetInitialData',
    conversationId: 'talk',
    correlationId: 7,
    data: { MethodData: { ControlId: 'pane', DispatchId: 1 } },
  });
  expect(parsePaneRequest(fromPane({ _actionType: 1 }))?.action).toBe('register-event');
  expect(parsePaneRequest(fromPane({ _actionType: 2 }))?.action).toBe('unregister-event');
});

test.each([
  ['an object', { _messageType: 0 }],
  ['nothing', undefined],
  ['empty text', ''],
  ['text that is no JSON', '{"_messageType":0'],
  ['JSON that is no object', '[0]'],
  ['null', 'null'],
  ['a response', fromPane({ _messageType: 1 })],
  ['an unknown action', fromPane({ _actionType: 9 })],
  ['an action that is no number', fromPane({ _actionType: 'invoke' })],
  ['no name', fromPane({ _actionName: undefined })],
  ['a name that is no text', fromPane({ _actionName: 3 })],
  ['no conversation', fromPane({ _conversationId: undefined })],
  ['a correlation that is no number', fromPane({ _correlationId: '7' })],
])('%s is no request', (_what, message) => {
  expect(parsePaneRequest(message)).toBeUndefined();
});

test('an answer names the request and says whether it worked', () => {
  const request = parsePaneRequest(fromPane({}));
  if (!request) throw new Error('unreadable');
  expect(JSON.parse(answerTo(request, ORIGIN, { some: 'data' }))).toEqual({
    _messageType: 1,
    _responseType: 0,
    _actionName: 'GetInitialData',
    _conversationId: 'talk',
    _correlationId: 7,
    _origin: ORIGIN,
    _serializerVersion: 1,
    _errorCode: 0,
    _data: { some: 'data' },
  });
  expect(JSON.parse(answerTo(request, ORIGIN, null, resultCode.accessDenied))).toMatchObject({
    _errorCode: -5,
  });
});

test('an event reuses the ids of the registration and is told apart from an answer', () => {
  const registration = parsePaneRequest(fromPane({ _actionType: 1, _actionName: 'officeThemeChanged' }));
  if (!registration) throw new Error('unreadable');
  expect(JSON.parse(eventFor(registration, ORIGIN, { 0: '{}' }))).toMatchObject({
    _messageType: 1,
    _responseType: 1,
    _actionName: 'officeThemeChanged',
    _correlationId: 7,
    _data: { 0: '{}' },
  });
});

test('a notification goes to the conversation that office.js keeps for the host', () => {
  expect(JSON.parse(notification('talk', ORIGIN, 11, 1))).toMatchObject({
    _messageType: 0,
    _actionName: 'Office_notifyAgave',
    _conversationId: 'talk_ntf',
    _data: [11],
  });
});
