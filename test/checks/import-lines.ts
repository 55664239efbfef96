import { parseSync } from '@swc/core';

/** One way in which a file takes something from another. */
export interface ImportLine {
  /** What is written between the quotes. */
  readonly from: string;
  readonly typesOnly: boolean;
  /** The imported names; undefined for all of them (namespace, `export *`, import(), require). */
  readonly names: readonly string[] | undefined;
}

/** What a file takes from outside. */
export interface FileOutlook {
  readonly imports: readonly ImportLine[];
  /** Places where the path is computed: nobody can say what they import. */
  readonly unreadable: number;
  readonly usesOfficeGlobal: boolean;
  /** Reads the time of this machine: `Date.now`, `new Date()`. Turning one notation of a time into another is not that. */
  readonly readsClock: boolean;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Parses the source of a .ts or .tsx file. Throws when it is no TypeScript. */
export function readImportLines(source: string, tsx: boolean): FileOutlook {
  const imports: ImportLine[] = [];
  let unreadable = 0;
  let usesOfficeGlobal = false;
  let readsClock = false;

  visit(parseSync(source, { syntax: 'typescript', tsx, target: 'es2022' }) as unknown as Node, undefined);
  return { imports, unreadable, usesOfficeGlobal, readsClock };

  function visit(node: Node, parent: Node | undefined): void {
    switch (node.type) {
      case 'ImportDeclaration':
        imports.push(fromDeclaration(node, 'ImportSpecifier', node['typeOnly'] === true));
        break;
      case 'ExportNamedDeclaration':
        if (isNode(node['source'])) {
          imports.push(fromDeclaration(node, 'ExportSpecifier', node['typeOnly'] === true));
        }
        break;
      case 'ExportAllDeclaration':
        imports.push({
          from: textOf(node['source']) ?? '',
          typesOnly: node['typeOnly'] === true,
          names: undefined,
        });
        break;
      case 'TsImportType':
        imports.push({ from: textOf(node['argument']) ?? '', typesOnly: true, names: undefined });
        break;
      case 'TsExternalModuleReference':
        imports.push({ from: textOf(node['expression']) ?? '', typesOnly: false, names: undefined });
        break;
      case 'CallExpression':
        readCall(node);
        break;
      case 'Identifier':
        if (namesAMember(node, parent)) break;
        if (node['value'] === 'Office') usesOfficeGlobal = true;
        if (node['value'] === 'Date' && !onlyConverts(node, parent)) readsClock = true;
        break;
      default:
        break;
    }
    for (const [key, value] of Object.entries(node)) {
      if (key === 'span') continue;
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (isNode(child)) visit(child, node);
        // Arguments of calls and a few others are wrapped: { spread, expression }.
        else if (isWrapped(child)) visit(child.expression, node);
      }
    }
  }

  function readCall(node: Node): void {
    const callee = node['callee'];
    if (!isNode(callee)) return;
    const loads = callee.type === 'Import' || (callee.type === 'Identifier' && callee['value'] === 'require');
    if (!loads) return;
    const [first] = node['arguments'] as readonly { readonly expression: unknown }[];
    const from = textOf(first?.expression);
    if (from === undefined) unreadable += 1;
    else imports.push({ from, typesOnly: false, names: undefined });
  }
}

function fromDeclaration(node: Node, named: string, typeOnly: boolean): ImportLine {
  const specifiers = (node['specifiers'] as readonly Node[] | undefined) ?? [];
  const onlyNames = specifiers.length > 0 && specifiers.every((specifier) => specifier.type === named);
  const eachIsType = onlyNames && specifiers.every((specifier) => specifier['isTypeOnly'] === true);
  return {
    from: textOf(node['source']) ?? '',
    typesOnly: typeOnly || eachIsType,
    names: onlyNames ? specifiers.map(originalName) : undefined,
  };
}

/** `imported` (or for exports `orig`) is the name in the other file; `local` the only name without a renaming. */
function originalName(specifier: Node): string {
  for (const key of ['imported', 'orig', 'local']) {
    const name = specifier[key];
    if (isNode(name)) return String(name['value']);
  }
  return '';
}

function namesAMember(node: Node, parent: Node | undefined): boolean {
  return parent !== undefined && (parent['property'] === node || parent['key'] === node);
}

/** `Date.parse(...)`, `Date.UTC(...)`, `new Date(something)`, and Date as a type. */
function onlyConverts(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'MemberExpression' && parent['object'] === node && isNode(parent['property'])) {
    return ['parse', 'UTC'].includes(String(parent['property']['value']));
  }
  if (parent?.type === 'NewExpression' && parent['callee'] === node) {
    return Array.isArray(parent['arguments']) && parent['arguments'].length > 0;
  }
  return parent?.type === 'TsTypeReference';
}

function textOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'StringLiteral') return String(value['value']);
  const quasis = value['quasis'];
  if (value.type === 'TemplateLiteral' && Array.isArray(quasis) && quasis.length === 1) {
    return String((quasis[0] as { cooked?: unknown }).cooked);
  }
  return undefined;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

function isWrapped(value: unknown): value is { readonly expression: Node } {
  return (
    typeof value === 'object' && value !== null && isNode((value as { expression?: unknown }).expression)
  );
}
