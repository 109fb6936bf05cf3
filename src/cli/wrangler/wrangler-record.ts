import * as z from "zod";
import { jsonText } from "./json-text.ts";

const text = z.string().nullish().catch(undefined);

/** A line that wrangler writes into the file named by WRANGLER_OUTPUT_FILE_PATH. CI systems also read its other keys. */
export const recordAnswer = jsonText.pipe(
  z.looseObject({
    type: z.string(),
    /** Of a deployment: hosts, routes and schedules. */
    targets: z.array(z.string()).readonly().optional().catch(undefined),
    ...{ version_id: text, worker_name: text, preview_url: text },
    /** Of a failure. */
    code: z.union([z.number(), z.string()]).optional().catch(undefined),
    message: z.string().optional().catch(undefined),
  }),
);
