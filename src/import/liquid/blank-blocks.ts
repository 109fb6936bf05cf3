import { AssignTag, CaptureTag, CaseTag, CommentTag, ForTag, IfTag, type Liquid, type Template, TokenKind, UnlessTag } from "liquidjs";

/** The parts of a block: of the branches of a condition, or of a loop. */
interface Block {
  readonly branches?: { templates: Template[] }[];
  templates?: Template[];
  elseTemplates?: Template[] | undefined;
}

const blank = new WeakSet<object>();
const silent = [AssignTag, CaptureTag, CommentTag];

/**
 * Makes blocks show nothing that have only white space, assignments and such blocks, as in Liquid for Ruby: a theme may compute an address in
 * several lines, within an attribute.
 */
export function skipBlankBlocks(engine: Liquid): void {
  for (const [name, Tag] of Object.entries({ if: IfTag, unless: UnlessTag, case: CaseTag, for: ForTag }))
    engine.registerTag(
      name,
      class extends (Tag as typeof IfTag) {
        constructor(...given: ConstructorParameters<typeof IfTag>) {
          super(...given);
          skipIfBlank(this as object as Block & object);
        }
      },
    );
}

function skipIfBlank(block: Block & object): void {
  const bodies = [...(block.branches ?? []).map(({ templates }) => templates), block.templates ?? [], block.elseTemplates ?? []];
  if (!bodies.every((templates) => templates.every(isBlank))) return;
  blank.add(block);
  for (const templates of bodies) templates.splice(0, templates.length, ...templates.filter((each) => !isText(each)));
}

function isBlank(template: Template): boolean {
  return isText(template) ? textOf(template).trim() === "" : blank.has(template) || silent.some((tag) => template instanceof tag);
}

function isText({ token }: Template): boolean {
  return token.kind === TokenKind.HTML;
}

function textOf({ token }: Template): string {
  return (token as object as { getContent(): string }).getContent();
}
