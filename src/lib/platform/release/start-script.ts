import {
  parseExpressionAt,
  type AnyNode,
  type AssignmentExpression,
  type CallExpression,
  type Expression,
  type ObjectExpression,
  type Pattern,
  type SpreadElement,
  type Statement,
} from 'acorn';

/**
 * The script that SvelteKit writes into a page: it starts two files of the build and hands them what
 * the page shows, as a JavaScript expression. White space aside, nothing in it may differ.
 */
const FRAME = pattern(`
  { __sveltekit_NAME = { base: BASE };
  const element = document.currentScript.parentElement;
  Promise.all([import("FILE"), import("FILE")]).then(([kit, app]) => {
  kit.start(app, element, DATA); }); }
`);

const VALUE_TYPES = new Set(['Date', 'Map', 'Set', 'URL']);
const NOT_A_FIELD = new Set(['__proto__', 'constructor', 'prototype']);

/** What the script starts, or null where it is another script or its data would do something. */
export function startedFiles(script: string): string[] | null {
  const found = FRAME.exec(script)?.groups;
  if (!found || !isData(found.data!)) return null;
  return [found.file1!, found.file2!];
}

function pattern(frame: string): RegExp {
  let fileCount = 0;
  const source = frame
    .trim()
    .split(/\s+|(?<=[{}()[\],;])|(?=[{}()[\],;])/)
    .filter(Boolean)
    .map((part) =>
      part
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace('NAME', '\\w+')
        .replace('BASE', '(?:""|new URL\\("\\.[./]*", location\\)\\.pathname\\.slice\\(0, -1\\))')
        .replace('FILE', () => `(?<file${++fileCount}>[\\w./-]+)`)
        .replace('DATA', '(?<data>\\{.*\\})'),
    )
    .join('\\s*');
  return new RegExp(`^\\s*${source}\\s*$`, 's');
}

/** Whether running this expression does nothing but make values. */
function isData(source: string): boolean {
  try {
    const expression = parseExpressionAt(source, 0, { ecmaVersion: 'latest' });
    return expression.end === source.length && isValue(expression, new Set());
  } catch {
    return false;
  }
}

type Names = ReadonlySet<string>;
type Node = Expression | SpreadElement | Pattern | AnyNode | null;

function isValue(node: Node, names: Names): boolean {
  if (node === null) return true;
  const every = (nodes: Node[]) => nodes.every((inner) => isValue(inner, names));
  switch (node.type) {
    case 'Literal':
      return node.regex === undefined || node.regex === null;
    case 'Identifier':
      return names.has(node.name);
    case 'UnaryExpression':
      return ['-', '!', 'void'].includes(node.operator) && isValue(node.argument, names);
    case 'ArrayExpression':
      return every(node.elements);
    case 'ObjectExpression':
      return hasPlainFields(node) && every(node.properties.map(valueOf));
    case 'NewExpression':
      return (
        node.callee.type === 'Identifier' &&
        VALUE_TYPES.has(node.callee.name) &&
        every(node.arguments)
      );
    case 'CallExpression':
      return every(node.arguments) && sharesValues(node, names);
    default:
      return false;
  }
}

const valueOf = (property: ObjectExpression['properties'][number]): Node =>
  property.type === 'Property' ? property.value : property;

const hasPlainFields = ({ properties }: ObjectExpression): boolean =>
  properties.every(
    (property) =>
      property.type === 'Property' &&
      property.kind === 'init' &&
      !property.computed &&
      !property.method &&
      isFieldName(property.key),
  );

const isFieldName = (key: Expression): boolean =>
  (key.type === 'Identifier' && !NOT_A_FIELD.has(key.name)) ||
  (key.type === 'Literal' && !NOT_A_FIELD.has(String(key.value)));

/** (function(a,b){a.x=…;return …}(…)): how SvelteKit writes a value that stands in several places. */
function sharesValues({ callee }: CallExpression, outer: Names): boolean {
  if (callee.type !== 'FunctionExpression' || callee.async || callee.generator) return false;
  const params = callee.params.map((param) => (param.type === 'Identifier' ? param.name : null));
  if (params.includes(null)) return false;
  const names = new Set([...outer, ...(params as string[])]);
  return callee.body.body.every((statement) => fillsOrReturns(statement, names));
}

function fillsOrReturns(statement: Statement, names: Names): boolean {
  if (statement.type === 'ReturnStatement') return isValue(statement.argument ?? null, names);
  return (
    statement.type === 'ExpressionStatement' &&
    statement.expression.type === 'AssignmentExpression' &&
    isFilled(statement.expression, names)
  );
}

function isFilled({ left, operator, right }: AssignmentExpression, names: Names): boolean {
  return (
    operator === '=' &&
    left.type === 'MemberExpression' &&
    left.object.type === 'Identifier' &&
    names.has(left.object.name) &&
    (left.computed ? left.property.type === 'Literal' : true) &&
    isFieldName(left.property as Expression) &&
    isValue(right, names)
  );
}
