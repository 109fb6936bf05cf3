import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { describeUneditable, editSettings, settingsTable } from "../../build/wrangler/edit-settings.ts";
import { parseWranglerFile, readWranglerText, writeWranglerText } from "../../build/wrangler/wrangler-file.ts";
import { Failure } from "../../files/failure.ts";
import { replaceFile } from "../../files/replace-file.ts";
import { DeploymentError } from "./deployment-error.ts";

/** Keys of `[vars.SITE]` that a deployment needs. */
export type SettingChanges = Readonly<Record<string, string>>;

/** The place of the settings. */
export interface SettingsTarget {
  /** Path of wrangler.toml. */
  readonly config: string;
  readonly environment: string;
  /** False to leave wrangler.toml as it is, as in CI, where a change would be lost. */
  readonly isKept: boolean;
}

/** A wrangler.toml with the changed settings. */
export interface WrittenConfig {
  readonly config: string;
  /** A sentence for the user. */
  readonly note: string;
  /** Deletes the file if it was generated. */
  readonly dispose: () => void;
}

/**
 * Writes settings to wrangler.toml. If it must not be changed, they are written to a copy next to it, so that the compiled and the
 * deployed settings agree: the Worker refuses to serve others.
 * @throws DeploymentError if the table cannot be edited
 */
export function writeSettings(changes: SettingChanges, { config, environment, isKept }: SettingsTarget): WrittenConfig {
  const text = readWranglerText(config);
  const edited = editSettings(text, changes, environment);
  const table = settingsTable(environment);
  const lines = Object.entries(changes).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  if (!hasSettings(edited, environment, changes))
    throw new DeploymentError(`${describeUneditable(config, text, environment)}, and add ${lines.join(" and ")}`);
  if (isKept && write(config, edited)) return { config, note: `${config} has ${lines.join(" and ")} in ${table} now`, dispose: () => {} };

  const copy = join(dirname(config), `wrangler.deploy-${process.pid}.toml`);
  replaceFile(copy, [Buffer.from(edited)]);
  const reason = isKept ? `Cannot write to ${config}, which is read-only` : `${config} is unchanged`;
  return {
    config: copy,
    note: `${reason}; for this deployment, ${table} has ${lines.join(" and ")}: write them there, so that later deployments keep the address and the ids`,
    dispose: () => rmSync(copy, { force: true }),
  };
}

// Returns false if the file cannot be written.
function write(config: string, text: string): boolean {
  try {
    writeWranglerText(config, text);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

function hasSettings(text: string, environment: string, changes: SettingChanges): boolean {
  const { top } = parseWranglerFile(text, ""); // empty if it cannot be parsed
  const site = { ...((environment === "" ? top : top.env?.[environment])?.vars?.SITE as Readonly<Record<string, unknown>> | undefined) };
  return Object.entries(changes).every(([key, value]) => site[key] === value);
}
