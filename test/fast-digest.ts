import { hash } from "node:crypto";

// Computes the digests of WebCrypto in this thread: handing each of the short texts to another thread costs ten times as much.
crypto.subtle.digest = async (algorithm, data) => {
  const bytes = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
  return new Uint8Array(hash(typeof algorithm === "string" ? algorithm : algorithm.name, bytes, "buffer")).buffer;
};
