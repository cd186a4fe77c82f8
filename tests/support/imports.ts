import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';

/** Unicode counts the interpunct ㆍ (U+318D) as Hangul, but it is punctuation. */
const HANGUL = /(?!\u318d)\p{Script=Hangul}/u;

/** Source files by their path relative to src. */
export type Sources = ReadonlyMap<string, string>;

export interface Import {
  /** A path relative to src for a project file, else the name of a package. */
  target: string;
  isProject: boolean;
  isTypeOnly: boolean;
  isDynamic: boolean;
}

/** What the rules of the architecture are about. */
export interface SourceFacts {
  path: string;
  /** Top-level folder, or the name of a top-level file without its extension. */
  module: string;
  lines: number;
  imports: Import[];
  /** Members of `process` that are used: "env", "exit", "exitCode"… */
  processMembers: string[];
  /** Line numbers of Hangul outside comments. */
  hangulLines: number[];
}

/** Reads every TypeScript file below a directory. */
export function readSources(directory: string): Sources {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(directory, path), 'utf8')]));
}

/** Parses each source once. */
export function factsOf(sources: Sources): SourceFacts[] {
  return [...sources].map(([path, text]) => {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const facts: SourceFacts = {
      path,
      module: path.split('/')[0]!.replace(/\.ts$/, ''),
      lines: text.trimEnd().split('\n').length,
      imports: [],
      processMembers: [],
      hangulLines: [],
    };
    visit(file, facts, file);
    return facts;
  });
}

function visit(node: ts.Node, facts: SourceFacts, file: ts.SourceFile): void {
  const found = importOf(node);
  if (found) facts.imports.push(resolve(facts.path, found));
  facts.processMembers.push(...processMembersOf(node));
  if (isText(node) && HANGUL.test(node.getText(file))) {
    facts.hangulLines.push(file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1);
  }
  ts.forEachChild(node, (child) => {
    visit(child, facts, file);
  });
}

type Found = Omit<Import, 'target' | 'isProject'> & { specifier: string };

function importOf(node: ts.Node): Found | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, isTypeOnly: isTypeOnlyClause(node.importClause), isDynamic: false };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, isTypeOnly: node.isTypeOnly, isDynamic: false };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, isTypeOnly: true, isDynamic: false };
  }
  const isLoading =
    ts.isCallExpression(node) &&
    /^(?:import|require|require\.resolve|import\.meta\.resolve|vi\.mock)$/.test(node.expression.getText());
  const argument = isLoading ? node.arguments[0] : undefined;
  return argument && ts.isStringLiteralLike(argument)
    ? { specifier: argument.text, isTypeOnly: false, isDynamic: true }
    : undefined;
}

function isTypeOnlyClause(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named) || named.elements.length === 0) return false;
  return named.elements.every((element) => element.isTypeOnly);
}

function resolve(from: string, { specifier, isTypeOnly, isDynamic }: Found): Import {
  if (specifier.startsWith('.'))
    return { target: normalize(join(dirname(from), specifier)), isProject: true, isTypeOnly, isDynamic };
  const depth = specifier.startsWith('@') ? 2 : 1;
  return { target: specifier.split('/').slice(0, depth).join('/'), isProject: false, isTypeOnly, isDynamic };
}

/** `process.env`, `globalThis.process['exit']`, `const { env } = process` and `import { env } from 'node:process'`. */
function processMembersOf(node: ts.Node): string[] {
  const isProcess = (expression: ts.Node): boolean => /(?:^|\.)process$/.test(expression.getText());
  if (ts.isPropertyAccessExpression(node) && isProcess(node.expression)) return [node.name.text];
  if (ts.isElementAccessExpression(node) && isProcess(node.expression)) return [node.argumentExpression.getText().slice(1, -1)];
  if (ts.isVariableDeclaration(node) && node.initializer && isProcess(node.initializer)) return membersTaken(node.name);
  if (ts.isImportDeclaration(node) && /^['"](?:node:)?process['"]$/.test(node.moduleSpecifier.getText()))
    return membersImported(node);
  return [];
}

/** An alias of the whole object could reach every member. */
function membersTaken(name: ts.BindingName): string[] {
  if (!ts.isObjectBindingPattern(name)) return ['env', 'exit', 'exitCode'];
  return name.elements.map((element) => (element.propertyName ?? element.name).getText());
}

function membersImported({ importClause }: ts.ImportDeclaration): string[] {
  const named = importClause?.namedBindings;
  if (importClause?.name || !named || !ts.isNamedImports(named)) return ['env', 'exit', 'exitCode'];
  return named.elements.map((element) => (element.propertyName ?? element.name).text);
}

function isText(node: ts.Node): boolean {
  return (
    ts.isIdentifier(node) ||
    ts.isLiteralExpression(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  );
}

/** Circles of imports among the files as they are at run time, types aside; empty when there are none. */
export function findCycles(facts: readonly SourceFacts[]): string[][] {
  const targets = new Map(
    facts.map(({ path, imports }) => [
      path,
      imports.filter((each) => each.isProject && !each.isTypeOnly).map((each) => each.target),
    ]),
  );
  const cycles = new Map<string, string[]>();
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      const cycle = trail.slice(at);
      cycles.set(cycle.toSorted().join(' '), cycle);
      return;
    }
    if (done.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of [...targets.keys()].toSorted()) walk(path, []);
  return [...cycles.values()];
}
