import type { MkdocsConfig } from "./mkdocs-config.ts";

/** Returns the reason why the address of a text is unknown: the plugin i18n moves translations. Undefined without that plugin. */
export function translationFault(own: string, { plugins }: MkdocsConfig): string | undefined {
  const options = plugins.find(({ name }) => name === "i18n")?.options;
  if (options === undefined) return undefined;
  const isMoved = options["docs_structure"] === "folder" || /\.[a-z]{2,3}(?:[-_][a-z]{2,4})?\.[^./]+$/i.test(own);
  return isMoved ? "Cannot compute the addresses of the plugin i18n" : undefined;
}
