import { ask, type Answer } from './https-client';

/** What is on screen: the buttons with their forms, as somebody without a mouse would hear them. */
interface Button {
  readonly name: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly checkboxes: readonly string[];
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescape(value);
}

/** A button's accessible name: its text without what is hidden from assistive technology. */
function buttonName(html: string): string {
  const shown = html
    .replace(/<span class="face" aria-hidden="true">[^<]*<\/span>/g, '')
    .replace(/<[^>]+>/g, '');
  return unescape(shown.replace(/\s+/g, ' ').trim());
}

/** Somebody's browser, as far as screens and cookies go: opens addresses, presses buttons, stops at addresses of other origins. */
export class Browser {
  readonly #ca: string;
  readonly #origin: string;
  readonly #ask: typeof ask;
  #cookies = new Map<string, string>();
  #page: Answer | undefined;
  #address = '';

  /** @param asking how it asks: for who counts what is still unanswered */
  constructor(origin: string, ca: string, asking: typeof ask = ask) {
    this.#origin = origin;
    this.#ca = ca;
    this.#ask = asking;
  }

  get page(): Answer {
    if (this.#page === undefined) throw new Error('No page is open');
    return this.#page;
  }

  /** Where a redirect to the application led; throws when a page is shown instead. */
  get landedAt(): URL {
    const { location } = this.page.headers;
    if (location === undefined) throw new Error(`No redirect, but a page: ${this.text}`);
    return new URL(location);
  }

  /** The page's text without markup. */
  get text(): string {
    return unescape(
      this.page.text
        .replace(/<(style|script|title)[\s\S]*?<\/\1>/g, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' '),
    );
  }

  get buttons(): readonly string[] {
    return this.#buttons().map((button) => button.name);
  }

  async open(address: string): Promise<void> {
    await this.#go(address);
  }

  /** Presses the button of that name, with the named check boxes ticked. */
  async press(name: string, ticked: readonly string[] = []): Promise<void> {
    const button = this.#buttons().find((candidate) => candidate.name === name);
    if (button === undefined) throw new Error(`No button '${name}' among: ${this.buttons.join(' | ')}`);
    const form = new URLSearchParams(button.fields);
    for (const box of ticked) {
      if (!button.checkboxes.includes(box)) throw new Error(`No check box '${box}'`);
      form.set(box, 'yes');
    }
    await this.#go(new URL(button.action, this.#address).href, form.toString());
  }

  async #go(address: string, body?: string): Promise<void> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#ask(address, this.#ca, {
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    this.#address = address;
    this.#page = answer;
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [pair] = line.split(';');
      const at = pair?.indexOf('=') ?? -1;
      if (pair !== undefined && at > 0) this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const { location } = answer.headers;
    if (location?.startsWith(`${this.#origin}/`)) await this.#go(location);
  }

  #buttons(): readonly Button[] {
    const forms = this.page.text.match(/<form [\s\S]*?<\/form>/g) ?? [];
    return forms.flatMap((form) => {
      const action = attribute(form, 'action') ?? '';
      const inputs = form.match(/<input [^>]*>/g) ?? [];
      const hidden = Object.fromEntries(
        inputs
          .filter((input) => attribute(input, 'type') === 'hidden')
          .map((input) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? '']),
      );
      const checkboxes = inputs
        .filter((input) => attribute(input, 'type') === 'checkbox')
        .map((input) => attribute(input, 'name') ?? '');
      return (form.match(/<button [\s\S]*?<\/button>/g) ?? []).map((html) => {
        const name = attribute(html, 'name');
        return {
          name: buttonName(html),
          action,
          checkboxes,
          fields: { ...hidden, ...(name === undefined ? {} : { [name]: attribute(html, 'value') ?? '' }) },
        };
      });
    });
  }
}
