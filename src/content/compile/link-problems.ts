/** Describes a broken link: the article is left out because of its errors. @param path as the link has it */
export function describeFaultyLink(path: string): string {
  return `Cannot link to ${JSON.stringify(path)}: this article has errors; fix them, and the link works`;
}

/** Describes a link to a draft. @param reference as the author wrote it */
export function describeDraftLink(reference: string): string {
  return `Cannot follow the link to ${JSON.stringify(reference)}: it is a draft; publish it, and the link works`;
}
