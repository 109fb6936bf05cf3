import { baseName, folderOf } from "../../../base/file-path.ts";

const ofCode =
  /^(?:package\.json|cargo\.toml|pyproject\.toml|setup\.py|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|gemfile|composer\.json|cmakelists\.txt|makefile|deno\.json|tsconfig\.json)$/i;

/** Returns the file at the top of a folder that makes it a project of code: `package.json`. Its texts without dates may be documents. */
export function codeManifest(paths: readonly string[]): string | undefined {
  return paths.find((path) => ofCode.test(baseName(path)) && folderOf(path) === "");
}
