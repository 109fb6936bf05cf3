/** An action of a template, as far as it decides which text is shown. */
export interface TemplateAction {
  readonly kind: "if" | "with" | "loop" | "else" | "end" | "set" | "output";
  /** The variable that `set` assigns. */
  readonly name?: string;
  /** The condition, the list or the value; empty for `else` without a condition. */
  readonly expression: string;
}

/** Reads the actions of a template of Hugo: `{{ if .Inner }}`. */
export function readGoActions(template: string): TemplateAction[] {
  const [, ...parts] = without(without(template, "/*", "*/"), "<!--", "-->").split("{{");
  return parts.map((part) => goAction(trimmed(part.split("}}", 1)[0] ?? "")));
}

function goAction(action: string): TemplateAction {
  const [, word = "", rest = ""] = /^(\w+)\b\s*([\s\S]*)$/.exec(action) ?? [];
  if (word === "if" || word === "with" || word === "end") return { kind: word, expression: rest };
  if (word === "range" || word === "define" || word === "block") return { kind: "loop", expression: rest.replace(/^[^:]{0,200}:=/, "") };
  if (word === "else") return { kind: "else", expression: rest.replace(/^(?:if|with)\s/, "") };
  const [, name, value] = /^(\$\w*)\s*:?=\s*([\s\S]+)$/.exec(action) ?? [];
  return name === undefined || value === undefined ? { kind: "output", expression: action } : { kind: "set", name, expression: value };
}

const teraKinds: Readonly<Record<string, TemplateAction["kind"]>> = {
  if: "if",
  for: "loop",
  macro: "loop",
  block: "loop",
  else: "else",
  elif: "else",
};

/** Reads the actions of a template of Zola: `{% if body %}`. */
export function readTeraActions(template: string): TemplateAction[] {
  const [, ...parts] = without(without(template, "{#", "#}"), "<!--", "-->").split(/\{(?=[{%])/);
  return parts.flatMap((part): TemplateAction[] => {
    if (part.startsWith("%")) return teraAction(trimmed(part.slice(1).split("%}", 1)[0] ?? ""));
    return [{ kind: "output", expression: trimmed(part.slice(1).split("}}", 1)[0] ?? "") }];
  });
}

function teraAction(tag: string): TemplateAction[] {
  const [, word = "", rest = ""] = /^(\w+)\b\s*([\s\S]*)$/.exec(tag) ?? [];
  if (/^end(?:if|for|macro|block)$/.test(word)) return [{ kind: "end", expression: "" }];
  const kind = Object.hasOwn(teraKinds, word) ? teraKinds[word] : undefined;
  if (kind !== undefined) return [{ kind, expression: rest }];
  const [, name, value] = (/^set/.test(word) && /^(\w+)\s*=\s*([\s\S]+)$/.exec(rest)) || [];
  return name === undefined || value === undefined ? [] : [{ kind: "set", name, expression: value }];
}

function trimmed(action: string): string {
  return action.replace(/^-|-$/g, "").trim();
}

// A start without an end is text.
function without(text: string, start: string, end: string): string {
  const [first = "", ...parts] = text.split(start);
  return parts.reduce((before, part) => {
    const index = part.indexOf(end);
    return before + (index < 0 ? start + part : part.slice(index + end.length));
  }, first);
}
