/** What Exchange keeps for each mailbox: an add-in's roaming settings, the same in every browser of that person. */
export class MailboxStore {
  readonly #settings = new Map<string, Readonly<Record<string, string>>>();

  /** The settings of one mailbox: name to JSON text. */
  settingsOf(mailbox: string): Readonly<Record<string, string>> {
    return this.#settings.get(mailbox.toLowerCase()) ?? {};
  }

  save(mailbox: string, settings: Readonly<Record<string, string>>): void {
    this.#settings.set(mailbox.toLowerCase(), settings);
  }

  clear(): void {
    this.#settings.clear();
  }
}
