import type { Result, Router } from "hono/router";

const everything = "/*";

/**
 * A router for exact paths, with `*` as the fallback. It compiles no patterns when a Worker starts. Each request has exactly
 * one handler, which Hono calls faster than several.
 */
export class ExactRouter<Handler> implements Router<Handler> {
  readonly name = "ExactRouter";
  readonly #routes = new Map<string, Result<Handler>>();

  /** @throws if the path is a pattern, since it would never match */
  add(method: string, path: string, handler: Handler): void {
    if (path !== everything && /[:*?]/.test(path)) throw new Error(`Cannot route ${path}: it is a pattern, not an exact path`);
    this.#routes.set(`${method} ${path}`, [[[handler, {}]]]);
  }

  match(method: string, path: string): Result<Handler> {
    return this.#routes.get(`${method} ${path}`) ?? this.#routes.get(`${method} ${everything}`) ?? [[]];
  }
}
