import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A sentence as the source has it, its parts that are computed as `${}`. */
export interface SpokenReason {
  text: string;
  place: string;
}

const SOURCE = fileURLToPath(new URL('../../../src', import.meta.url));
/** Where reasons of articles and of whole runs are made. */
const FOLDERS = ['articles', 'indexing'];
/** What is called with a reason, and the names that hold one. */
const SPEAKERS = new Set(['ArticleError', 'UserError', 'fail']);
const HOLDERS = /^(?:reason|notes|warnings|FAILURES)$|Reason$/;

/** Every sentence of the folders above that may reach an administrator as a reason, found in the syntax of the source. */
export function spokenReasons(): SpokenReason[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  const reasons = files.flatMap((place) => reasonsOf(place, readFileSync(join(SOURCE, place), 'utf8')));
  return [...new Map(reasons.map((reason) => [reason.text, reason])).values()];
}

function reasonsOf(place: string, code: string): SpokenReason[] {
  const file = ts.createSourceFile(place, code, ts.ScriptTarget.Latest, true);
  const found: SpokenReason[] = [];
  const collect = (node: ts.Node): void => {
    const text = textOf(node);
    if (text === undefined) ts.forEachChild(node, collect);
    else if (text === 'empty' || /\p{L} .*\p{L}/su.test(text)) found.push({ text, place });
  };
  const visit = (node: ts.Node): void => {
    if (isSpoken(node)) collect(node);
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isSpoken(node: ts.Node): boolean {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const spoken = [node.expression, ...(node.arguments ?? [])].some((each) => ts.isIdentifier(each) && SPEAKERS.has(each.text));
    return spoken || /warnings\.push$|^decoded$/.test(node.expression.getText());
  }
  const isNamed = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node);
  return isNamed && node.name !== undefined && HOLDERS.test(node.name.getText());
}

/** A string, a template or a sum of them; undefined for anything else. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `\${}${literal.text}`).join('');
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}
