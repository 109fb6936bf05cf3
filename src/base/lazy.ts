/** Makes a value when it is first asked for, and gives the same ever after. What throws is tried again. */
export function lazy<Value>(make: () => Value): () => Value {
  let result: { readonly value: Value } | undefined;
  return () => {
    result ??= { value: make() };
    return result.value;
  };
}
