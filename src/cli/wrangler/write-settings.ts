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
  /** True to write `workers_dev = true`, only to the copy. */
  readonly keepsWorkersDev?: boolean;
}

/** A copy of wrangler.toml with the changed settings. */
export interface WrittenConfig {
  readonly config: string;
  /** Writes the changes to wrangler.toml, after the deployment, unless it must not be changed. Returns a sentence for the user. */
  readonly keep: () => string;
  /** Deletes the copy. */
  readonly dispose: () => void;
}

/**
 * Writes settings to a copy of wrangler.toml next to it, so that the compiled and the deployed settings agree: the Worker refuses to serve
 * others. wrangler.toml itself gets them after the deployment: those of one that failed may be wrong for the next.
 * @throws DeploymentError if the table cannot be edited
 */
export function writeSettings(changes: SettingChanges, target: SettingsTarget): WrittenConfig {
  const { config, environment, isKept, keepsWorkersDev = false } = target;
  const text = readWranglerText(config);
  const edited = Object.keys(changes).length === 0 ? text : editSettings(text, changes, environment);
  const table = settingsTable(environment);
  const lines = Object.entries(changes)
    .map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
    .join(" and ");
  if (!hasSettings(edited, environment, changes))
    throw new DeploymentError(`${describeUneditable(config, text, environment)}, and add ${lines}`);

  const copy = join(dirname(config), `wrangler.deploy-${process.pid}.toml`);
  replaceFile(copy, [Buffer.from(keepsWorkersDev ? `workers_dev = true\n${edited}` : edited)]); // environments inherit it
  return {
    config: copy,
    keep() {
      const fault = isKept ? write(config, text, edited) : `${config} is unchanged`;
      if (fault === undefined) return `${config} has ${lines} in ${table} now`;
      return `${fault}; for this deployment, ${table} had ${lines}: write them there, so that later deployments keep the address and the ids`;
    },
    dispose: () => rmSync(copy, { force: true }),
  };
}

// Returns the reason for which the file was not written; undefined if it was.
function write(config: string, before: string, text: string): string | undefined {
  try {
    if (readWranglerText(config) !== before) return `${config} was edited during the deployment`;
    writeWranglerText(config, text);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return `Cannot write to ${config}: ${error.reason.split(";")[0]}`; // without its advice
    throw error;
  }
}

function hasSettings(text: string, environment: string, changes: SettingChanges): boolean {
  const { top } = parseWranglerFile(text, ""); // empty if it cannot be parsed
  const site = { ...((environment === "" ? top : top.env?.[environment])?.vars?.SITE as Readonly<Record<string, unknown>> | undefined) };
  return Object.entries(changes).every(([key, value]) => site[key] === value);
}
