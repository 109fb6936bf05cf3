import { parseArgs } from "node:util";

const own = {
  config: { type: "string", short: "c" },
  env: { type: "string", short: "e" },
  "allow-new-ids": { type: "boolean" },
  preview: { type: "boolean" },
} as const;

/** Removes the arguments that only `npm run deploy` has, or that it gives to wrangler with other values. */
export function wranglerArguments(args: readonly string[]): string[] {
  const { tokens } = parseArgs({ args: [...args], options: own, strict: false, allowPositionals: true, tokens: true });
  const removed = new Set(
    tokens.flatMap((token) => {
      if (token.kind !== "option" || !Object.hasOwn(own, token.name)) return [];
      return token.value !== undefined && !token.inlineValue ? [token.index, token.index + 1] : [token.index];
    }),
  );
  return args.filter((_, index) => !removed.has(index));
}
