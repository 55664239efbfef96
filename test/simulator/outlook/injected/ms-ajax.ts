/**
 * A clean-room stand-in for the part of MicrosoftAjax.js that office.js touches. office.js otherwise fetches that file
 * from ajax.aspnetcdn.com, which a simulated world without internet does not have; it skips the fetch when the names
 * below exist. Written from the list of names that office.js 1.1.110 uses, not from Microsoft's file.
 */

type Loose = Record<string, unknown>;

class StringBuilder {
  readonly #parts: string[] = [];

  append(text: unknown): this {
    this.#parts.push(String(text));
    return this;
  }

  toString(): string {
    return this.#parts.join('');
  }
}

function registerNamespace(name: string): void {
  let level = window as unknown as Loose;
  for (const part of name.split('.')) {
    level[part] ??= {};
    level = level[part] as Loose;
  }
}

function registerClass(this: unknown): unknown {
  return this;
}

function hide(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false });
}

const noComplaint = (): null => null;

/** Puts the names that office.js asks for into the page, each only where nothing is there yet. */
export function provideMicrosoftAjax(): void {
  const page = window as unknown as Loose;
  page['Type'] ??= Function;
  page['Sys'] ??= {
    StringBuilder,
    Serialization: {
      JavaScriptSerializer: {
        serialize: (value: unknown): string => JSON.stringify(value),
        deserialize: (text: string): unknown => JSON.parse(text),
      },
    },
    Debug: { trace: (): void => undefined },
    Browser: { agent: undefined, InternetExplorer: 'InternetExplorer' },
  };
  hide(Function, 'registerNamespace', registerNamespace);
  hide(Function.prototype, 'registerClass', registerClass);
  hide(Function, '_validateParams', noComplaint);
  hide(Function, '_validateParameter', noComplaint);
  hide(
    Error,
    'argument',
    (name?: string, text?: string) => new Error(`Argument ${name ?? ''}: ${text ?? ''}`),
  );
  hide(Error, 'parameterCount', (text?: string) => new Error(text ?? 'Parameter count mismatch.'));
}
