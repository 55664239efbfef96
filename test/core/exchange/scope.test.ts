import { dirname, join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type * as TreeSitter from '@vscode/tree-sitter-wasm';
import type { Node, Parser } from '@vscode/tree-sitter-wasm';
import fc from 'fast-check';
import { parseGroup, parseMailbox, type GroupName } from '../../../src/core/exchange/names';
import { exchangeRoleFor } from '../../../src/core/exchange/roles';
import { exchangeScopeScript, type ExchangeScopeRequest } from '../../../src/core/exchange/scope';
import { testScript } from '../../../src/core/exchange/test-script';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { parseDomain } from '../../../src/core/tenant';

const CLIENT_ID = '33333333-aaaa-4bbb-8ccc-333333333333';

// A real grammar of PowerShell reads the scripts: what it calls a literal is not ours to say.
let parser: Parser;
beforeAll(async () => {
  // The parser's loader imports on demand, which jest's module system cannot: Node's own loads it.
  const requireOf = runInThisContext(
    `(file) => process.getBuiltinModule('node:module').createRequire(file)`,
  ) as (file: string) => NodeJS.Require;
  const nodeRequire = requireOf(__filename);
  const treeSitter = nodeRequire('@vscode/tree-sitter-wasm') as typeof TreeSitter;
  const folder = dirname(nodeRequire.resolve('@vscode/tree-sitter-wasm'));
  await treeSitter.Parser.init();
  parser = new treeSitter.Parser();
  parser.setLanguage(await treeSitter.Language.load(join(folder, 'tree-sitter-powershell.wasm')));
});
afterAll(() => parser.delete());

function parse(script: string): Node {
  const tree = parser.parse(script);
  if (tree === null) throw new Error('The parser gave nothing');
  return tree.rootNode;
}

const all = (node: Node, type: string): readonly Node[] =>
  node.descendantsOfType(type).filter((found) => found !== null);

/** The value of a literal in single quotes, read by its own few lines and not by the product's. */
function literalValue(text: string): string {
  if (!/^'.*'$/s.test(text)) throw new Error(`No literal in single quotes: ${text}`);
  return text
    .slice(1, -1)
    .split("''")
    .map((part) => {
      if (part.includes("'")) throw new Error(`A lone quote in ${text}`);
      return part;
    })
    .join("'");
}

/** What .NET's Regex.Unescape makes of the escapes that may stand in the script; any other is an error. */
function regexUnescaped(text: string): string {
  let value = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '\\') value += text[at];
    else if (text[at + 1] === '\\') {
      value += '\\';
      at += 1;
    } else {
      const hex = /^u([0-9A-F]{4})/.exec(text.slice(at + 1))?.[1];
      if (hex === undefined) throw new Error(`An escape that is not known: ${text.slice(at, at + 6)}`);
      value += String.fromCharCode(Number.parseInt(hex, 16));
      at += 5;
    }
  }
  return value;
}

/** The literal that stands in the first `[regex]::Unescape(...)`, as the grammar sees it. */
function unescapedLiteral(script: string, root: Node): Node {
  const call = '[regex]::Unescape(';
  const literal = root.descendantForIndex(script.indexOf(call) + call.length);
  if (literal?.type !== 'verbatim_string_characters') throw new Error(`No literal but ${literal?.type}`);
  return literal;
}

/** The tree of the script as the grammar sees it, and its text around the given literal. */
const structure = (script: string, root: Node, literal: Node): string =>
  `${root.toString()}\n${script.slice(0, literal.startIndex)}<the name>${script.slice(literal.endIndex)}`;

function group(text: string): GroupName {
  const parsed = parseGroup(text);
  if (!parsed.ok) throw new Error(`Refused: ${parsed.problem}`);
  return parsed.name;
}

function scope(request: Partial<ExchangeScopeRequest> = {}) {
  const answer = exchangeScopeScript({
    group: group('Sales'),
    clientId: CLIENT_ID,
    permissions: PERMISSION_SET,
    ...request,
  });
  if (!answer.ok) throw new Error(answer.problem);
  return answer;
}

/** The name that the script will look for, as PowerShell would read it. */
function nameInScript(script: string): { readonly name: string; readonly structure: string } {
  const root = parse(script);
  expect(root.hasError).toBe(false);
  const literal = unescapedLiteral(script, root);
  return { name: regexUnescaped(literalValue(literal.text)), structure: structure(script, root, literal) };
}

// Characters that have a meaning in PowerShell, in filters, in regular expressions or in the code pages of Windows.
const NASTY = [
  "'",
  '"',
  '`',
  '$',
  '(',
  ')',
  '{',
  '}',
  ';',
  '|',
  '&',
  '#',
  '@',
  '<',
  '>',
  '%',
  '\\',
  '\\u0027',
  '\\x27',
  '\u2018',
  '\u2019',
  '\u201A',
  '\u201B',
  '\u201C',
  '\u201D',
  '\u201E',
  // In UTF-8 these end in the bytes 0x91, 0x92 and 0x82: typographic quotes in the code page 1252.
  '\u0451',
  '\u0452',
  '\u0442',
  ' ',
  '-WhatIf:$false',
  '$(Remove-Mailbox)',
  "@'",
  "'@",
  '😀',
  'é',
  'عربى',
];
const anyName = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc
      .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme-ascii', maxLength: 3 })), {
        minLength: 1,
        maxLength: 20,
      })
      .map((parts) => parts.join('')),
  )
  .filter((text) => parseGroup(text).ok);

describe('the name of a group', () => {
  test.each([
    'Sales',
    'sales@contoso.com',
    "O'Brien's team",
    'Vertrieb München',
    'فريق المبيعات',
    'می\u200Cخواهم',
    '7c7599b2-23af-45e3-99ff-0025d148e929',
  ])('%s is taken as it is', (text) => {
    expect(parseGroup(text)).toEqual({ ok: true, name: text });
  });

  test('blanks around it are not meant', () => {
    expect(parseGroup('  Sales \t')).toEqual({ ok: true, name: 'Sales' });
  });

  test.each([
    ['nothing', '', 'empty'],
    ['blanks', '   ', 'empty'],
    ['more than any name has', 'x'.repeat(257), 'too-long'],
    ['a line break', 'Sales\nRemove-Mailbox', 'control-characters'],
    ['a line break at its end', 'Sales\n', 'control-characters'],
    ['a line separator', 'Sales\u2028x', 'control-characters'],
    ['a null', 'Sales\0', 'control-characters'],
    ['an override of direction', 'Sales\u202Exe', 'hidden-characters'],
    ['a space that nobody sees', 'Sa\u200Bles', 'hidden-characters'],
    ['half a character', 'Sales\uD83D', 'broken-characters'],
    ['a wildcard', 'Sales*', 'wildcard'],
  ])('%s is refused', (_, text, problem) => {
    expect(parseGroup(text)).toEqual({ ok: false, problem });
    expect(parseMailbox(text)).toEqual({ ok: false, problem });
  });

  test('the longest name fits', () => {
    expect(parseGroup('x'.repeat(256)).ok).toBe(true);
  });
});

describe('no name can become a part of the script', () => {
  test('each comes out as one literal with its value, and the statements stay the same', () => {
    const reference = nameInScript(scope().script);
    expect(reference.name).toBe('Sales');
    fc.assert(
      fc.property(anyName, (text) => {
        const seen = nameInScript(scope({ group: group(text) }).script);
        expect(seen.name).toBe(group(text));
        expect(seen.structure).toBe(reference.structure);
      }),
      { numRuns: 100 },
    );
  });

  test('the check would notice a name that breaks out', () => {
    const { script } = scope();
    const reference = nameInScript(script).structure;
    const broken = script.replace("Unescape('Sales')", "Unescape('Sales'); Remove-Mailbox ('x')");
    expect(broken).not.toBe(script);
    expect(nameInScript(broken).structure).not.toBe(reference);
  });

  test('the script is ASCII, so every code page and every quote of PowerShell reads it alike', () => {
    fc.assert(
      fc.property(anyName, (text) => {
        const name = group(text);
        const { script } = scope({ group: name });
        expect(script).toMatch(/^[\n -~]*$/);
        const test = testScript({ clientId: CLIENT_ID, mailbox: name as never });
        expect(test).toMatch(/^[\n -~]*$/);
      }),
    );
  });

  test('a mailbox to test with is a literal as well', () => {
    const reference = testScript({ clientId: CLIENT_ID });
    if (reference === undefined) throw new Error('No script');
    fc.assert(
      fc.property(anyName, (text) => {
        const mailbox = parseMailbox(text);
        if (!mailbox.ok) throw new Error(mailbox.problem);
        const script = testScript({ clientId: CLIENT_ID, mailbox: mailbox.name });
        if (script === undefined) throw new Error('No script');
        expect(nameInScript(script)).toEqual({
          name: mailbox.name,
          structure: nameInScript(reference).structure,
        });
      }),
      { numRuns: 100 },
    );
  });

  test('ids that are no GUIDs make no script', () => {
    const request = { group: group('Sales'), permissions: PERMISSION_SET };
    const forged = `${CLIENT_ID}'; Remove-Mailbox x; '`;
    expect(exchangeScopeScript({ ...request, clientId: forged })).toEqual({
      ok: false,
      problem: 'client-id',
    });
    expect(testScript({ clientId: forged })).toBeUndefined();
  });
});

/** The commands of a script with the text of each. */
const commandsOf = (script: string): readonly { readonly name: string; readonly text: string }[] =>
  all(parse(script), 'command').map((command) => ({
    name: command.childForFieldName('command_name')?.text ?? '',
    text: command.text,
  }));

/** What changes something in Exchange. */
const CHANGES = /^(?:New|Set|Remove|Add|Enable|Disable)-/;

describe('what the script does', () => {
  test('it assigns a role for each permission that Exchange can limit, and names the others', () => {
    const { roles, leftOut, script } = scope();
    expect(roles).toEqual(['Application Mail.ReadWrite', 'Application Calendars.ReadWrite']);
    expect(leftOut).toEqual(['application:User.Read.All', 'application:Directory.Read.All']);
    const literals = all(parse(script), 'verbatim_string_characters').map(({ text }) => literalValue(text));
    for (const role of roles) expect(literals.filter((one) => one === role)).toHaveLength(1);
    expect(literals).not.toContain('User.Read.All');
    expect(script).toContain(`$revokeInEntra = @('Mail.ReadWrite', 'Calendars.ReadWrite')`);
  });

  test('it uses the commands of RBAC for Applications and no others that change anything', () => {
    const names = commandsOf(scope().script)
      .map(({ name }) => name)
      .filter((name) => CHANGES.test(name));
    expect([...new Set(names)].toSorted()).toEqual([
      'New-ManagementRoleAssignment',
      'New-ServicePrincipal',
      'Set-ManagementRoleAssignment',
    ]);
  });

  test('it asks before each change: every change stands in a branch of ShouldProcess', () => {
    const changes = all(parse(scope().script), 'command').filter((command) =>
      CHANGES.test(command.childForFieldName('command_name')?.text ?? ''),
    );
    expect(changes).toHaveLength(3);
    for (const change of changes) {
      let asked = false;
      for (let node = change.parent; node !== null; node = node.parent) {
        const condition = node.type === 'if_statement' ? node.childForFieldName('condition') : null;
        if (condition?.text.startsWith('$PSCmdlet.ShouldProcess(') === true) asked = true;
      }
      expect({ change: change.text, asked }).toEqual({ change: change.text, asked: true });
    }
    expect(scope().script).toContain(`[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]`);
  });

  test('it stops at the first error: every command of Exchange says so, but questions whether something exists', () => {
    const exchange = commandsOf(scope().script).filter(({ name }) =>
      /-(?:Group|DistributionGroupMember|UnifiedGroupLinks|ServicePrincipal\w*|Management\w+|AcceptedDomain|ExchangeOnline)$/.test(
        name,
      ),
    );
    expect(exchange.length).toBeGreaterThanOrEqual(10);
    for (const { name, text } of exchange) {
      const mayBeAbsent = /^Get-(?:ServicePrincipal|Management\w+|AcceptedDomain)$/.test(name);
      expect(text).toContain(mayBeAbsent ? '-ErrorAction SilentlyContinue' : '-ErrorAction Stop');
    }
  });

  test('what a Get command answers is looked through by the exact name or id, should it answer everything', () => {
    const pipelines = all(parse(scope().script), 'pipeline').map(({ text }) => text);
    const byIdentity = commandsOf(scope().script).filter(({ text }) => /^Get-.* -Identity /.test(text));
    // The members are asked for by the id of the group that was found: it exists.
    const asking = byIdentity.filter(({ text }) => !text.includes('-Identity $groupId'));
    expect(byIdentity).toHaveLength(asking.length + 2);
    expect(asking.map(({ name }) => name).toSorted()).toEqual([
      'Get-AcceptedDomain',
      'Get-Group',
      'Get-ManagementRoleAssignment',
      'Get-ServicePrincipal',
    ]);
    for (const { text } of asking) {
      const identity = /-Identity (\$\w+)/.exec(text)?.[1] ?? '';
      const filtered = pipelines.some(
        (pipeline) =>
          pipeline.includes(`${text.trimEnd()} |`) &&
          pipeline.includes('Where-Object') &&
          (pipeline.includes(`-eq ${identity}`) || pipeline.includes(`-contains ${identity}`)),
      );
      expect({ text, filtered }).toEqual({ text, filtered: true });
    }
  });

  test('it can be run again: what it makes is made only where it is not there', () => {
    for (const make of ['New-ServicePrincipal', 'New-ManagementRoleAssignment']) {
      const command = all(parse(scope().script), 'command').find(({ text }) => text.startsWith(make));
      const conditions: string[] = [];
      for (let node: Node | null = command ?? null; node !== null; node = node.parent) {
        if (node.type === 'if_statement') conditions.push(node.childForFieldName('condition')?.text ?? '');
      }
      expect(conditions.join(' ')).toMatch(/\$(?:principal|assignment)\b/);
    }
  });

  test('9.8: every role is limited by the group itself, by the id that Exchange gave: no filter and no name to be quoted', () => {
    const { script } = scope();
    expect(script).toContain('$groupId = [string]$group.Guid');
    const assigning = commandsOf(script).filter(({ name }) => /^(?:New|Set)-ManagementRole/.test(name));
    expect(assigning).toHaveLength(2);
    for (const { text } of assigning) {
      expect(text).toContain('-RecipientGroupScope $groupId');
      expect(text).not.toMatch(/-Custom\w*Scope/);
    }
    expect(script).not.toMatch(/-Filter|-RecipientRestrictionFilter|MemberOfGroup/);
  });

  test('9.8: the group must still be there by its id, or nothing is assigned', () => {
    const stop = all(parse(scope().script), 'if_statement').find(
      (statement) => statement.childForFieldName('condition')?.text === '-not $groupId',
    );
    expect(stop?.text).toMatch(/throw /);
  });

  test('the names that it gives are no longer than Exchange takes', () => {
    const label = `ExtendSync ${CLIENT_ID.slice(0, 8)}`;
    const permissions = ['MailboxSettings.ReadWrite', 'Contacts.ReadWrite', 'Mail.ReadBasic'].map((name) => ({
      ...PERMISSION_SET.find(({ feature }) => feature === 'autopilot')!,
      scope: name,
    }));
    for (const role of scope({ permissions }).roles)
      expect(`${label} ${role}`.length).toBeLessThanOrEqual(64);
  });

  test('there are no here-strings, no pasted programs and nothing that runs text', () => {
    for (const script of [scope().script, testScript({ clientId: CLIENT_ID }) ?? '']) {
      const root = parse(script);
      expect(all(root, 'verbatim_here_string_characters')).toEqual([]);
      expect(all(root, 'expandable_here_string_literal')).toEqual([]);
      expect(script).not.toMatch(/Invoke-|\biex\b|Add-Type|Start-Process|DownloadString/i);
    }
  });

  test('what is known is filled in, and only that', () => {
    const domain = parseDomain('contoso.com');
    if (domain === undefined) throw new Error('No domain');
    const plain = scope();
    const known = scope({ tenantDomain: domain, cloud: 'china' });
    expect(plain.script).toContain(`$domain = ''`);
    expect(plain.script).toContain(`'O365Default'`);
    expect(known.script).toContain(`$domain = 'contoso.com'`);
    expect(known.script).toContain(`'O365China'`);
    expect(parse(known.script).hasError).toBe(false);
  });

  test('without a permission that Exchange has a role for there is nothing to limit', () => {
    const request = { group: group('Sales'), clientId: CLIENT_ID };
    const delegated = PERMISSION_SET.filter(({ kind }) => kind === 'delegated');
    const directory = PERMISSION_SET.filter(({ scope: name }) => name === 'Directory.Read.All');
    for (const permissions of [[], delegated, directory]) {
      expect(exchangeScopeScript({ ...request, permissions })).toEqual({
        ok: false,
        problem: 'nothing-to-limit',
      });
    }
  });

  test('a delegated permission is never given a role: it reaches only what its user reaches', () => {
    expect(exchangeRoleFor({ kind: 'delegated', scope: 'Mail.ReadWrite' })).toBeUndefined();
    expect(exchangeRoleFor({ kind: 'application', scope: 'Mail.ReadWrite' })).toBe(
      'Application Mail.ReadWrite',
    );
  });
});

describe('what the administrator is told', () => {
  test('that grants add up, what stays unlimited, whose members count and how long it takes', () => {
    const limited = ['Mail.ReadWrite', 'Calendars.ReadWrite'];
    expect(scope().notes).toEqual([
      { name: 'exchange-administrator-needed' },
      { name: 'grants-add-up', scopes: limited },
      { name: 'new-consent-undoes-limit', scopes: limited },
      { name: 'not-limited', scopes: ['User.Read.All', 'Directory.Read.All'] },
      { name: 'direct-members-only' },
      { name: 'takes-effect-later', fromMinutes: 30, toMinutes: 120 },
      { name: 'replaces-access-policies' },
    ]);
  });

  test('nothing about unlimited permissions where all can be limited', () => {
    const permissions = PERMISSION_SET.filter(({ scope: name }) => name === 'Mail.ReadWrite');
    expect(scope({ permissions }).notes.map(({ name }) => name)).not.toContain('not-limited');
  });
});

describe('the test script', () => {
  test('asks Exchange about the application and changes nothing', () => {
    const script = testScript({ clientId: CLIENT_ID }) ?? '';
    const names = commandsOf(script).map(({ name }) => name);
    expect(names).toContain('Test-ServicePrincipalAuthorization');
    expect(names.filter((name) => CHANGES.test(name))).toEqual([]);
    expect(script).toContain(`$appId = '${CLIENT_ID}'`);
  });
});
