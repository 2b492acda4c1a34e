import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/** A pair of keys for one thing that is to come: whoever holds the first can put it in, and only the second opens it. */
export type BoxKeys = { publicKey: string; privateKey: string };

export function makeBoxKeys(): BoxKeys {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  return {
    publicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64url"),
    privateKey: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64url"),
  };
}

const readPublic = (key: string) =>
  createPublicKey({ key: Buffer.from(key, "base64url"), format: "der", type: "spki" });
const readPrivate = (key: string) =>
  createPrivateKey({ key: Buffer.from(key, "base64url"), format: "der", type: "pkcs8" });

const shared = (privateKey: KeyObject, publicKey: KeyObject, about: string): Buffer =>
  Buffer.from(hkdfSync("sha256", diffieHellman({ privateKey, publicKey }), "", `nearer box ${about}`, 32));

/**
 * Closes `content` so that only the private key of the pair opens it: X25519 with a key of this once, HKDF, AES-256-GCM. The worker
 * has no seal keys, and makes files all the same. `about` is bound to it: it opens under no other name.
 */
export function box(content: Buffer, publicKey: string, about: string): string {
  const once = generateKeyPairSync("x25519");
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", shared(once.privateKey, readPublic(publicKey), about), iv);
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  const own = once.publicKey.export({ format: "der", type: "spki" }).toString("base64url");
  return `b1.${own}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** Opens what `box` closed. Throws where it was changed, or closed for another pair or under another name. */
export function unbox(boxed: string, privateKey: string, about: string): Buffer {
  const [version, own, encoded] = boxed.split(".");
  if (version !== "b1" || !own || !encoded) throw new Error("This is no box.");
  const bytes = Buffer.from(encoded, "base64url");
  const key = shared(readPrivate(privateKey), readPublic(own), about);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}
