import { contentManagement } from "./content-management.ts";
import { hostedServices } from "./hosted-services.ts";
import type { KnownSystem } from "./known-system.ts";
import { staticGenerators } from "./static-generators.ts";

/** The known publishing systems, with the places of their settings. */
export const knownSystems: Readonly<Record<string, KnownSystem>> = { ...contentManagement, ...staticGenerators, ...hostedServices };
