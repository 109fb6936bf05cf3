/** The variables of the environment in a build of the whole site, as its owner publishes it. */
export const buildEnvironment: Readonly<Record<string, unknown>> = {
  PROD: true,
  DEV: false,
  SSR: true,
  MODE: "production",
  NODE_ENV: "production",
  ELEVENTY_ENV: "production",
  ELEVENTY_PRODUCTION: true,
  ELEVENTY_RUN_MODE: "build",
  JEKYLL_ENV: "production",
  CI: "true",
  CONTEXT: "production", // of Netlify
  VERCEL_ENV: "production",
};

/** The arguments of the command of such a build. */
export const buildCommand: readonly string[] = ["node", "build", "build"];

const ofDevelopment = /^-{0,2}(?:dev|develop|development|serve|server|start|watch|preview|w|s)$/;

/** Returns whether the command of a build has an argument; undefined if that is unknown, as for an option of the site's own. */
export function hasBuildArgument(argument: unknown): boolean | undefined {
  if (argument === "build") return true;
  return typeof argument === "string" && ofDevelopment.test(argument) ? false : undefined;
}

const ofVite = { command: "build", mode: "production", isSsrBuild: false, isPreview: false };

/** Returns what the generator gives to the function of a configuration as its first argument, by the name of the parameter. */
export function buildArgument(parameter: string | undefined): unknown {
  if (parameter === "phase") return nextPhases["PHASE_PRODUCTION_BUILD"];
  return parameter === undefined || /^(?:env|configEnv|ctx)$/.test(parameter) ? ofVite : undefined;
}

/** The constants of next/constants with which a configuration compares the phase. */
export const nextPhases: Readonly<Record<string, string>> = {
  PHASE_PRODUCTION_BUILD: "phase-production-build",
  PHASE_PRODUCTION_SERVER: "phase-production-server",
  PHASE_DEVELOPMENT_SERVER: "phase-development-server",
  PHASE_EXPORT: "phase-export",
};
