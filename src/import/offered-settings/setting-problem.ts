import { describeIssues } from "../../settings/describe-issues.ts";
import { siteSchema } from "../../settings/site-settings.ts";

/** Describes why the settings refuse a value of a key; undefined if they accept it. */
export function settingProblem(key: string, value: unknown): string | undefined {
  const settings = { title: "Title", author: { name: "Author" }, [key]: value };
  const issues = siteSchema.safeParse(settings).error?.issues ?? [];
  return describeIssues(issues, settings)[0]?.message;
}
