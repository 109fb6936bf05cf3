import { serveCompiler } from "./compiler-service.ts";

serveCompiler();
