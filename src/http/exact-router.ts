import type { Result, Router } from "hono/router";

const everything = "/*";

/**
 * A router of whole paths, and of `*`, which takes what no whole path does. A Worker that starts has no patterns to compile,
 * and every request has one handler, which Hono calls sooner than several.
 */
export class ExactRouter<Handler> implements Router<Handler> {
  readonly name = "ExactRouter";
  readonly #routes = new Map<string, Result<Handler>>();

  /** @throws where the path is a pattern: it would never be met */
  add(method: string, path: string, handler: Handler): void {
    if (path !== everything && /[:*?]/.test(path)) throw new Error(`Cannot route ${path}: it is no whole path`);
    this.#routes.set(`${method} ${path}`, [[[handler, {}]]]);
  }

  match(method: string, path: string): Result<Handler> {
    return this.#routes.get(`${method} ${path}`) ?? this.#routes.get(`${method} ${everything}`) ?? [[]];
  }
}
