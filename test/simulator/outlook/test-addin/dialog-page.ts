/** The dialog of the test add-in: says hello, repeats what it is told, and can be asked to end. */
void Office.onReady().then(() => {
  Office.context.ui.addHandlerAsync(
    Office.EventType.DialogParentMessageReceived,
    (event) => Office.context.ui.messageParent(`heard ${event.message ?? ''}`),
    () => {
      document.body.dataset['ready'] = 'yes';
      Office.context.ui.messageParent('hello');
    },
  );
});
