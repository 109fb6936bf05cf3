import type { BuildCost, CompileResult } from "../compile/compile.ts";
import { decimal, exact, size, spread } from "./numbers.ts";
import { markdownTable } from "./table.ts";

/** Returns the table of the costs of compiling. */
export function compileTable({ compilers, machine, sizes }: CompileResult): string {
  const titleOf = (name: string) => {
    const version = machine.versions[name] ?? "";
    return `${compilers.find((compiler) => compiler.name === name)?.title ?? name}${/^v?\d/.test(version) ? ` ${version}` : ""}`;
  };
  const cost = ({ cpuSeconds, peakMemory, ratio, seconds }: BuildCost) => [
    spread(seconds),
    decimal(ratio.median),
    decimal(cpuSeconds.median),
    size(peakMemory.median),
  ];
  return markdownTable(
    ["Articles", "Compiler", "cold, s", "× Broadsheet", "CPU, s", "memory", "after an edit, s", "× Broadsheet", "CPU, s", "memory"],
    sizes.flatMap(({ articles, runs }) =>
      runs.map(({ cold, name, warm }) => [exact(articles), titleOf(name), ...cost(cold), ...cost(warm)]),
    ),
  );
}

/** Returns the list of the settings that make each compiler fast. */
export function settingsList({ compilers }: CompileResult): string {
  return compilers.map(({ settings, title }) => `- **${title}**: ${settings}.`).join("\n");
}
