import type { YamlRepair } from "./yaml-repair.ts";

/**
 * Replaces the tabs that indent lines, as Hexo does. The width of a tab is the smallest indentation by spaces in the same source, or two
 * spaces.
 */
export const repairTabs: YamlRepair = (lines) => {
  const widths = lines.map((line) => /^ +(?=\S)/.exec(line)?.[0].length).filter((width) => width !== undefined);
  const tab = " ".repeat(widths.reduce((least, width) => Math.min(least, width), widths[0] ?? 2));
  const first = lines.findIndex((line) => indentedByTab.test(line));
  if (first === -1) return undefined;
  return {
    lines: lines.map((line) => line.replace(indentedByTab, (indentation) => indentation.replaceAll("\t", tab))),
    warnings: [
      {
        line: first,
        column: 1,
        message: "A tab indents this line, which YAML does not allow: indent it with spaces",
        dedupeKey: "yaml tab",
      },
    ],
  };
};

const indentedByTab = /^ *\t[ \t]*/;
