import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";

/**
 * Returns the variable that names a folder for wrangler's own files if the home folder cannot have them: wrangler ends then, or hangs.
 * @param config path of wrangler.toml
 */
export function wranglerHome(
  config: string,
  env: Readonly<Record<string, string | undefined>>,
  home: string = homedir(),
): { readonly XDG_CONFIG_HOME?: string } {
  const isUsable = env["XDG_CONFIG_HOME"] !== undefined || isWritable(home);
  return isUsable ? {} : { XDG_CONFIG_HOME: join(dirname(resolve(config)), ".wrangler/home") };
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
