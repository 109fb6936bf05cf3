/** Computes a value on the first call, and returns the same value on later calls. If the computation throws, the next call retries it. */
export function lazy<Value>(make: () => Value): () => Value {
  let result: { readonly value: Value } | undefined;
  return () => {
    result ??= { value: make() };
    return result.value;
  };
}
